"""The buyer's account: register, sign in and out, a new password, orders, profile."""

from functools import wraps

from django.contrib import auth
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sites.tenancy.throttle import throttled
from storefront import formats
from storefront.basket import actions as baskets
from storefront.customer import actions
from storefront.order import queries as orders
from storefront.pages import words
from storefront.pages.asking import buyer_of
from storefront.pages.forms import Answers, country_options, group
from storefront.same_origin import same_origin
from storefront.shell import frame, shell_for
from themes.engine.contract import (
    AccountFormPage,
    AccountOrdersPage,
    Field,
    Form,
    Link,
    Message,
    Meta,
    NoticePage,
    Option,
    OrderRow,
    Pager,
)
from themes.engine.render import page_response

ORDERS_PER_PAGE = 20


def page(view):
    """A page of the account: never cached, posted from here only."""
    methods = require_http_methods(["GET", "HEAD", "POST"])
    return never_cache(same_origin(methods(view)))


def own(view):
    """A page for signed-in buyers; others are asked to sign in and come back."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.carried.owner is None:
            return HttpResponseRedirect(f"{reverse('account_login')}?next={request.path}")
        return view(request, *args, **kwargs)

    return page(guarded)


# ── In and out ───────────────────────────────────────────────────────────────────────────────


@page
def login(request):
    """Sign in with the store's own account."""
    fields = _login_fields()
    values, errors, said = {"next": request.GET.get("next", "")}, {}, ()
    if request.method == "POST":
        found = Answers.read(request.POST, fields)
        values, errors = found.values, found.errors
        if found.are_good:
            user = auth.authenticate(
                request,
                email=values["email"],
                password=request.POST.get("password", ""),
                audience="buyer",
            )
            if user is not None:
                return _signed_in(request, user, values["next"])
            said = (_("E-mail and password do not match an account of this store."),)
    shown = AccountFormPage(
        title=_("Sign in"),
        form=Form(
            action=reverse("account_login"),
            submit=_("Sign in"),
            groups=(group(fields, values=values, errors=errors),),
            errors=said,
            token=False,
        ),
        links=(
            Link(text=_("Create an account"), url=reverse("account_register")),
            Link(text=_("Forgotten password"), url=reverse("account_reset")),
        ),
        points=_points(),
    )
    return _show(request, shown, status=422 if errors or said else 200)


@page
@throttled("register", times=20, seconds=3600)
def register(request):
    """Open an account."""
    fields = _register_fields()
    values, errors, said = {}, {}, ()
    if request.method == "POST":
        found = Answers.read(request.POST, fields)
        values, errors = found.values, found.errors
        if found.are_good:
            try:
                buyer = actions.register(
                    email=values["email"],
                    password=request.POST.get("password", ""),
                    language=translation.get_language(),
                    name=values["name"],
                    **{name: values[name] for name in _KNOWN},
                )
            except actions.AlreadyRegistered:
                errors["email"] = _("There is an account with this address. Sign in instead.")
            except actions.WeakPassword as weak:
                errors["password"] = " ".join(weak.messages)
            else:
                return _signed_in(request, buyer.user, "")
    shown = AccountFormPage(
        title=_("Create an account"),
        form=Form(
            action=reverse("account_register"),
            submit=_("Create the account"),
            groups=(group(fields, values=values, errors=errors),),
            errors=said,
            token=False,
        ),
        links=(Link(text=_("Sign in"), url=reverse("account_login")),),
        points=_points(),
    )
    return _show(request, shown, status=422 if errors else 200)


@same_origin
@require_POST
def logout(request):
    """Sign out; the basket stays with the account."""
    auth.logout(request)
    request.carried.drop()
    return HttpResponseRedirect(f"/{translation.get_language()}/")


def _signed_in(request, user, next_url: str):
    guests = request.carried.basket
    auth.login(request, user, backend="sites.tenancy.backends.DoorBackend")
    basket = baskets.hand_over(guests, owner=user)
    if basket:
        request.carried.keep(basket)
    safe = url_has_allowed_host_and_scheme(next_url, allowed_hosts=None)
    return HttpResponseRedirect(next_url if next_url and safe else reverse("account_orders"))


# ── A new password ───────────────────────────────────────────────────────────────────────────


@page
@throttled("reset", times=10, seconds=3600)
def reset(request):
    """Ask for a mail that lets one choose a new password."""
    fields = (_email_field(),)
    values, errors, said = {}, {}, ()
    if request.method == "POST":
        found = Answers.read(request.POST, fields)
        values, errors = found.values, found.errors
        if found.are_good:
            actions.offer_reset(email=values["email"], language=translation.get_language())
            text = _("If this store has an account with that address, a mail is on its way.")
            said = (Message(text=text, level="success"),)
            values = {}
    shown = AccountFormPage(
        title=_("Forgotten password"),
        intro=_("We mail you an address at which you choose a new one."),
        form=Form(
            action=reverse("account_reset"),
            submit=_("Send the mail"),
            groups=(group(fields, values=values, errors=errors),),
            token=False,
        ),
        links=(Link(text=_("Sign in"), url=reverse("account_login")),),
    )
    return _show(request, shown, messages=said, status=422 if errors else 200)


@page
def new_password(request, uid: str, token: str):
    """Choose a new password, once."""
    try:
        user = actions.who_resets(uid, token)
    except actions.LinkExpired:
        return _show(request, _expired(), status=410)
    fields = (_password_field(_("New password"), "new-password"),)
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            actions.set_password(user, password=request.POST.get("password", ""))
        except actions.WeakPassword as weak:
            errors["password"] = " ".join(weak.messages)
        else:
            return _signed_in(request, user, "")
    shown = AccountFormPage(
        title=_("New password"),
        form=Form(
            action=request.path,
            submit=_("Save the password"),
            groups=(group(fields, values={}, errors=errors),),
            token=False,
        ),
    )
    return _show(request, shown, status=422 if errors else 200)


