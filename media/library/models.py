"""Pictures, their renditions, documents and the words a factory files them under."""

from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    ImageQuerySet,
    WagtailImageField,
)
from wagtail.search import index

from media.library import checks
from media.library.storage import private_path, public_path
from sites.tenancy.models import FactoryOwned, owned_manager


def _is_new(instance, file) -> bool:
    """Whether this file is not checked yet, be it stored (by an uploader) or not."""
    return bool(
        file
        and (not file._committed or (instance._state.adding and not hasattr(instance, "_taken_in")))
        and getattr(instance, "_taken_in", None) is not file.file
    )


def _refuse_at_the_file(instance) -> None:
    """Put a refusal beside the file: Wagtail's uploader keeps files that are faulted elsewhere."""
    try:
        instance._take_in()
    except checks.UnsafeFile as refusal:
        raise ValidationError({"file": refusal.messages}) from None


class Tag(FactoryOwned, TagBase):
    """A word of one factory: what others file under never shows in its suggestions."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, allow_unicode=True)

    objects = owned_manager()

    free_tagging = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [
            models.UniqueConstraint(fields=["factory", "name"], name="library_tag_unique_name"),
            models.UniqueConstraint(fields=["factory", "slug"], name="library_tag_unique_slug"),
        ]


class PictureTag(FactoryOwned, ItemBase):
    """A picture filed under a word."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="picture_items")
    content_object = models.ForeignKey(
        "library.Picture", on_delete=models.CASCADE, related_name="tagged_items"
    )

    objects = owned_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"], name="library_picturetag_unique_tag"
            )
        ]


class DocumentTag(FactoryOwned, ItemBase):
    """A document filed under a word."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="document_items")
    content_object = models.ForeignKey(
        "library.Document", on_delete=models.CASCADE, related_name="tagged_items"
    )

    objects = owned_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"], name="library_documenttag_unique_tag"
            )
        ]


class Picture(FactoryOwned, AbstractImage):
    """A photograph, drawing or logo. The original stays private; renditions are public."""

    file = WagtailImageField(
        verbose_name=_("file"),
        upload_to=private_path,
        width_field="width",
        height_field="height",
        max_length=160,
    )
    description = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("What the picture shows, for people who cannot see it."),
    )
    tags = TaggableManager(help_text=None, blank=True, verbose_name=_("tags"), through=PictureTag)

    objects = owned_manager(ImageQuerySet.as_manager().__class__)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    search_fields = [*AbstractImage.search_fields, index.FilterField("factory")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        indexes = [models.Index(fields=["factory", "file_hash"], name="library_picture_by_hash")]

    def clean(self):
        super().clean()
        _refuse_at_the_file(self)

    def save(self, *args, **kwargs):
        is_new_file = self._take_in()
        super().save(*args, **kwargs)
        if is_new_file:
            transaction.on_commit(self._prepare_sizes)

    def get_upload_to(self, filename):
        return private_path(self, filename)

    def _prepare_sizes(self):
        # The task works on this model, so it can only be known here.
        from media.library.tasks import make_sizes

        make_sizes.enqueue(self.factory_id, self.pk)

    def generate_rendition_instance(self, filter, source):
        # Wagtail makes several at once in threads, which do not know the scope.
        rendition = super().generate_rendition_instance(filter, source)
        rendition.factory_id = self.factory_id
        return rendition

    def _take_in(self) -> bool:
        """Check and clean a file, whichever way it came; say whether it is still to be stored."""
        if _is_new(self, self.file):
            self._taken_in = checks.clean_picture(self.file)
            self._taken_in.name = PurePath(self._taken_in.name).name
            self.file = self._taken_in
            self._set_image_file_metadata()
        return bool(self.file) and not self.file._committed


class Rendition(FactoryOwned, AbstractRendition):
    """A picture in one size and format, readable by anyone on the factory's host."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    file = WagtailImageField(
        upload_to=public_path,
        width_field="width",
        height_field="height",
        max_length=160,
    )

    objects = owned_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="library_rendition_unique_spec",
            )
        ]

    def get_upload_to(self, filename):
        return public_path(self, filename)


class Document(FactoryOwned, AbstractDocument):
    """A data sheet, certificate, drawing or CAD file of the factory."""

    class Access(models.TextChoices):
        PUBLIC = "public", _("Public")
        SIGNED_IN = "after sign-in", _("After sign-in")
        PRIVATE = "private", _("Members only")

    file = models.FileField(_("file"), upload_to=private_path, max_length=160)
    access = models.CharField(
        _("access"), max_length=16, choices=Access.choices, default=Access.PUBLIC
    )
    # Wagtail's own model exists beside ours and holds the accessor.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("uploaded by user"),
    )
    tags = TaggableManager(help_text=None, blank=True, verbose_name=_("tags"), through=DocumentTag)

    objects = owned_manager(DocumentQuerySet.as_manager().__class__)

    admin_form_fields = ("title", "file", "access", "collection", "tags")

    search_fields = [*AbstractDocument.search_fields, index.FilterField("factory")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self):
        super().clean()
        _refuse_at_the_file(self)

    def save(self, *args, **kwargs):
        self._take_in()
        super().save(*args, **kwargs)

    @property
    def url(self):
        """The address that checks who asks; never the file's own."""
        return reverse("wagtaildocs_serve", args=[self.id, self.filename])

    def _take_in(self):
        if _is_new(self, self.file):
            checks.check_document(self.file)
            self._taken_in = self.file.file
            self._set_document_file_metadata()
