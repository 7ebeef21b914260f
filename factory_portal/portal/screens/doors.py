"""In and out: signing in and out, forgotten and new passwords, one's own account."""

from django.contrib import messages
from django.contrib.auth import (
    authenticate,
    get_user_model,
    login,
    logout,
    update_session_auth_hash,
)
from django.contrib.auth.tokens import default_token_generator
from django.core.cache import cache
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlsafe_base64_decode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from factory_portal.portal import actions, forms
from factory_portal.portal.areas import writes
from factory_portal.portal.shell import screen
from sites.accounts.models import handle
from sites.tenancy.permissions import role_of
from sites.tenancy.throttle import sign_in_is_closed


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request):
    """The members' door. Too many wrong passwords close it for a quarter of an hour."""
    if role_of(request.user, request.factory) and request.method != "POST":
        return redirect(_next(request))
    form = forms.SignIn(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _known(request, form)
        if user is not None:
            login(request, user)
            return redirect(_next(request))
    return screen(
        request,
        "account/sign_in.html",
        area="",
        title=_("Sign in"),
        form=form,
        next=_next(request),
        status=422 if form.errors else 200,
    )


def _known(request, form):
    email = form.cleaned_data["email"]
    user = authenticate(request, email=email, password=form.cleaned_data["password"])
    if user is None and sign_in_is_closed(request, handle(email, None)):
        form.add_error(None, _("Too many attempts. Try again in a quarter of an hour."))
    elif user is None:
        form.add_error(None, _("This e-mail and password do not belong to a member of this store."))
    return user


def _next(request) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if safe else reverse("portal:today")


@require_POST
def sign_out(request):
    """Leave; the session ends on the server."""
    logout(request)
    return redirect("portal:sign-in")


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request):
    """Ask for a link to a new password; the answer is the same for members and strangers."""
    form = forms.AskPassword(request.POST or None)
    sent = request.method == "POST" and form.is_valid()
    if sent:
        email = form.cleaned_data["email"].lower()
        if cache.add(f"password-link:{request.factory.pk}:{email}", 1, 60):
            actions.send_password_link(email)
    return screen(
        request,
        "account/forgotten.html",
        area="",
        title=_("Forgotten password"),
        form=form,
        sent=sent,
    )


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_password(request, uid: str, token: str):
    """Where the mailed link leads: choose a password and be signed in."""
    user = _user_of_link(uid)
    if user is None or not default_token_generator.check_token(user, token):
        return screen(
            request, "account/link_spent.html", area="", title=_("Link no longer valid"), status=410
        )
    form = forms.SetPassword(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        user.set_password(form.cleaned_data["password"])
        user.save(update_fields=["password"])
        login(request, user, backend="sites.tenancy.backends.DoorBackend")
        messages.success(request, _("Your password is set. Welcome."))
        return redirect("portal:today")
    return screen(
        request,
        "account/set_password.html",
        area="",
        title=_("Choose a password"),
        form=form,
        email=user.email,
        status=422 if form.errors else 200,
    )


def _user_of_link(uid: str):
    try:
        pk = int(urlsafe_base64_decode(uid).decode())
    except ValueError:
        return None
    return get_user_model().objects.filter(pk=pk, factory=None, is_active=True).first()


@writes("account")
@require_http_methods(["GET", "HEAD", "POST"])
def account(request):
    """One's own name, language and password."""
    user = request.user
    values = {name: getattr(user, name) for name in ("first_name", "last_name", "language")}
    about = forms.Account(
        request.POST if request.POST.get("form") == "about" else None, initial=values
    )
    password = forms.ChangePassword(
        request.POST if request.POST.get("form") == "password" else None, user=user
    )
    if about.is_bound and about.is_valid():
        for name, value in about.cleaned_data.items():
            setattr(user, name, value)
        user.save(update_fields=list(about.cleaned_data))
        messages.success(request, _("Saved."))
        return redirect("portal:account")
    if password.is_bound and password.is_valid():
        user.set_password(password.cleaned_data["password"])
        user.save(update_fields=["password"])
        update_session_auth_hash(request, user)
        messages.success(request, _("Your password is changed."))
        return redirect("portal:account")
    return screen(
        request,
        "account/account.html",
        area="account",
        title=_("My account"),
        about=about,
        password=password,
        email=user.email,
        status=422 if about.errors or password.errors else 200,
    )
