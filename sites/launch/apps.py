from django.apps import AppConfig


class LaunchConfig(AppConfig):
    name = "sites.launch"
    label = "launch"
    verbose_name = "Launch"
