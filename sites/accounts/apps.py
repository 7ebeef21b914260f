from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sites.accounts"
    label = "accounts"
