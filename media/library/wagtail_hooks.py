from django.http import Http404
from wagtail import hooks

from media.library.models import Document
from sites.tenancy.permissions import role_of


@hooks.register("before_serve_document")
def respect_access(document, request):
    """Answer a document only to those it is for; to others it does not exist."""
    if document.access == Document.Access.PUBLIC or request.user.is_superuser:
        return
    if not request.user.is_authenticated:
        raise Http404
    for_members = document.access == Document.Access.PRIVATE
    if for_members and role_of(request.user, request.factory) is None:
        raise Http404
