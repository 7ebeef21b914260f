"""Oscar's label `catalogue`, ours in content."""

from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class CatalogueConfig(OscarConfig):
    name = "storefront.catalogue"
    label = "catalogue"
    verbose_name = _("Catalogue")

    def ready(self):
        from storefront.catalogue import memory

        for model in self.get_models():
            for signal in (post_save, post_delete):
                signal.connect(memory.forget, sender=model, dispatch_uid=f"forget {model} {signal}")
