"""Work on pages that nobody has to wait for."""

from django_tasks import task
from wagtail.models import Page
from wagtail.search.backends import get_search_backends

from sites.tenancy.models import Factory
from sites.tenancy.scope import factory_scope


@task()
def make_findable(factory_id: int) -> None:
    """Put a store's pages into the search index, kind by kind. Safe to run twice."""
    factory = Factory.objects.filter(pk=factory_id).first()
    if factory is None:
        return
    with factory_scope(factory):
        pages = list(Page.objects.filter(url_path__startswith=f"/{factory.slug}/").specific())
        for backend in get_search_backends(with_auto_update=True):
            for model in {type(page) for page in pages}:
                backend.add_bulk(model, [page for page in pages if type(page) is model])
