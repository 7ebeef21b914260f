"""What every installation shares. Differences come from the environment, read here only."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from sites.config.settings import environment as env
from storefront.installed import OSCAR, STORE_APPS
from themes.engine.paths import STATICFILES_DIRS, TEMPLATE_DIRS  # noqa: F401

PROJECT = Path(__file__).resolve().parents[3]
VAR = env.folder("VAR_DIR", PROJECT / "var")

PLATFORM_HOST = env.host("PLATFORM_HOST", "localhost")
PUBLIC_SCHEME = "https"
PUBLIC_PORT = ""
# Hosts are looked up in the database by the first middleware; an unknown one gets a 404.
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "modeltranslation",
    "sites.tenancy.apps.TenancyConfig",
    "sites.accounts.apps.AccountsConfig",
    "sites.events.apps.EventsConfig",
    "sites.launch.apps.LaunchConfig",
    "sites.platform.apps.PlatformConfig",
    "media.library",
    "themes.engine",
    *STORE_APPS,
    "storefront.pricing",
    "storefront.companies",
    "storefront.cms",
    "factory_portal.inventory",
    "factory_portal.freight",
    "factory_portal.production",
    "factory_portal.quotes",
    "factory_portal.orders",
    "factory_portal.money",
    "factory_portal.shipments",
    "factory_portal.documents",
    "factory_portal.portal",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "treebeard",
    "widget_tweaks",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.flatpages",
    "django.contrib.messages",
    "sites.config.static.CollectedStaticFiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "sites.tenancy.middleware.FactoryMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sites.config.headers.ContentSecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sites.tenancy.languages.StoreLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sites.tenancy.admin_gate.AdminGate",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "storefront.basket.middleware.BasketMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "sites.config.urls_store"
WSGI_APPLICATION = "sites.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": TEMPLATE_DIRS,
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{VAR / 'millfront.sqlite3'}")}
# The role that row-level security holds to a factory; empty on SQLite, which has no roles.
DATABASE_APP_ROLE = env.text("DATABASE_APP_ROLE", "millfront_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.redis("REDIS_URL")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["sites.tenancy.backends.DoorBackend"]
SESSION_ENGINE = "sites.tenancy.sessions"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/portal/sign-in/"
LOGIN_REDIRECT_URL = "/portal/"

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("zh-hans", _("Simplified Chinese")),
    ("ar", _("Arabic")),
    ("es", _("Spanish")),
    ("de", _("German")),
    ("fr", _("French")),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en", "zh-hans", "es", "de", "fr", "ar")
MODELTRANSLATION_CUSTOM_FIELDS = ()
LOCALE_PATHS = [PROJECT / "sites" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# On a bucket when one is configured, on the local disk otherwise.
MEDIA_BUCKET = env.text("MEDIA_BUCKET", "")
AWS_S3_ENDPOINT_URL = env.text("AWS_S3_ENDPOINT_URL", "") or None
AWS_S3_REGION_NAME = env.text("AWS_S3_REGION_NAME", "us-east-1")
AWS_QUERYSTRING_EXPIRE = 600
STORAGES = {
    "default": {"BACKEND": "media.library.storage.files"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 60
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

WAGTAIL_SITE_NAME = "Millfront"
WAGTAILADMIN_BASE_URL = f"https://{PLATFORM_HOST}"
WAGTAILIMAGES_IMAGE_MODEL = "library.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "library.Document"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "svg"]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Members come in by one door, the portal's.
WAGTAILADMIN_LOGIN_URL = "/portal/sign-in/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = False  # tasks and workflows know no factory
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""  # would look an address up in every store
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_FEATURE_DETECTION_ENABLED = False
WAGTAILSEARCH_BACKENDS = {
    "default": (
        {
            "BACKEND": "wagtail.search.backends.opensearch3",
            "URLS": [env.text("OPENSEARCH_URL", "")],
            "INDEX": "millfront",
        }
        if env.text("OPENSEARCH_URL", "")
        else {"BACKEND": "wagtail.search.backends.database"}
    )
}
MODELSEARCH_BACKENDS = WAGTAILSEARCH_BACKENDS
TAGGIT_CASE_INSENSITIVE = True

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
EVENT_REACTIONS = "sites.config.reactions.REACTIONS"

EMAIL_URL = env.text("EMAIL_URL", "")
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"Millfront <no-reply@{PLATFORM_HOST}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 20

STRIPE_SECRET_KEY = env.text("STRIPE_SECRET_KEY", "")
STRIPE_WEBHOOK_SECRET = env.text("STRIPE_WEBHOOK_SECRET", "")
STRIPE_API_BASE = env.text("STRIPE_API_BASE", "")

# Whether a proxy of ours stands in front and names the visitor in X-Forwarded-For.
BEHIND_PROXY = env.flag("BEHIND_PROXY")

# For how long a basket that has reached the checkout keeps its lots and slots.
HOLD_MINUTES = env.number("HOLD_MINUTES", 30)

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the CMS previews pages in a frame of its own
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # which asks for DENY

SITE_ID = 1
globals().update(OSCAR)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO").upper()},
}
