"""What members type: read, checked, and given back with the error beside the field."""

from decimal import Decimal

from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from factory_portal.inventory.models import Warehouse
from factory_portal.portal import formats
from media.library.checks import clean_picture
from sites.tenancy.models import Membership

LEAST = Decimal("0.0001")


class LabelsWithoutColon(forms.Form):
    """A form of the portal: labels stand above their fields, so no colon."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class QuantityField(forms.DecimalField):
    """An exact quantity, not below zero, on a number pad."""

    def __init__(self, *, least=LEAST, **kwargs):
        kwargs.setdefault("max_digits", 18)
        kwargs.setdefault("decimal_places", 4)
        super().__init__(min_value=least, **kwargs)
        self.widget.attrs |= {"step": "any", "inputmode": "decimal", "dir": "ltr"}


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class SignIn(LabelsWithoutColon):
    email = forms.EmailField(
        label=_("E-mail"),
        widget=forms.EmailInput(
            attrs={"autocomplete": "username", "autofocus": True, "dir": "ltr"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class AskPassword(LabelsWithoutColon):
    email = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username", "dir": "ltr"})
    )


class SetPassword(LabelsWithoutColon):
    password = forms.CharField(
        label=_("New password"),
        strip=False,
        help_text=_("At least 10 characters; not one that others use too."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self):
        password = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self):
        typed = super().clean()
        if typed.get("password") and typed.get("again") and typed["password"] != typed["again"]:
            self.add_error("again", _("The two passwords differ."))
        return typed


class Account(LabelsWithoutColon):
    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    language = forms.ChoiceField(label=_("Language of the portal"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        browser = ("", _("as the browser asks"))
        self.fields["language"].choices = [browser, *formats.language_names()]


class ChangePassword(SetPassword):
    current = forms.CharField(
        label=_("Current password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["current", "password", "again"]

    def clean_current(self):
        current = self.cleaned_data["current"]
        if not self.user.check_password(current):
            raise forms.ValidationError(_("This is not your current password."))
        return current


class Invite(LabelsWithoutColon):
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"dir": "ltr"}))
    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role.choices)
    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [
            ("", _("as the browser asks")),
            *formats.language_names(),
        ]


class RoleChoice(LabelsWithoutColon):
    role = forms.ChoiceField(label=_("Role"), choices=Membership.Role.choices)


class Note(LabelsWithoutColon):
    text = forms.CharField(
        label=_("Internal note"),
        max_length=2000,
        help_text=_("Buyers never see it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CancelOrder(LabelsWithoutColon):
    reason = forms.CharField(
        label=_("Why is it cancelled?"),
        max_length=500,
        help_text=_("It stays in the order's log."),
    )


class Count(LabelsWithoutColon):
    """A stock count of one lot in one warehouse."""

    counted = QuantityField(label=_("Counted"), least=0)
    reason = forms.CharField(label=_("Reason"), max_length=120)
    key = forms.CharField(widget=forms.HiddenInput, max_length=60)


class Receive(LabelsWithoutColon):
    """A lot that came in."""

    lot = forms.CharField(label=_("Lot number"), max_length=64)
    quantity = QuantityField(label=_("Quantity"))
    warehouse = forms.ModelChoiceField(label=_("Warehouse"), queryset=None, empty_label=None)
    bin = forms.CharField(label=_("Bin"), max_length=40, required=False)
    produced_on = forms.DateField(label=_("Produced on"), required=False, widget=DayInput())
    source = forms.CharField(
        label=_("From"), max_length=120, help_text=_("Supplier and delivery note, for example.")
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["warehouse"].queryset = Warehouse.objects.all()


class ReportOutput(LabelsWithoutColon):
    """What came out of a production order."""

    good = QuantityField(label=_("Good"), least=0, required=False)
    scrap = QuantityField(label=_("Scrap"), least=0, required=False)
    note = forms.CharField(label=_("Reason for scrap, or a note"), max_length=255, required=False)
    key = forms.CharField(widget=forms.HiddenInput, max_length=60)

    def clean(self):
        typed = super().clean()
        good, scrap = typed.get("good") or Decimal(0), typed.get("scrap") or Decimal(0)
        if not self.errors and not good and not scrap:
            self.add_error("good", _("Count something first."))
        if scrap and not typed.get("note"):
            self.add_error("note", _("Say why there is scrap."))
        return typed | {"good": good, "scrap": scrap}


class TakePhotograph(LabelsWithoutColon):
    """A picture from the phone's camera."""

    picture = forms.FileField(
        label=_("Photograph"),
        widget=forms.FileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp,image/avif", "capture": "environment"}
        ),
    )
    caption = forms.CharField(
        label=_("What does it show?"),
        max_length=200,
        help_text=_("Read to buyers who cannot see it."),
    )
    buyer_visible = forms.BooleanField(
        label=_("The buyer may see it"), required=False, initial=True
    )

    def clean_picture(self):
        return clean_picture(self.cleaned_data["picture"])


class PackageRow(LabelsWithoutColon):
    """A run of like packages."""

    kind = forms.ChoiceField(label=_("Kind"))
    count = forms.IntegerField(label=_("How many"), min_value=1, max_value=99999)
    length_cm = forms.DecimalField(
        label=_("Length, cm"), min_value=Decimal("0.1"), max_digits=8, decimal_places=1
    )
    width_cm = forms.DecimalField(
        label=_("Width, cm"), min_value=Decimal("0.1"), max_digits=8, decimal_places=1
    )
    height_cm = forms.DecimalField(
        label=_("Height, cm"), min_value=Decimal("0.1"), max_digits=8, decimal_places=1
    )
    net_kg = forms.DecimalField(
        label=_("Net each, kg"), min_value=0, max_digits=10, decimal_places=3
    )
    gross_kg = forms.DecimalField(
        label=_("Gross each, kg"), min_value=Decimal("0.001"), max_digits=10, decimal_places=3
    )
    contents = forms.CharField(label=_("Contents"), max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        from factory_portal.shipments.models import Package

        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Package.Kind.choices
        for name in ("count", "length_cm", "width_cm", "height_cm", "net_kg", "gross_kg"):
            self.fields[name].widget.attrs |= {"dir": "ltr", "inputmode": "decimal"}

    def clean(self):
        typed = super().clean()
        if not self.errors and typed["gross_kg"] < typed["net_kg"]:
            self.add_error("gross_kg", _("Gross cannot be below net."))
        return typed


class Dispatch(LabelsWithoutColon):
    """Who carries a shipment, and how it is followed."""

    carrier = forms.CharField(label=_("Carrier"), max_length=120)
    tracking_number = forms.CharField(
        label=_("Tracking number"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    tracking_url = forms.URLField(
        label=_("Tracking address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )


class PaymentSeen(LabelsWithoutColon):
    """Money that the bank shows."""

    amount = QuantityField(
        label=_("Amount on the account"), least=Decimal("0.001"), max_digits=14, decimal_places=3
    )
    seen_on = forms.DateField(label=_("Value date"), widget=DayInput())
    reference = forms.CharField(
        label=_("The bank's own reference"),
        max_length=110,
        help_text=_("As on the statement: one entry is booked only once."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )


class Answer(LabelsWithoutColon):
    """What sales writes back to an enquiry."""

    text = forms.CharField(
        label=_("Answer"),
        max_length=8000,
        help_text=_("It is mailed as written."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
