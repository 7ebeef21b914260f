from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "sites.events"
    label = "events"
