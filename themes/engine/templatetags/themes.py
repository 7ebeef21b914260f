"""Tags for store templates: parts found by theme, pictures, icons, isolated text."""

from functools import lru_cache
from types import SimpleNamespace

from django import template
from django.template import Template
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from themes.engine.contract import Look, Picture
from themes.engine.select import template_names

register = template.Library()

EAGER = mark_safe(' fetchpriority="high"')
LAZY = mark_safe(' loading="lazy" decoding="async"')


@register.simple_tag(takes_context=True)
def part(context: Context, name: str, **values: object) -> SafeString:
    """Render a snippet or section of the store's theme, or of what it extends."""
    found = _found(context, name)
    with context.push(**values):
        return found.render(context)


@register.simple_tag(takes_context=True)
def kept_part(context: Context, name: str, **values: object) -> SafeString:
    """Render a part that shows nothing but these values, or give what they looked like before.

    The part sees the values, the language and the theme's look and nothing else, so that the same
    values always make the same HTML: what changes, such as a price, comes in a changed value.
    """
    look = context["shell"].look
    return _drawn(_found(context, name), get_language(), look, tuple(values.items()))


@lru_cache(maxsize=2048)
def _drawn(
    found: Template, language: str | None, look: Look, values: tuple[tuple[str, object], ...]
) -> SafeString:
    return found.render(Context({"shell": SimpleNamespace(look=look), **dict(values)}))


def _found(context: Context, name: str) -> Template:
    names = template_names(name, context["shell"].look.theme)
    return context.template.engine.select_template(names)


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """Draw a symbol of the sprite; it is decoration, the words stand beside it."""
    return _symbol(name, css)


@lru_cache(maxsize=512)
def _symbol(name: str, css: str) -> SafeString:
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        css,
        static("base/icons.svg"),
        name,
    )


@register.simple_tag
def picture(
    image: Picture | None,
    sizes: str = "",
    eager: bool = False,
    css: str = "",
    alt: str | None = None,
) -> str | SafeString:
    """Draw a photograph with its renditions; width and height keep its place."""
    if image is None:
        return format_html('<span class="no-picture {}">{}</span>', css, icon("image"))
    sizes = sizes or image.sizes or "100vw"
    # What every browser of today shows needs no element of its own.
    shown = image.srcset or image.webp
    sources = [
        format_html('<source type="image/{}" srcset="{}" sizes="{}">', kind, srcset, sizes)
        for kind, srcset in (("avif", image.avif), ("webp", image.webp))
        if srcset and srcset != shown
    ]
    srcset = format_html(' srcset="{}" sizes="{}"', shown, sizes) if shown else ""
    drawn = format_html(
        '<img class="{}" src="{}"{} width="{}" height="{}" alt="{}"{}>',
        css,
        image.src,
        srcset,
        image.width,
        image.height,
        image.alt if alt is None else alt,
        EAGER if eager else LAZY,
    )
    if not sources:
        return drawn
    return format_html("<picture>{}{}</picture>", mark_safe("".join(sources)), drawn)  # noqa: S308


@register.filter
def code(text: str) -> SafeString:
    """Keep a part number, tolerance or reference left to right in any script."""
    return format_html('<bdi dir="ltr" class="code">{}</bdi>', text)


@register.filter
def bdi(text: str) -> SafeString:
    """Keep a price or a name from reordering the words round it."""
    return format_html("<bdi>{}</bdi>", text)


@register.filter
def cleaned(html: str) -> SafeString:
    """Print HTML that the CMS has cleaned; only for contract fields marked HTML."""
    return mark_safe(html)  # noqa: S308 - the contract promises cleaned HTML


@register.filter
def data_block(json_text: str) -> SafeString:
    """Print JSON inside a data script element, where only "<" could end it early."""
    escaped = json_text.replace("<", "\\u003c").replace(">", "\\u003e")
    return mark_safe(escaped)  # noqa: S308 - nothing left that could leave the element


@register.filter
def lines(text: str) -> SafeString:
    """Print plain text with its line breaks."""
    return mark_safe(conditional_escape(text).replace("\n", "<br>"))  # noqa: S308
