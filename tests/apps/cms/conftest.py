"""Two stores with their pages, and members who may edit them."""

import pytest

from tests.builders.sites import make_site


@pytest.fixture
def store(factory):
    """The first factory with its site built, in English and Arabic."""
    make_site(factory)
    return factory


@pytest.fixture
def other_store(other_factory):
    """The second one's."""
    make_site(other_factory)
    return other_factory
