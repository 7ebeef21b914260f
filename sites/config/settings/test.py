"""The test suite: real databases, mails in memory, tasks at once."""

from sites.config.settings.base import *  # noqa: F403
from sites.config.settings.base import LOGGING, STORAGES

DEBUG = False
SECRET_KEY = "only-for-tests-only-for-tests-only-for-tests-only-for-tests"
PLATFORM_HOST = "millfront.test"
PUBLIC_SCHEME = "http"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_AUTOREFRESH = True
LOGGING = LOGGING | {
    "loggers": {"django_tasks": {"level": "WARNING"}, "wagtail": {"level": "WARNING"}}
}