def _expired() -> NoticePage:
    return NoticePage(
        title=_("This address has expired"),
        text=_("It works once and for one day. Ask for a new mail."),
        actions=(Link(text=_("Send a new mail"), url=reverse("account_reset")),),
    )


# ── Orders and profile ───────────────────────────────────────────────────────────────────────


@own
def order_list(request):
    """The buyer's orders, newest first."""
    pages = Paginator(orders.orders_of(request.carried.owner), ORDERS_PER_PAGE)
    current = pages.get_page(request.GET.get("page"))
    here = reverse("account_orders")
    shown = AccountOrdersPage(
        title=_("Your orders"),
        menu=_menu("orders"),
        rows=tuple(_order_row(one) for one in current),
        pager=Pager(
            label=_("Pages of the list"),
            previous_url=f"{here}?page={current.number - 1}" if current.has_previous() else "",
            next_url=f"{here}?page={current.number + 1}" if current.has_next() else "",
        )
        if pages.num_pages > 1
        else None,
        logout_url=reverse("account_logout"),
        catalogue_url=frame().products_url,
    )
    return _show(request, shown)


@own
def profile(request):
    """Who the buyer is and which company the orders are for."""
    buyer = buyer_of(request)
    fields = _profile_fields(request.factory)
    values = {
        "name": buyer.user.get_full_name(),
        "language": buyer.user.language or translation.get_language(),
        **{name: getattr(buyer, name) for name in _KNOWN},
    }
    errors, said = {}, ()
    if request.method == "POST":
        found = Answers.read(request.POST, fields)
        values, errors = found.values, found.errors
        if found.are_good:
            actions.describe(
                buyer,
                name=values["name"],
                language=values["language"],
                **{name: values[name] for name in _KNOWN},
            )
            said = (Message(text=_("Your profile is saved."), level="success"),)
    shown = AccountFormPage(
        title=_("Your profile"),
        intro=_terms_of(buyer),
        form=Form(
            action=reverse("account_profile"),
            submit=_("Save"),
            groups=(group(fields, values=values, errors=errors),),
            token=False,
        ),
        menu=_menu("profile"),
    )
    return _show(request, shown, messages=said, status=422 if errors else 200)


def _terms_of(buyer) -> str:
    if buyer.company is None:
        return ""
    prices = buyer.company.price_list
    return _("You buy for %(company)s: price list %(list)s, payment %(terms)s.") % {
        "company": buyer.company.name,
        "list": prices.name if prices else _("public"),
        "terms": buyer.company.payment_terms or _("as agreed"),
    }


def _order_row(one) -> OrderRow:
    status, level = words.status(one.status)
    return OrderRow(
        number=one.number,
        url=reverse("order", args=[one.number]),
        placed=formats.day(one.date_placed.astimezone(formats.factory_zone()).date(), short=True),
        total=formats.money(one.total_incl_tax, one.currency),
        status=status,
        status_level=level,
        ready=formats.day(one.promised_on, short=True) if one.promised_on else "",
        po_number=one.purchase_order_number,
    )


def _menu(here: str) -> tuple[Link, ...]:
    names = {"orders": _("Orders"), "profile": _("Profile")}
    return tuple(
        Link(text=text, url=reverse(f"account_{name}"), current=name == here)
        for name, text in names.items()
    )


def _points() -> tuple[str, ...]:
    return (
        _("Your company's prices and terms"),
        _("All your orders with their dates and documents"),
        _("Your details are filled in at the checkout"),
    )


# ── Fields ───────────────────────────────────────────────────────────────────────────────────

_KNOWN = ("company_name", "country", "tax_number", "phone")


def _email_field() -> Field:
    return Field(
        name="email", label=_("E-mail"), type="email", required=True, autocomplete="username"
    )


def _password_field(label: str, autocomplete: str) -> Field:
    return Field(
        name="password",
        label=label,
        type="password",
        required=True,
        autocomplete=autocomplete,
        help=_("At least 10 characters.") if autocomplete == "new-password" else "",
    )


def _login_fields() -> tuple[Field, ...]:
    return (
        _email_field(),
        _password_field(_("Password"), "current-password"),
        Field(name="next", label="", type="hidden"),
    )


def _company_fields() -> tuple[Field, ...]:
    return (
        Field(name="company_name", label=_("Company"), autocomplete="organization"),
        Field(
            name="country",
            label=_("Country"),
            type="select",
            options=country_options(),
            autocomplete="country",
        ),
        Field(name="tax_number", label=_("Tax number"), code=True),
        Field(name="phone", label=_("Phone"), type="tel", autocomplete="tel"),
    )


def _name_field() -> Field:
    return Field(name="name", label=_("Your name"), required=True, autocomplete="name")


def _register_fields() -> tuple[Field, ...]:
    return (
        _name_field(),
        _email_field(),
        _password_field(_("Password"), "new-password"),
        *_company_fields(),
    )


def _profile_fields(factory) -> tuple[Field, ...]:
    languages = tuple(
        Option(value=code, label=formats.language_name(code)) for code in factory.languages
    )
    return (
        _name_field(),
        Field(name="language", label=_("Language"), type="select", options=languages),
        *_company_fields(),
    )


def _show(request, shown, *, messages=(), status: int = 200):
    shell = shell_for(request, meta=Meta(title=shown.title, index=False), messages=messages)
    return page_response(request, page=shown, shell=shell, status=status)
