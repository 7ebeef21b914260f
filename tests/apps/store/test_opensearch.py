"""An index outside of the database, where ``OPENSEARCH_URL`` names one: what it would be asked."""

import json

import pytest
from modelsearch.backends.opensearch3 import OpenSearch3SearchBackend

from sites.tenancy.scope import factory_scope
from storefront.catalogue.models import Product
from tests.builders.stores import launched_store

pytestmark = pytest.mark.django_db


def test_an_outside_index_is_asked_for_this_factorys_products_only():
    alpha = launched_store("alpha")
    index = OpenSearch3SearchBackend({"URLS": ["http://127.0.0.1:9200"], "INDEX": "millfront"})
    with factory_scope(alpha):
        results = index.search("flange", Product.objects.filter(is_public=True))
        asked = json.dumps(results.query_compiler.get_query())
    assert f'"factory_id_filter": {alpha.pk}' in asked
    assert "flange" in asked
