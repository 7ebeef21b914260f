"""From a host name to the factory behind it. The one look-up that runs outside any scope."""

from django.conf import settings
from django.core.cache import cache

from sites.tenancy.models import Factory, Host

SECONDS_REMEMBERED = 30


def factory_at(host_name: str) -> Factory | None:
    """The factory whose store answers at this host name (lower case, no port), or None."""
    key = f"host:{host_name}"
    found = cache.get(key)
    if found is None:
        host = (
            Host.objects.filter(name=host_name)
            .select_related("factory__site", "factory__editors")
            .first()
        )
        found = host.factory if host else False
        cache.set(key, found, SECONDS_REMEMBERED)
    return found or None


def forget(sender, instance, **kwargs) -> None:
    """Drop what is remembered about a changed factory or host."""
    if isinstance(instance, Host):
        names = [instance.name]
    else:
        names = list(instance.hosts.values_list("name", flat=True)) if instance.pk else []
    cache.delete_many([f"host:{name}" for name in names])


def primary_host(factory: Factory) -> str:
    """The host name that the factory's own addresses are written with."""
    hosts = sorted(factory.hosts.all(), key=lambda host: not host.is_primary)
    return hosts[0].name if hosts else f"{factory.slug}.{settings.PLATFORM_HOST}"


def store_address(factory: Factory, path: str = "/") -> str:
    """A full address in the factory's store, for mails and for other machines."""
    return f"{settings.PUBLIC_SCHEME}://{primary_host(factory)}{settings.PUBLIC_PORT}{path}"
