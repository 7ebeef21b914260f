"""Members: who works here and in which role. The owner's."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factory_portal.portal import actions, formats, forms
from factory_portal.portal.areas import writes
from factory_portal.portal.shell import list_screen, screen
from factory_portal.portal.tables import Cell, Choice, Column, Filter, ListSpec
from sites.tenancy.models import Membership


@writes("members")
@require_http_methods(["GET", "HEAD", "POST"])
def members(request):
    """The list of members, and the form that invites another."""
    form = forms.Invite(request.POST or None)
    if request.method == "POST" and form.is_valid() and _invited(request, form):
        return redirect("portal:members")
    return list_screen(
        request,
        _spec(),
        area="members",
        title=_("Members"),
        template="members/list.html",
        form=form,
        status=422 if form.errors else 200,
    )


def _invited(request, form) -> bool:
    typed = form.cleaned_data
    try:
        actions.invite(actions.Invitation(**typed), by=request.user)
    except actions.AlreadyMember:
        form.add_error("email", _("This person is a member already."))
        return False
    messages.success(request, _("%(email)s is invited.") % {"email": typed["email"]})
    return True


def _spec() -> ListSpec:
    return ListSpec(
        name="members",
        rows=Membership.objects.select_related("user"),
        search=("user__email", "user__first_name", "user__last_name"),
        search_hint=_("Name or e-mail"),
        sort="name",
        empty=_("Nobody works here yet."),
        filters=(
            Filter(
                key="role",
                label=_("Role"),
                choices=tuple(
                    Choice(
                        value=value, label=label, narrow=lambda rows, v=value: rows.filter(role=v)
                    )
                    for value, label in Membership.Role.choices
                ),
            ),
        ),
        columns=(
            Column(
                key="name",
                label=_("Name"),
                sort=("user__first_name", "user__email"),
                cell=lambda row: Cell(
                    text=str(row.user), url=reverse("portal:member", args=[row.pk])
                ),
            ),
            Column(
                key="email",
                label=_("E-mail"),
                sort=("user__email",),
                cell=lambda row: row.user.email,
            ),
            Column(
                key="role",
                label=_("Role"),
                sort=("role",),
                cell=lambda row: Cell(text=row.get_role_display(), level="info"),
            ),
            Column(
                key="state",
                label=_("State"),
                cell=lambda row: (
                    Cell(text=_("active"), level="success")
                    if row.user.has_usable_password()
                    else Cell(text=_("invited"), level="warning")
                ),
            ),
            Column(
                key="since",
                label=_("Since"),
                sort=("created_at",),
                cell=lambda row: Cell(text=formats.day(row.created_at.date()), date=True),
                value=lambda row: row.created_at.date().isoformat(),
            ),
        ),
    )


@writes("members")
@require_http_methods(["GET", "HEAD", "POST"])
def member(request, pk: int):
    """One member: another role."""
    membership = _found(pk)
    form = forms.RoleChoice(request.POST or None, initial={"role": membership.role})
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_role(pk, role=form.cleaned_data["role"])
        except actions.LastOwner:
            form.add_error("role", _("A store keeps at least one owner."))
        else:
            messages.success(request, _("Saved."))
            return redirect("portal:members")
    return _screen(request, membership, form)


@writes("members")
@require_POST
def let_go(request, pk: int):
    """End a membership."""
    membership = _found(pk)
    try:
        actions.let_go(pk)
    except actions.LastOwner:
        messages.error(request, _("A store keeps at least one owner."))
        return redirect("portal:member", pk=pk)
    messages.success(request, _("%(name)s is no longer a member.") % {"name": membership.user})
    return redirect("portal:members")


def _found(pk: int) -> Membership:
    membership = Membership.objects.select_related("user").filter(pk=pk).first()
    if membership is None:
        raise Http404
    return membership


def _screen(request, membership, form):
    return screen(
        request,
        "members/member.html",
        area="members",
        title=str(membership.user),
        form=form,
        email=membership.user.email,
        pk=membership.pk,
        is_self=membership.user_id == request.user.pk,
        status=422 if form.errors else 200,
    )
