from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "storefront.cms"
    label = "cms"
    verbose_name = _("Pages and brand")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from storefront.catalogue import memory

        # Menus, footer and look are remembered with the catalogue.
        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(memory.forget, dispatch_uid=f"cms_forget_{id(signal)}")
        for signal in (post_save, post_delete):
            signal.connect(memory.forget, sender=self.get_model("Brand"))
