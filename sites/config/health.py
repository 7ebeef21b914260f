"""Is this process alive, and can it serve? For load balancers; answers on every host."""

from django.core.cache import cache
from django.db import connection
from django.http import JsonResponse


def alive(request):
    """The process answers."""
    return JsonResponse({"status": "ok"})


def ready(request):
    """The database and the cache answer too; 503 names the one that does not."""
    problems = {name: problem for name, check in CHECKS.items() if (problem := _problem(check))}
    return JsonResponse(
        {"status": "unavailable" if problems else "ok", "problems": problems},
        status=503 if problems else 200,
    )


def _database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _cache():
    cache.set("readyz", 1, 5)
    if cache.get("readyz") != 1:
        raise RuntimeError("what was written could not be read back")


CHECKS = {"database": _database, "cache": _cache}


def _problem(check) -> str | None:
    try:
        check()
    except Exception as error:
        return type(error).__name__
    return None
