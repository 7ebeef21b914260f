"""What the store adds to Wagtail's admin. The gate lets members into these areas."""

from django.urls import path
from django.utils.html import escape
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.snippets.models import register_snippet

from sites.tenancy.admin_gate import HereRole, open_area, own_pages
from storefront.cms.models import Brand, MovedPage
from storefront.cms.translate import SubmitOwnPageTranslation
from storefront.cms.viewsets import BrandViewSet, CatalogueGroup, MovedPageViewSet

for _viewset in CatalogueGroup.items:
    register_permission_policy(_viewset.model, HereRole(_viewset.model))
register_permission_policy(Brand, HereRole(Brand, refused={"add", "delete"}))
register_permission_policy(MovedPage, HereRole(MovedPage))

register_snippet(CatalogueGroup)
register_snippet(BrandViewSet)

for _model in (*(viewset.model for viewset in CatalogueGroup.items), Brand):
    _name = f"{_model._meta.app_label}_{_model._meta.model_name}"
    open_area(f"wagtailsnippets_{_name}")
    open_area(f"wagtailsnippetchoosers_{_name}")


@hooks.register("register_admin_viewset")
def moved_pages():
    """Register the area of moved addresses."""
    open_area("moved")
    return MovedPageViewSet()


# Before wagtail-localize's own, which offers every language of the platform.
@hooks.register("register_admin_urls", order=-10)
def translate_into_own_languages():
    """Offer the store's languages only when a page is translated."""
    return [
        path(
            "localize/submit/page/<int:page_id>/",
            SubmitOwnPageTranslation.as_view(),
            name="cms_submit_page_translation",
        )
    ]


class OwnPageLinks(PageLinkHandler):
    """Links in texts lead to live pages of this store, all of them found in one query."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        wanted = [attrs.get("id") for attrs in attrs_list]
        rows = own_pages().filter(live=True, pk__in=[pk for pk in wanted if str(pk).isdigit()])
        paths = {str(pk): url for pk, url in rows.values_list("pk", "url_path")}
        return [
            f'<a href="/{escape(paths[str(pk)].split("/", 2)[2])}">' if str(pk) in paths else "<a>"
            for pk in wanted
        ]


@hooks.register("register_rich_text_features", order=10)
def own_page_links(features):
    """Replace Wagtail's handler, which would resolve any store's pages one by one."""
    features.register_link_type(OwnPageLinks)
