"""Work on files that nobody has to wait for."""

from django_tasks import task

from media.library import actions
from media.library.models import Picture
from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


@task()
def make_sizes(factory_id: int, picture_id: int) -> None:
    """Make a picture's sizes before the first visitor asks for one. Safe to run twice."""
    factory = Factory.objects.filter(pk=factory_id).first()
    if factory is None:
        return
    with factory_scope(factory):
        actions.make_renditions(
            Picture.objects.filter(pk=picture_id).prefetch_related("renditions")
        )
