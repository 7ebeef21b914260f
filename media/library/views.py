"""Files under ``/media/``: a factory's files are answered on its own hosts only."""

from mimetypes import guess_type

from django.core.files.storage import default_storage
from django.core.signing import BadSignature
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images.models import SourceImageIOError

from media.library import actions, queries, rules, storage
from media.library.models import Picture
from sites.tenancy.permissions import role_of

# What a browser shows inside a page; everything else is offered for download.
_SHOWN = {"image/avif", "image/webp", "image/jpeg", "image/png", "image/gif", "image/svg+xml"}


@require_safe
def media(request, name: str):
    """A stored file. Public ones are cached for good, since each name is used once."""
    owner = rules.owner_and_shelf(name)
    if owner is None or request.factory is None or owner[0] != request.factory.pk:
        raise Http404
    if owner[1] == rules.PUBLIC:
        response = _file(name)
        response["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
    if not storage.has_valid_key(name, request.GET.get("key", "")) and not _is_member(request):
        raise Http404
    return _private_file(name)


@require_safe
def make(request, token: str):
    """Make the rendition that a page asked for before it existed, and go there."""
    try:
        picture_id, spec = queries.pending(token)
    except BadSignature:
        raise Http404 from None
    picture = get_object_or_404(Picture, pk=picture_id)
    try:
        made = actions.make_rendition(picture, spec)
    except SourceImageIOError:
        # The original is gone from the storage: the page lacks a picture, not more.
        raise Http404 from None
    response = HttpResponseRedirect(made.url)
    response["Cache-Control"] = "public, max-age=86400"
    return response


def _private_file(name: str):
    if isinstance(default_storage, storage.Bucket) and _type(name) not in _SHOWN:
        filename = name.rpartition("/")[2]
        return HttpResponseRedirect(default_storage.presigned(name, seconds=60, filename=filename))
    response = _file(name)
    response["Cache-Control"] = "private, no-store"
    return response


def _file(name: str) -> FileResponse:
    try:
        content = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError, ValueError):
        raise Http404 from None
    response = FileResponse(
        content,
        as_attachment=_type(name) not in _SHOWN,
        filename=name.rpartition("/")[2],
        content_type=_type(name),
    )
    response["X-Content-Type-Options"] = "nosniff"
    # A drawing opened on its own is a document: it may style itself and nothing else.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


def _type(name: str) -> str:
    ending = name.rpartition(".")[2]
    if ending in ("avif", "webp"):
        # Older systems' tables of types know neither.
        return f"image/{ending}"
    return guess_type(name)[0] or "application/octet-stream"


def _is_member(request) -> bool:
    return request.user.is_superuser or role_of(request.user, request.factory) is not None
