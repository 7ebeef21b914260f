"""What may be uploaded: judged by content, cleaned of what it should not carry."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from media.library import checks

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def photograph(kind: str, name: str) -> ContentFile:
    """A picture that says where it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera maker"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (29.0, 52.0, 5.0)
    out = BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, kind, exif=exif)
    return ContentFile(out.getvalue(), name=name)


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
def test_a_photograph_loses_its_place_and_camera(kind, name):
    cleaned = Image.open(checks.clean_picture(photograph(kind, name)))
    exif = cleaned.getexif()
    assert dict(exif.get_ifd(0x8825)) == {}
    assert 0x010F not in exif
    assert cleaned.size == (60, 40)


def test_a_jpeg_keeps_its_orientation_and_its_pixels():
    original = photograph("JPEG", "a.jpg")
    cleaned = checks.clean_picture(original)
    original.seek(0)
    before, after = Image.open(original), Image.open(cleaned)
    assert after.getexif()[0x0112] == 6
    assert before.tobytes() == after.tobytes()


def test_what_hides_behind_a_jpeg_is_cut_off():
    content = photograph("JPEG", "a.jpg").read() + b"<script>alert(1)</script>"
    cleaned = checks.clean_picture(ContentFile(content, name="a.jpg")).read()
    assert b"script" not in cleaned


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b"MZ\x90\x00 not a picture"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.jpg", b""),
    ],
)
def test_what_is_no_picture_is_refused(name, content):
    with pytest.raises(checks.UnsafeFile):
        checks.clean_picture(ContentFile(content, name=name))


def test_a_picture_under_anothers_ending_is_refused():
    with pytest.raises(checks.UnsafeFile):
        checks.clean_picture(ContentFile(photograph("PNG", "a.png").read(), name="a.jpg"))


def test_too_many_pixels_are_refused(monkeypatch):
    monkeypatch.setattr(checks, "PICTURE_PIXELS", 100)
    with pytest.raises(checks.UnsafeFile):
        checks.clean_picture(photograph("PNG", "a.png"))


def test_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(checks, "PICTURE_BYTES", 10)
    with pytest.raises(checks.UnsafeFile):
        checks.clean_picture(photograph("PNG", "a.png"))


@pytest.mark.parametrize(
    "drawing",
    [
        f"<svg {SVG}><script>alert(1)</script></svg>",
        f'<svg {SVG} onload="alert(1)"/>',
        f'<svg {SVG}><g OnClick="x"/></svg>',
        f"<svg {SVG}><foreignObject><b/></foreignObject></svg>",
        f'<svg {SVG}><image xlink:href="https://elsewhere.example/x.png"/></svg>',
        f'<svg {SVG}><use href="//elsewhere.example/x.svg#a"/></svg>',
        f'<svg {SVG}><image href="data:image/svg+xml;base64,AAAA"/></svg>',
        f"<svg {SVG}><style>@import 'https://elsewhere.example/x.css';</style></svg>",
        f'<svg {SVG}><rect style="fill:url(https://elsewhere.example)"/></svg>',
        f'<svg {SVG}><rect fill="url(https://elsewhere.example)"/></svg>',
        f'<svg {SVG}><a href="javascript:alert(1)"/></svg>',
        f'<svg {SVG}><set attributeName="href" to="javascript:alert(1)"/></svg>',
        f'<!DOCTYPE svg [<!ENTITY a "b">]><svg {SVG}>&a;</svg>',
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {SVG}>&a;</svg>',
        "<html/>",
        "not xml",
    ],
)
def test_a_drawing_that_could_run_or_fetch_something_is_refused(drawing):
    with pytest.raises(checks.UnsafeFile):
        checks.clean_drawing(drawing.encode())


def test_a_harmless_drawing_keeps_its_shapes_and_loses_foreign_parts():
    drawing = (
        f'<?xml-stylesheet href="https://elsewhere.example"?><svg {SVG} '
        'xmlns:app="http://app.example/ns" app:version="1" viewBox="0 0 10 10">'
        '<metadata>who drew it</metadata><app:view/><defs><linearGradient id="a"/></defs>'
        '<path d="M0 0L10 10" fill="url(#a)"/><use xlink:href="#a"/></svg>'
    )
    cleaned = checks.clean_drawing(drawing.encode()).decode()
    assert 'd="M0 0L10 10"' in cleaned and 'fill="url(#a)"' in cleaned
    assert "elsewhere" not in cleaned and "app" not in cleaned and "who drew" not in cleaned


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7 ..."),
        ("a.step", b"ISO-10303-21;\nHEADER;"),
        ("a.xlsx", b"PK\x03\x04...."),
        ("a.csv", "Größe;Menge\n".encode("latin-1")),
        ("a.dxf", b"0\nSECTION\n"),
    ],
)
def test_documents_that_are_what_they_say_are_taken(name, content):
    checks.check_document(ContentFile(content, name=name))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\x00"),
        ("a.pdf", b"<html><script>"),
        ("a.exe", b"MZ\x90\x00"),
        ("a.html", b"<html>"),
        ("a.txt", b"<script>alert(1)</script>"),
        ("a.csv", b"\x00\x01\x02"),
        ("a.xlsx", b"%PDF-1.7"),
        ("noending", b"%PDF-1.7"),
    ],
)
def test_documents_that_are_something_else_are_refused(name, content):
    with pytest.raises(checks.UnsafeFile):
        checks.check_document(ContentFile(content, name=name))
