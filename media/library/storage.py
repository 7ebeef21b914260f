"""Where files lie: on the local disk, or in one S3 bucket. Names and addresses are the same.

Every name begins with its factory's id, then ``public`` or ``private``, then an unguessable
part. Addresses are always on the store's own host (``/media/…``), so the view can refuse a file
of another factory, pages keep one origin, and a proxy or CDN in front may cache what is public.
"""

import secrets

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.signing import BadSignature, TimestampSigner
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from media.library.rules import PRIVATE, PUBLIC, owner_and_shelf, stored_name

_SALT = "media.library.address"


def files():
    """The installation's storage (``STORAGES["default"]``): a bucket if one is configured.

    The bucket's region, endpoint and keys are django-storages' own ``AWS_*`` settings.
    """
    if settings.MEDIA_BUCKET:
        return Bucket(bucket_name=settings.MEDIA_BUCKET)
    return Disk()


def private_path(instance, filename: str) -> str:
    """``upload_to`` of every file that only signed addresses and members may read."""
    return _path(instance, PRIVATE, filename)


def public_path(instance, filename: str) -> str:
    """``upload_to`` of files that anyone may read on the factory's own host."""
    return _path(instance, PUBLIC, filename)


def _path(instance, shelf: str, filename: str) -> str:
    if instance.factory_id is None:
        raise ValueError("A file needs a factory before it can be stored.")
    return stored_name(
        factory_id=instance.factory_id,
        shelf=shelf,
        filename=filename,
        token=secrets.token_urlsafe(12),
    )


def address(name: str) -> str:
    """Where a file is read: a plain address if it is public, else one that expires."""
    plain = f"{settings.MEDIA_URL}{filepath_to_uri(name)}"
    found = owner_and_shelf(name)
    if found and found[1] == PUBLIC:
        return plain
    key = TimestampSigner(salt=_SALT).sign(name)[len(name) + 1 :]
    return f"{plain}?key={key}"


def has_valid_key(name: str, key: str) -> bool:
    """Whether this key opens this file now (``MEDIA_ADDRESS_SECONDS``, a quarter of an hour)."""
    try:
        TimestampSigner(salt=_SALT).unsign(
            f"{name}:{key}", max_age=getattr(settings, "MEDIA_ADDRESS_SECONDS", 900)
        )
    except BadSignature:
        return False
    return True


class Disk(FileSystemStorage):
    """Files under ``MEDIA_ROOT``."""

    def url(self, name):
        return address(name)


class Bucket(S3Storage):
    """Files in an S3 bucket that itself shows nothing to the public."""

    # Names are unguessable and new each time: asking S3 whether one is taken would be a round
    # trip for nothing.
    file_overwrite = True
    default_acl = None

    def url(self, name, parameters=None, expire=None, http_method=None):
        return address(name)

    def presigned(self, name: str, *, seconds: int, filename: str) -> str:
        """S3's own signed address, offered for download under its plain file name."""
        return super().url(
            name,
            parameters={"ResponseContentDisposition": f'attachment; filename="{filename}"'},
            expire=seconds,
        )
