from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate


class TenancyConfig(AppConfig):
    name = "sites.tenancy"
    label = "tenancy"

    def ready(self):
        from sites.tenancy import hosts, rowsecurity

        connection_created.connect(rowsecurity.on_connect, dispatch_uid="tenancy_on_connect")
        # Tables come and go in migrations of any app: down before the first, up after the last.
        pre_migrate.connect(rowsecurity.raze, sender=self, dispatch_uid="tenancy_raze")
        post_migrate.connect(_last(rowsecurity.build), dispatch_uid="tenancy_build", weak=False)
        for model in (self.get_model("Factory"), self.get_model("Host")):
            for signal in (post_save, post_delete):
                signal.connect(hosts.forget, sender=model, dispatch_uid=f"hosts_{signal}_{model}")


def _last(build):
    """Run once, when the last app's post_migrate comes by."""
    from django.apps import apps

    def after_last_app(sender, **kwargs):
        with_models = [config for config in apps.get_app_configs() if config.models_module]
        if sender is with_models[-1]:
            build()

    return after_last_app
