"""What Wagtail's admin shows a member: the own factory's pages, people and nothing of others."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Site

from sites.tenancy import admin_gate
from sites.tenancy.formfields import register_form_fields
from sites.tenancy.models import Membership
from sites.tenancy.permissions import role_of
from sites.tenancy.scope import current_factory

admin_gate.register_policies()
register_form_fields()

# Menu entries that lead to areas for operators, or that do not apply to a store.
_HIDDEN_MENU = {"reports", "help", "settings", "snippets", "workflows"}


def _members(request):
    """The accounts that work for the factory in scope."""
    return get_user_model().objects.filter(
        pk__in=Membership.objects.values_list("user_id", flat=True)
    )


def _own_site(request):
    factory = current_factory()
    return Site.objects.filter(pk=factory.site_id if factory else None)


# Wagtail offers every account that ever edited a page, and every site, as filter choices.
for _name, _choices in (("owner", _members), ("edited_by", _members), ("site", _own_site)):
    PageFilterSet.base_filters[_name].queryset = _choices
    PageFilterSet.base_filters[_name].extra["queryset"] = _choices


@hooks.register("construct_explorer_page_queryset")
def explore_own_pages(parent_page, pages, request):
    """List the factory's own pages only."""
    return pages if request.user.is_superuser else pages & admin_gate.own_pages()


@hooks.register("construct_page_chooser_queryset")
def choose_own_pages(pages, request):
    """Offer the factory's own pages only."""
    if request.user.is_superuser:
        return pages
    return pages.filter(pk__in=admin_gate.own_pages().values("pk"))


@hooks.register("construct_main_menu")
def hide_what_does_not_apply(request, menu_items):
    """Leave only what a member can enter."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name not in _HIDDEN_MENU]


@hooks.register("construct_homepage_panels")
def hide_other_work(request, panels):
    """The page of someone who works for two factories must not mix them."""
    if not request.user.is_superuser:
        panels[:] = [panel for panel in panels if not _mixes(panel)]


def _mixes(panel) -> bool:
    return type(panel).__module__ == "wagtail.admin.views.home"


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_the_trunk(request, page):
    """A store's root and its home pages carry everything else: they are not deleted by hand."""
    if page.depth <= 3 and not request.user.is_superuser:
        raise PermissionDenied


@hooks.register("before_edit_page")
@hooks.register("before_copy_page")
@hooks.register("before_move_page")
def leave_the_root(request, page, *args):
    """The store's root has nothing to edit."""
    if page.depth <= 2 and not request.user.is_superuser:
        raise PermissionDenied


class MembershipForm(WagtailAdminModelForm):
    """A member's role; a factory never loses its last owner."""

    def clean_role(self):
        role = self.cleaned_data["role"]
        kept = Membership.objects.get(pk=self.instance.pk)
        if role != Membership.Role.OWNER and admin_gate.is_last_owner(kept):
            raise ValidationError(_("A factory needs at least one owner."))
        return role

    class Meta(WagtailAdminModelForm.Meta):
        model = Membership
        fields = ["role"]


class EndMembership(DeleteView):
    """Someone stops working for the factory."""

    def dispatch(self, request, *args, **kwargs):
        if admin_gate.is_last_owner(self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class MembersViewSet(ModelViewSet):
    """The people of the factory and their roles. They are invited from the portal."""

    model = Membership
    name = "members"
    icon = "group"
    menu_label = _("Members")
    menu_order = 900
    add_to_admin_menu = True
    list_display = ["user", "get_role_display"]
    list_filter = ["role"]
    copy_view_enabled = False
    delete_view_class = EndMembership

    def get_form_class(self, for_update=False):
        return MembershipForm


@hooks.register("register_admin_viewset")
def members_viewset():
    """Register the members' area."""
    admin_gate.open_area("members", roles={Membership.Role.OWNER})
    return MembersViewSet()


class PortalMenuItem(MenuItem):
    """The way to the day's work."""

    def is_shown(self, request):
        return role_of(request.user, getattr(request, "factory", None)) is not None


@hooks.register("register_admin_menu_item")
def portal_menu_item():
    """One navigation between the CMS and the portal."""
    return PortalMenuItem(_("Portal"), "/portal/", icon_name="home", name="portal", order=10000)
