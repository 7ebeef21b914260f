"""The sign-up form: the launch command's questions, asked of a person."""

from babel import Locale
from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from pycountry import countries, currencies

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE

THEMES = [
    ("datum", _("Datum: technical, ruled, part number first")),
    ("loom", _("Loom: warm, photographs first")),
    ("lattice", _("Lattice: dense, table first")),
]


def _locale() -> Locale:
    code = (translation.get_language() or "en").replace("-hans", "_Hans").replace("-", "_")
    return Locale.parse(code)


def country_choices() -> list[tuple[str, str]]:
    """Countries by name in the visitor's language; none is chosen before the visitor does."""
    names = _locale().territories
    known = {country.alpha_2: country.name for country in countries}
    by_name = sorted(
        ((code, names.get(code, name)) for code, name in known.items()), key=lambda pair: pair[1]
    )
    return [("", "–"), *by_name]


def currency_choices() -> list[tuple[str, str]]:
    """Currencies by code and name in the visitor's language."""
    names = _locale().currencies
    return [
        (currency.alpha_3, f"{currency.alpha_3} – {names.get(currency.alpha_3, currency.name)}")
        for currency in sorted(currencies, key=lambda currency: currency.alpha_3)
    ]


class SignUpForm(forms.Form):
    """Everything a store needs to open; files may follow later."""

    name = forms.CharField(label=_("Brand"), max_length=120)
    slug = forms.SlugField(
        label=_("Address"),
        max_length=63,
        help_text=_("Letters, digits and hyphens: the first part of your store's address."),
    )
    theme = forms.ChoiceField(label=_("Look"), choices=THEMES, widget=forms.RadioSelect)
    country = forms.ChoiceField(label=_("Country of the factory"), choices=country_choices)
    languages = forms.MultipleChoiceField(
        label=_("Languages of the store"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        initial=["en"],
    )
    currency = forms.ChoiceField(
        label=_("Currency of your prices"), choices=currency_choices, initial="USD"
    )
    owner_email = forms.EmailField(label=_("Your e-mail address"))
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least ten characters."),
    )
    catalogue = forms.FileField(label=_("Catalogue"), required=False, help_text=_("CSV or XLSX"))
    stock = forms.FileField(label=_("Stock"), required=False, help_text=_("CSV or XLSX"))
    capacity = forms.FileField(label=_("Work centres"), required=False, help_text=_("CSV or XLSX"))

    def clean_password(self):
        password = self.cleaned_data["password"]
        password_validation.validate_password(password)
        return password

    def clean(self):
        for name in ("catalogue", "stock", "capacity"):
            upload = self.cleaned_data.get(name)
            if upload and upload.size > LARGEST_FILE:
                self.add_error(name, _("This file is larger than 20 MB."))
        return self.cleaned_data


class StatusForm(forms.Form):
    """Why a store is closed or opened again; kept with the event."""

    reason = forms.CharField(label=_("Reason"), max_length=200)
