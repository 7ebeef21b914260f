"""What may be uploaded. A file is judged by its content; its name only has to agree."""

import re
from io import BytesIO
from os.path import splitext
from xml.etree import ElementTree

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

PICTURE_BYTES = 20 * 1024 * 1024
PICTURE_PIXELS = 50_000_000
DOCUMENT_BYTES = 50 * 1024 * 1024
DRAWING_BYTES = 1024 * 1024

_PICTURE_ENDINGS = {
    "JPEG": {"jpg", "jpeg"},
    "PNG": {"png"},
    "WEBP": {"webp"},
    "AVIF": {"avif"},
    "GIF": {"gif"},
}

# The first bytes of each kind of document; several endings share the zip container.
_ZIP = (b"PK\x03\x04",)
_DOCUMENT_STARTS = {
    "pdf": (b"%PDF-",),
    "xlsx": _ZIP,
    "docx": _ZIP,
    "pptx": _ZIP,
    "zip": _ZIP,
    "3mf": _ZIP,
    "dwg": (b"AC10",),
    "step": (b"ISO-10303-21;",),
    "stp": (b"ISO-10303-21;",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
_PLAIN_TEXT = {"csv", "txt", "dxf", "igs", "iges", "stl"}
DOCUMENT_ENDINGS = sorted(set(_DOCUMENT_STARTS) | _PLAIN_TEXT)


class UnsafeFile(ValidationError):
    """The file is not what it says, is too large, or carries something that may run."""


def clean_picture(file) -> ContentFile:
    """The same picture without what it should not carry (place, device, scripts), or a refusal."""
    name = file.name
    ending = splitext(name)[1][1:].lower()
    if file.size > PICTURE_BYTES:
        raise UnsafeFile(_("The picture is larger than 20 MB."))
    file.seek(0)
    content = file.read()
    if ending == "svg":
        return ContentFile(clean_drawing(content), name=name)
    kind = _kind_of_picture(content)
    if ending not in _PICTURE_ENDINGS[kind]:
        raise UnsafeFile(
            _("The file is named .%(ending)s but is a %(kind)s picture.")
            % {"ending": ending, "kind": kind}
        )
    return ContentFile(_without_metadata(content, kind), name=name)


def check_document(file) -> None:
    """Refuse a document whose content is not what its name says."""
    ending = splitext(file.name)[1][1:].lower()
    if ending not in DOCUMENT_ENDINGS:
        raise UnsafeFile(
            _("Files of type .%(ending)s are not accepted. Accepted are: %(accepted)s.")
            % {"ending": ending, "accepted": ", ".join(DOCUMENT_ENDINGS)}
        )
    if file.size > DOCUMENT_BYTES:
        raise UnsafeFile(_("The file is larger than 50 MB."))
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if not _looks_like(ending, head):
        raise UnsafeFile(
            _("The content of this file is not what its ending .%(ending)s says.")
            % {"ending": ending}
        )


def _looks_like(ending: str, head: bytes) -> bool:
    if ending == "stl" and len(head) >= 84 and b"\0" in head:
        # A binary STL has no signature: 80 bytes of title, a count, then 50 bytes a triangle.
        return not head.startswith((b"MZ", b"\x7fELF", b"PK", b"%PDF"))
    if ending in _PLAIN_TEXT:
        return b"\0" not in head and not head.lstrip().lower().startswith(
            (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml")
        )
    return head.lstrip(b"\xef\xbb\xbf \r\n").startswith(_DOCUMENT_STARTS[ending])


def _kind_of_picture(content: bytes) -> str:
    try:
        with Image.open(BytesIO(content)) as picture:
            kind = picture.format
            pixels = picture.width * picture.height * getattr(picture, "n_frames", 1)
            if kind in _PICTURE_ENDINGS and pixels <= PICTURE_PIXELS:
                picture.verify()
    except Image.DecompressionBombError:
        raise UnsafeFile(_("The picture has too many pixels.")) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise UnsafeFile(_("This file is not a picture that can be read.")) from None
    if kind not in _PICTURE_ENDINGS:
        raise UnsafeFile(_("Pictures of type %(kind)s are not accepted.") % {"kind": kind})
    if pixels > PICTURE_PIXELS:
        raise UnsafeFile(_("The picture has more than 50 million pixels."))
    return kind


# ---------------------------------------------------------------- metadata


def _without_metadata(content: bytes, kind: str) -> bytes:
    """Drop camera, place and comments; keep the pixels, the colour profile and the orientation."""
    if kind == "JPEG":
        return _jpeg_without_metadata(content)
    if kind == "PNG":
        return _png_without_metadata(content)
    with Image.open(BytesIO(content)) as picture:
        if not (picture.info.get("exif") or picture.info.get("xmp")):
            return content
        profile = {"icc_profile": picture.info.get("icc_profile")}
        cleaned = BytesIO()
        # These two keep metadata in containers that only a new encoding takes apart safely.
        if getattr(picture, "is_animated", False):
            picture.save(cleaned, kind, save_all=True, exif=b"", xmp=b"", quality=90, **profile)
        else:
            exif = Image.Exif()
            if orientation := picture.getexif().get(0x0112):
                exif[0x0112] = orientation
            picture.save(cleaned, kind, exif=exif, xmp=b"", quality=90, **profile)
        return cleaned.getvalue()


def _jpeg_without_metadata(content: bytes) -> bytes:
    """Copy the segments of a JPEG file except APP1 (Exif, XMP), APP13 (IPTC) and comments.

    The pixels are not encoded again. Segment layout: ITU-T T.81, annex B.
    """
    with Image.open(BytesIO(content)) as picture:
        orientation = picture.getexif().get(0x0112, 1)
    kept = [content[:2]]
    if orientation != 1:
        exif = Image.Exif()
        exif[0x0112] = orientation
        body = exif.tobytes()
        kept.append(b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body)
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xDA:  # start of scan: from here on it is pixels
            kept.append(content[at : _end_of_jpeg(content)])
            break
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        if marker not in (0xE1, 0xED, 0xFE):
            kept.append(content[at : at + 2 + size])
        at += 2 + size
    return b"".join(kept)


def _end_of_jpeg(content: bytes) -> int:
    """What follows the last end-of-image marker is no picture (phones put a film there)."""
    end = content.rfind(b"\xff\xd9")
    return end + 2 if end > 0 else len(content)


def _png_without_metadata(content: bytes) -> bytes:
    """Copy the chunks of a PNG file except Exif, text and time."""
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if kind not in (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"):
            kept.append(content[at : at + 12 + size])
        at += 12 + size
        if kind == b"IEND":
            break
    return b"".join(kept)


# ---------------------------------------------------------------- SVG

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# fmt: off
_SVG_ELEMENTS = {
    "svg", "g", "defs", "title", "desc", "symbol", "use", "path", "rect", "circle", "ellipse",
    "line", "polyline", "polygon", "text", "tspan", "textPath", "linearGradient",
    "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "style", "image", "filter",
    "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood",
    "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
    "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
    "feTurbulence", "switch", "view", "metadata",
}
# fmt: on
_SAFE_HREF = re.compile(r"#[\w.:-]+|data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/=\s]+")
# CSS escapes could spell any of the others, so a backslash is as bad.
_ACTIVE_STYLE = re.compile(
    r"@import|expression|javascript:|behavior|-moz-binding|\\|url\((?!\s*[\"']?#)", re.IGNORECASE
)


def clean_drawing(content: bytes) -> bytes:
    """An SVG file without foreign elements; one that could run or fetch something is refused."""
    if len(content) > DRAWING_BYTES:
        raise UnsafeFile(_("The drawing is larger than 1 MB."))
    try:
        root = defusedxml.ElementTree.fromstring(content, forbid_dtd=False)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise UnsafeFile(_("This drawing cannot be read safely.")) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise UnsafeFile(_("This file is not an SVG drawing."))
    _clean_element(root)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _clean_element(element) -> None:
    for name in list(element.attrib):
        _clean_attribute(element, name)
    if _plain(element.tag) == "style" and _ACTIVE_STYLE.search(element.text or ""):
        raise UnsafeFile(_("The drawing's styles refer to other files."))
    for child in list(element):
        space, plain = _space(child.tag), _plain(child.tag)
        if space == _SVG and plain not in _SVG_ELEMENTS:
            raise UnsafeFile(
                _("The drawing contains the element “%(element)s”, which is not allowed.")
                % {"element": plain}
            )
        if space != _SVG or plain == "metadata":
            element.remove(child)
        else:
            _clean_element(child)


def _clean_attribute(element, name: str) -> None:
    plain, value = _plain(name), element.attrib[name]
    if plain.lower().startswith("on"):
        raise UnsafeFile(_("The drawing contains a script."))
    if plain == "href" and not _SAFE_HREF.fullmatch(value.strip()):
        raise UnsafeFile(_("The drawing refers to another file or address."))
    if "javascript:" in value.lower() or ("url(" in value.lower() and _ACTIVE_STYLE.search(value)):
        raise UnsafeFile(_("The drawing refers to another file or address."))
    if plain == "style" and _ACTIVE_STYLE.search(value):
        raise UnsafeFile(_("The drawing's styles refer to other files."))
    if _space(name) not in ("", _XLINK, _XML):
        del element.attrib[name]


def _space(name) -> str:
    """The namespace of an element or attribute; comments and instructions have none."""
    return name[1:].partition("}")[0] if isinstance(name, str) and name.startswith("{") else ""


def _plain(name) -> str:
    return name.rpartition("}")[2] if isinstance(name, str) else ""
