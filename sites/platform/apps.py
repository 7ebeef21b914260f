from django.apps import AppConfig


class PlatformConfig(AppConfig):
    name = "sites.platform"
    label = "platform"
