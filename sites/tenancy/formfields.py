"""Form fields whose choices are asked for when a form is made, not when its class is.

A form class built inside one factory's scope would keep that factory's choices for everyone.
"""

from django import forms
from django.db import models
from wagtail.admin.forms.models import (
    WagtailAdminModelForm,
    WagtailAdminModelFormMetaclass,
    registry,
)

from sites.tenancy.models import FactoryOwned


class _LateBound:
    """Re-reads the model's default manager each time the field is copied into a form."""

    def __init__(self, queryset, **kwargs):
        # Nothing is asked while a form class is built, which may happen outside any scope.
        super().__init__(models.QuerySet(queryset.model).none(), **kwargs)

    def __deepcopy__(self, memo):
        field = super().__deepcopy__(memo)
        field.queryset = field.queryset.model._default_manager.all()
        return field


class OwnedChoiceField(_LateBound, forms.ModelChoiceField):
    """One of the scope's rows."""


class OwnedMultipleChoiceField(_LateBound, forms.ModelMultipleChoiceField):
    """Some of the scope's rows."""


def register_form_fields() -> None:
    """Let Wagtail's model forms use late-bound fields for every reference to an owned model."""
    registry.register(models.ForeignKey, value=_one)
    registry.register(models.ManyToManyField, value=_several)


def _one(field) -> dict:
    # Pictures, documents and snippets have choosers of their own, whose field would be early too.
    chooser = registry.foreign_key_lookup(field) or {}
    owned = issubclass(field.remote_field.model, FactoryOwned)
    return {"form_class": OwnedChoiceField, **chooser} if owned else chooser


def _several(field) -> dict:
    owned = issubclass(field.remote_field.model, FactoryOwned)
    return {"form_class": OwnedMultipleChoiceField} if owned else {}


class OwnedModelFormMetaclass(WagtailAdminModelFormMetaclass):
    """Gives the forms of child rows the same base."""

    @classmethod
    def child_form(cls):
        return OwnedModelForm


class OwnedModelForm(WagtailAdminModelForm, metaclass=OwnedModelFormMetaclass):
    """A form for an owned row. Django would skip every constraint that names a hidden field."""

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"factory"}
