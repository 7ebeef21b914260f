"""What the portal's templates say in one word: icons and form fields."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def icon(name: str, css_class: str = "icon"):
    """A symbol of the sprite; decoration only, so hidden from screen readers."""
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css_class,
        static("portal/icons.svg"),
        name,
    )


@register.inclusion_tag("portal/parts/field.html")
def field(bound, css_class: str = ""):
    """A form field with its label, help and error beside it."""
    described = [
        f"{bound.id_for_label}-{part}"
        for part, there in (("help", bound.help_text), ("error", bound.errors))
        if there
    ]
    attrs = {"aria-describedby": " ".join(described)} if described else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    kind = getattr(bound.field.widget, "input_type", "")
    return {
        "field": bound,
        "control": bound.as_widget(attrs=attrs),
        "css_class": css_class,
        "is_check": kind == "checkbox",
        "is_hidden": bound.is_hidden,
    }
