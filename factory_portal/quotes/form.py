"""The enquiry form: what it asks, and what was typed as values."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from factory_portal.quotes import rules
from factory_portal.quotes.models import Enquiry
from sites.tenancy.scope import current_factory
from sites.values.address import INCOTERMS
from storefront.pages.forms import Answers, country_options, filled
from themes.engine.contract import Field, FieldGroup, Form, Option

LEAST_ROWS = 3
FILE_BYTES = 10 * 1024 * 1024
MOST_FILES = 5
ACCEPT = ".pdf,.step,.stp,.dwg,.dxf,.igs,.iges,.stl,.3mf,.png,.jpg,.jpeg,.xlsx,.docx,.csv,.zip"
RFQ, CONTACT = Enquiry.Kind.RFQ, Enquiry.Kind.CONTACT


class Typed:
    """An enquiry as a visitor filled it in: values, errors, and the enquiry if there are none."""

    def __init__(self, posted: Mapping[str, str], files: Sequence = ()):
        self.kind = CONTACT if posted.get("kind") == CONTACT else RFQ
        self.files = list(files)
        self.is_trap_sprung = bool(posted.get("website"))
        self.rows = [
            tuple(
                posted.get(f"{name}-{at}", "").strip()[:255]
                for name in ("what", "quantity", "price")
            )
            for at in range(_row_count(posted))
        ]
        self.answers = Answers.read(posted, [*_about(self.kind), *_terms(), *_you()])
        self.errors = self.answers.errors
        self.lines = self._lines()
        self.target_date = self._target_date()
        self._check()

    @property
    def is_good(self) -> bool:
        """Whether it can be sent as it is."""
        return not self.errors

    def asked(self) -> rules.Asked:
        """The enquiry."""
        values = self.answers.values
        return rules.Asked(
            kind=self.kind,
            asker=rules.Asker(
                **{name: values[name] for name in ("name", "email", "company", "country", "phone")},
                language=get_language(),
            ),
            message=values["message"],
            lines=self.lines,
            incoterm=values["incoterm"],
            destination=values["destination"],
            target_date=self.target_date,
            currency=current_factory().currency,
        )

    def _lines(self) -> tuple[rules.AskedLine, ...]:
        try:
            return rules.read_lines(self.rows)
        except rules.LineUnreadable as bad:
            row = self.rows[bad.number - 1]
            if not row[0]:
                self.errors[f"what-{bad.number - 1}"] = _(
                    "Name a part number or describe the part."
                )
            else:
                wrong = "quantity" if not _is_number(row[1]) else "price"
                self.errors[f"{wrong}-{bad.number - 1}"] = _("Please write a number.")
            return ()

    def _target_date(self) -> date | None:
        text = self.answers.values["target_date"]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.errors["target_date"] = _("This is not a date.")
            return None

    def _check(self) -> None:
        values = self.answers.values
        if self.kind == RFQ and not (self.lines or values["message"] or self.files or self.errors):
            self.errors["what-0"] = _(
                "Tell us what you need: a part number, a description or a drawing."
            )
        if len(self.files) > MOST_FILES:
            self.errors["files"] = _("At most %(count)s files, please.") % {"count": MOST_FILES}
        elif any(file.size > FILE_BYTES for file in self.files):
            self.errors["files"] = _(
                "Each file may have up to 10 MB. Send us a link to larger ones."
            )


def blank(kind: str, *, lines: Sequence[tuple[str, str]] = (), sample: bool = False) -> Mapping:
    """What the form shows at first: the SKUs that the visitor came with."""
    values: dict[str, str] = {"kind": kind, "rows": str(max(LEAST_ROWS, len(lines) + 1))}
    for at, (sku, quantity) in enumerate(lines[: rules.MOST_LINES]):
        values[f"what-{at}"] = sku
        values[f"quantity-{at}"] = quantity
    if sample:
        values["message"] = _("Please send us a sample first.")
    return values


def draw(
    values: Mapping[str, str], *, action: str, errors: Mapping[str, str] | None = None
) -> Form:
    """The form with these values, and what is wrong beside the fields."""
    kind = CONTACT if values.get("kind") == CONTACT else RFQ
    errors = errors or {}
    groups = [_group(_you(), values, errors, legend=_("About you")), _hidden(values, kind)]
    if kind == RFQ:
        groups = [
            *_line_groups(values, errors),
            _group(_about(kind), values, errors),
            _group(_terms(), values, errors, legend=_("Where to and when")),
            *groups,
        ]
    else:
        groups = [_group(_about(kind), values, errors), *groups]
    return Form(
        action=action,
        submit=_("Send the request") if kind == RFQ else _("Send the message"),
        groups=tuple(groups),
        multipart=kind == RFQ,
        token=False,
        errors=tuple(filter(None, [errors.get("")])),
        note=_("We use what you write only to answer you."),
        id="enquiry",
    )


def _group(fields, values, errors, legend: str = "") -> FieldGroup:
    return FieldGroup(fields=filled(fields, values=values, errors=errors), legend=legend)


def _line_groups(values, errors) -> list[FieldGroup]:
    groups = []
    for at in range(_row_count(values)):
        fields = (
            Field(
                name=f"what-{at}",
                label=_("Part number or description"),
                placeholder=_("for example your drawing's number, material, size")
                if at == 0
                else "",
            ),
            Field(
                name=f"quantity-{at}",
                label=_("Quantity"),
                inputmode="decimal",
                wide=False,
                code=True,
            ),
            Field(
                name=f"price-{at}",
                label=_("Target price per unit, %(currency)s")
                % {"currency": current_factory().currency},
                inputmode="decimal",
                wide=False,
                code=True,
            ),
        )
        legend = _("Part %(number)s") % {"number": at + 1}
        groups.append(_group(fields, values, errors, legend=legend))
    return groups


def _hidden(values, kind: str) -> FieldGroup:
    return FieldGroup(
        fields=(
            Field(name="kind", label="", type="hidden", value=kind),
            Field(name="rows", label="", type="hidden", value=str(_row_count(values))),
            # People do not see it; what fills it in is not a person.
            Field(name="website", label="", type="hidden"),
        )
    )


def _about(kind: str) -> tuple[Field, ...]:
    if kind == CONTACT:
        return (
            Field(name="message", label=_("Your message"), type="textarea", rows=6, required=True),
        )
    return (
        Field(
            name="message",
            label=_("What else should we know?"),
            type="textarea",
            help=_("Material, tolerances, finish, packaging, certificates, yearly demand."),
        ),
        Field(
            name="files",
            label=_("Drawings and documents"),
            type="file",
            accept=ACCEPT,
            multiple=True,
            help=_("Up to 5 files of 10 MB each. Only our people see them."),
        ),
    )


def _terms() -> tuple[Field, ...]:
    offered = current_factory().profile.get("incoterms") or list(INCOTERMS)
    choose = Option(value="", label=_("You advise me"))
    return (
        Field(
            name="incoterm",
            label=_("Incoterm"),
            type="select",
            options=(choose, *(Option(value=code, label=code) for code in offered)),
            wide=False,
        ),
        Field(name="destination", label=_("Port or city of destination"), wide=False),
        Field(name="target_date", label=_("Wanted by"), type="date", wide=False),
    )


def _you() -> tuple[Field, ...]:
    return (
        Field(name="name", label=_("Your name"), required=True, autocomplete="name", wide=False),
        Field(name="company", label=_("Company"), autocomplete="organization", wide=False),
        Field(
            name="email",
            label=_("E-mail"),
            type="email",
            required=True,
            autocomplete="email",
            wide=False,
        ),
        Field(name="phone", label=_("Phone"), type="tel", autocomplete="tel", wide=False),
        Field(
            name="country",
            label=_("Country"),
            type="select",
            options=country_options(),
            autocomplete="country",
        ),
    )


def _row_count(values: Mapping[str, str]) -> int:
    text = str(values.get("rows", ""))
    count = int(text) if text.isdigit() and len(text) < 4 else LEAST_ROWS
    return min(max(count, LEAST_ROWS), rules.MOST_LINES)


def _is_number(text: str) -> bool:
    try:
        rules.number(text)
    except ValueError:
        return False
    return True
