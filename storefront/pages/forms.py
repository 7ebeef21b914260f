"""From what was posted to values, with the words that stand beside a wrong field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from storefront import formats
from themes.engine.contract import Field, FieldGroup, Option


@dataclass
class Answers:
    """The posted values, trimmed, and what is wrong with them."""

    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, posted: Mapping[str, str], fields: Sequence[Field]) -> "Answers":
        """Read the fields; a required one that is empty is an error, too long ones are cut."""
        values = {one.name: posted.get(one.name, "").strip()[: _longest(one)] for one in fields}
        found = cls(values=values)
        for one in fields:
            if one.required and not values[one.name]:
                found.errors[one.name] = _("Please fill this in.")
            elif one.type == "email" and values[one.name]:
                found._check_email(one.name)
            elif one.options and values[one.name]:
                known = {option.value for option in one.options}
                if values[one.name] not in known:
                    found.errors[one.name] = _("Please choose one of these.")
        return found

    @property
    def are_good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.errors

    def _check_email(self, name: str) -> None:
        try:
            validate_email(self.values[name])
        except ValidationError:
            self.errors[name] = _("This is not an e-mail address.")


def filled(
    fields: Sequence[Field],
    *,
    values: Mapping[str, object],
    errors: Mapping[str, str] | None = None,
) -> tuple[Field, ...]:
    """The fields with their values, choices and errors."""
    return tuple(
        _filled(one, value=values.get(one.name), error=(errors or {}).get(one.name, ""))
        for one in fields
    )


def group(
    fields: Sequence[Field],
    *,
    values: Mapping[str, object],
    errors: Mapping[str, str] | None = None,
    legend: str = "",
    help: str = "",
) -> FieldGroup:
    """Fields under one legend, with their values."""
    return FieldGroup(fields=filled(fields, values=values, errors=errors), legend=legend, help=help)


def country_options() -> tuple[Option, ...]:
    """All countries, with a line that asks to choose."""
    choose = Option(value="", label=_("Choose a country"))
    return (choose, *(Option(value=code, label=name) for code, name in formats.countries()))


def _filled(one: Field, *, value: object, error: str) -> Field:
    if one.type == "checkbox":
        return replace(one, checked=bool(value), error=error)
    text = "" if value is None else str(value)
    options = tuple(replace(option, selected=option.value == text) for option in one.options)
    return replace(one, value=text, options=options, error=error)


def _longest(one: Field) -> int:
    return 2000 if one.type == "textarea" else 200
