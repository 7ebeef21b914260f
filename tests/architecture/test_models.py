"""Every table is a factory's own, or shared for a reason that stands here."""

import pytest
from django.apps import apps

from sites.tenancy.rowsecurity import owned_models
from tests.architecture.tree import PACKAGES

SHARED = {
    "tenancy.Factory": "the tenant itself",
    "tenancy.Host": "read to find out which tenant a request is for",
    "accounts.User_groups": "joins an account, which is a factory's, to an editor group",
    "accounts.User_user_permissions": "joins an account, which is a factory's, to a permission",
    "address.Country": "the world's countries",
    "catalogue.ProductCategoryHierarchy": "Oscar's optional database view, which is not made here",
}
# What belongs to other people's packages, and what keeps one factory's rows from another's eyes.
FOREIGN = {
    "admin": "Django's own admin is not served",
    "auth": "groups and permissions are the installation's; nobody edits them in a factory's CMS",
    "contenttypes": "names of models",
    "django_tasks_database": "the queue carries a factory's id, the worker enters its scope",
    "flatpages": "installed because Oscar imports it; not served",
    "modelsearch": "index rows are found through scoped querysets only",
    "sessions": "a session is valid on its own factory's hosts only",
    "sites": "Oscar's foreign key asks for it; a store is found by its host",
    "taggit": "the factory's pictures and documents have tags of their own",
    "wagtail_localize": "translations are reached through their pages",
    "wagtail_localize_locales": "languages are the installation's; a factory chooses among them",
    "wagtailadmin": "keyed by user",
    "wagtailcore": "pages hang on the factory's root, collections on the factory's own",
    "wagtaildocs": "replaced by the library's documents",
    "wagtailembeds": "a cache of public addresses",
    "wagtailforms": "not used by a page type",
    "wagtailimages": "replaced by the library's pictures",
    "wagtailredirects": "tied to the factory's Wagtail site",
    "wagtailsearch": "index rows are found through scoped querysets only",
    "wagtailusers": "keyed by user",
}


def test_every_model_of_ours_is_owned_or_shared_for_a_reason():
    owned = set(owned_models())
    unclassified = [
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.split(".")[0] in PACKAGES
        and not model._meta.proxy
        and model not in owned
        and model._meta.label not in SHARED
        # A page and its links follow its root page, which is its factory's.
        and not any(parent._meta.label == "wagtailcore.Page" for parent in model._meta.parents)
    ]
    assert unclassified == []


def test_every_foreign_app_is_accounted_for():
    foreign = {
        model._meta.app_label
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.split(".")[0] not in PACKAGES
        and not model._meta.proxy
        and model not in owned_models()
    }
    assert foreign - set(FOREIGN) == set()


# Unique in the whole installation, and yet no store learns of another from it.
TELLS_NOTHING = {
    ("accounts.User", "username"): "made of the factory and the address",
    ("catalogue.Category", "path"): "treebeard's place in the one tree; never shown",
}


@pytest.mark.parametrize("model", owned_models(), ids=lambda model: model._meta.label)
def test_unique_means_unique_in_the_factory(model):
    """A name taken in one store tells nobody anything in another."""
    across = [
        field.name
        for field in model._meta.local_fields
        if field.unique and not field.primary_key and not field.is_relation
    ]
    across += [
        str(together)
        for together in model._meta.unique_together
        if "factory" not in together
        and not any(model._meta.get_field(name).is_relation for name in together)
    ]
    across += [
        constraint.name
        for constraint in model._meta.total_unique_constraints
        if "factory" not in constraint.fields
        and not any(model._meta.get_field(name).is_relation for name in constraint.fields)
    ]
    assert [name for name in across if (model._meta.label, name) not in TELLS_NOTHING] == []
