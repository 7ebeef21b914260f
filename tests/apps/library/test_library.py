"""A factory's files: stored under its number, shown on its hosts, sized for every screen."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from media.library import actions, checks, queries, storage
from media.library.models import Document, Picture
from media.library.rules import owner_and_shelf, stored_name
from sites.tenancy.scope import factory_scope
from storefront.cms.queries import store_root
from tests.builders.factories import make_buyer, make_factory, make_member, store_client
from tests.builders.sites import jpeg, make_picture, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(factory):
    make_site(factory)
    return factory


@pytest.fixture
def stranger(other_factory):
    make_site(other_factory)
    return other_factory


def make_document(factory, access: str) -> Document:
    with factory_scope(factory):
        return actions.add_document(
            content=b"%PDF-1.7 " + access.encode(),
            filename="sheet.pdf",
            title="Sheet",
            access=access,
            collection=store_root(factory).collection,
        )


def test_names_say_whose_a_file_is_and_cannot_be_guessed(own):
    name = make_picture(own).file.name
    factory_id, shelf, token, plain = name.split("/")
    assert (int(factory_id), shelf, plain) == (own.pk, "private", "navy.jpg")
    assert len(token) >= 16


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "1/public/../x", "x/public/abcdef/a.jpg", "1/public/a.jpg", ""]
)
def test_a_name_we_never_gave_is_nobodys(name):
    assert owner_and_shelf(name) is None


def test_a_stored_name_is_plain_whatever_was_sent():
    name = stored_name(
        factory_id=7, shelf="public", filename="../流明 (1)/büro.JPG", token="abcd1234"
    )
    assert name == "7/public/abcd1234/1-b-ro.jpg"
    assert owner_and_shelf(name) == (7, "public")


def test_the_same_picture_is_kept_once(own):
    assert make_picture(own, "teal") == make_picture(own, "teal")
    with factory_scope(own):
        assert Picture.objects.count() == 1


def test_the_same_picture_at_two_factories_is_two(own, stranger):
    assert make_picture(own, "teal").pk != make_picture(stranger, "teal").pk


def test_pictures_come_in_three_widths_and_two_formats_in_two_queries(own):
    made = [make_picture(own, colour) for colour in ("navy", "teal", "maroon")]
    with factory_scope(own):
        assert actions.make_renditions(made, widths=(320, 640)) == 12
        with CaptureQueriesContext(connection) as asked:
            found = queries.pictures([p.pk for p in made], widths=(320, 640), sizes="50vw")
    assert len(asked) == 2
    shown = found[made[0].pk]
    assert shown.avif.count(" 320w") == 1 and shown.webp.count(" 640w") == 1
    assert (shown.width, shown.height, shown.alt) == (640, 480, "A navy plate")


def test_renditions_are_what_they_say(own):
    picture = make_picture(own)
    with factory_scope(own):
        actions.make_renditions([picture], widths=(320,))
        for rendition in picture.renditions.all():
            content = rendition.file.read()
            kind = b"ftypavif" if "avif" in rendition.filter_spec else b"WEBP"
            assert kind in content[:16]
            assert (rendition.width, rendition.height) == (320, 240)


def test_a_page_never_waits_for_an_encoder(own):
    picture = make_picture(own)
    with factory_scope(own):
        shown = queries.picture_for(picture, widths=(320,))
    client = store_client(own)
    first = client.get(shown.src)
    assert first.status_code == 302
    made = client.get(first.headers["Location"])
    assert made.status_code == 200 and made.headers["Content-Type"] == "image/webp"
    assert "immutable" in made.headers["Cache-Control"]
    with factory_scope(own):
        assert queries.pictures([picture.pk], widths=(320,))[picture.pk].src != shown.src


def test_sizes_are_made_in_the_background_once_the_upload_is_kept(
    own, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture(own)
    with factory_scope(own):
        assert picture.renditions.count() == 4  # 320 and 640 of 800 pixels, in two formats


def test_a_picture_whose_file_is_gone_is_missing_and_nothing_else_is(own):
    picture = make_picture(own)
    default_storage.delete(picture.file.name)
    with factory_scope(own):
        shown = queries.picture_for(picture, widths=(320,))
    assert shown.width == 320
    assert store_client(own).get(shown.src).status_code == 404
    assert store_client(own).get(picture.file.url).status_code == 404


def test_only_our_own_sizes_are_made(own):
    picture = make_picture(own)
    with factory_scope(own):
        address = queries.pending_address(picture.pk, "width-320|format-webp")
    assert store_client(own).get(address[:-3] + "abc").status_code == 404


def test_a_strangers_picture_is_not_made_or_shown_here(own, stranger):
    theirs = make_picture(stranger)
    with factory_scope(stranger):
        shown = queries.picture_for(theirs, widths=(320,))
        actions.make_renditions([theirs], widths=(320,))
        made = queries.pictures([theirs.pk], widths=(320,))[theirs.pk]
        private = theirs.file.url
    client = store_client(own, make_member(own))
    for address in (shown.src, made.src, private):
        assert client.get(address).status_code == 404, address
    assert store_client(stranger).get(made.src).status_code == 200


def test_an_original_needs_a_key_that_expires_or_a_member(own, monkeypatch):
    picture = make_picture(own)
    address = picture.file.url
    plain = address.partition("?")[0]
    visitor = store_client(own)
    assert visitor.get(address).status_code == 200
    assert visitor.get(plain).status_code == 404
    assert visitor.get(plain + "?key=abc:def").status_code == 404
    assert store_client(own, make_member(own, "warehouse")).get(plain).status_code == 200
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr("time.time", later.timestamp)
    assert not storage.has_valid_key(picture.file.name, address.partition("key=")[2])


def test_a_key_opens_no_other_file(own):
    one, other = make_picture(own, "navy"), make_picture(own, "teal")
    key = one.file.url.partition("?")[2]
    assert store_client(own).get(f"{other.file.url.partition('?')[0]}?{key}").status_code == 404


@pytest.mark.parametrize(
    ("access", "visitor", "buyer", "member"),
    [
        ("public", 200, 200, 200),
        ("after sign-in", 404, 200, 200),
        ("private", 404, 404, 200),
    ],
)
def test_documents_are_for_those_they_are_for(own, access, visitor, buyer, member):
    document = make_document(own, access)
    assert store_client(own).get(document.url).status_code == visitor
    assert store_client(own, make_buyer(own)).get(document.url).status_code == buyer
    assert store_client(own, make_member(own)).get(document.url).status_code == member


def test_a_strangers_document_is_not_here(own, stranger):
    document = make_document(stranger, "public")
    assert store_client(own, make_member(own)).get(document.url).status_code == 404
    assert store_client(stranger).get(document.url).status_code == 200


def test_an_unsafe_upload_says_so_in_the_form(own):
    client = store_client(own, make_member(own, "marketer"))
    with factory_scope(own):
        collection = store_root(own).collection_id
    bad = ContentFile(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>',
        name="logo.svg",
    )
    response = client.post(
        "/cms/images/add/", {"title": "Logo", "file": bad, "collection": collection, "tags": ""}
    )
    assert response.status_code == 200
    assert b"not allowed" in response.content
    good = ContentFile(jpeg("olive"), name="olive.jpg")
    response = client.post(
        "/cms/images/add/",
        {"title": "Olive", "file": good, "collection": collection, "tags": "plates"},
    )
    assert response.status_code == 302
    with factory_scope(own):
        assert Picture.objects.get().tags.get().name == "plates"


def test_many_at_once_are_checked_like_one(own):
    script = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script></svg>'
    client = store_client(own, make_member(own, "marketer"))
    with factory_scope(own):
        collection = store_root(own).collection_id
    upload = ContentFile(script, name="active.svg")
    answer = client.post(
        "/cms/images/multiple/add/",
        {"title": "active", "files[]": upload, "collection": collection},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert answer.json()["success"] is False
    assert "script" in answer.json()["error_message"]
    with factory_scope(own):
        sneaked = Picture(title="active", description="A drawing")
        sneaked.file.save("active.svg", ContentFile(script), save=False)
        with pytest.raises(checks.UnsafeFile):
            sneaked.save()


def test_a_drawing_is_shown_as_it_is(own):
    with factory_scope(own):
        logo = actions.add_picture(
            content=b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"/>',
            filename="logo.svg",
            title="Logo",
            collection=store_root(own).collection,
        )
        actions.make_renditions([logo])
        shown = queries.pictures([logo.pk])[logo.pk]
    response = store_client(own).get(shown.src)
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in response.headers["Content-Security-Policy"]


def test_words_of_one_factory_are_not_suggested_to_another(own, stranger):
    with factory_scope(own):
        make_picture(own).tags.add("secret project")
    client = store_client(stranger, make_member(stranger))
    response = client.get("/cms/tag-autocomplete/library/tag/?term=secret")
    assert response.json() == []


def test_files_lie_in_a_bucket_when_one_is_named(own, s3_server, settings, monkeypatch):
    import boto3

    for name, value in (("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")):
        monkeypatch.setenv(name, value)
    settings.AWS_S3_ENDPOINT_URL, settings.AWS_S3_REGION_NAME = s3_server, "us-east-1"
    settings.MEDIA_BUCKET = "millfront-library"
    boto3.client("s3", endpoint_url=s3_server, region_name="us-east-1").create_bucket(
        Bucket="millfront-library"
    )
    bucket = storage.files()
    monkeypatch.setattr(default_storage, "_wrapped", bucket)
    picture = make_picture(own)
    assert bucket.exists(picture.file.name)
    with factory_scope(own):
        actions.make_renditions([picture], widths=(320,))
        shown = queries.pictures([picture.pk], widths=(320,))[picture.pk]
    client = store_client(own)
    assert client.get(shown.src).status_code == 200
    assert client.get(picture.file.url).status_code == 200
    assert client.get(picture.file.url.partition("?")[0]).status_code == 404
    document = make_document(own, "private")
    response = client.get(document.file.url)
    assert response.status_code == 302
    assert response.headers["Location"].startswith(s3_server)
    assert "Signature" in response.headers["Location"]


def test_two_factories_may_use_the_same_words(own):
    other = make_factory("gamma")
    make_site(other)
    for factory in (own, other):
        with factory_scope(factory):
            make_picture(factory).tags.add("plates")
            assert list(make_picture(factory).tags.names()) == ["plates"]
