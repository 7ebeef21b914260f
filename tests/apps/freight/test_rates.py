"""The demo's own rate cards, read as they are and asked for offers."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factory_portal.freight import actions, queries, rules
from factory_portal.freight.models import RateCard, Zone
from sites.tenancy.scope import factory_scope

TODAY = date(2026, 11, 22)
DEMO = Path("sites/launch/demo")
FIFTY_CARTONS = rules.Consignment(
    cartons=50, volume_m3=Decimal("4.2"), gross_kg=Decimal(650), pallets=4
)


def rows(folder, name):
    with (DEMO / folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def published(in_factory):
    actions.publish_rates([rules.read_rate(row) for row in rows("harrow-vale", "rate-cards.csv")])
    actions.publish_zones(
        [
            rules.read_zone(row["zone"], row["countries"])
            for row in rows("harrow-vale", "express-zones.csv")
        ]
    )


def offers(country, **place):
    return queries.offers(
        FIFTY_CARTONS, destination=rules.Destination(country=country, **place), on=TODAY
    )


def test_every_way_to_germany_has_its_price(published, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = offers("DE")
    assert [(one.mode, one.cost) for one in found][:4] == [
        ("sea-lcl", Decimal("273.00")),
        ("rail-lcl", Decimal("693.00")),
        ("sea-fcl-20gp", Decimal("1800.00")),
        ("air", Decimal("2667.00")),
    ]


def test_a_country_without_a_lane_goes_by_courier(published):
    assert [(one.mode, one.destination) for one in offers("IS")] == [("express", "Z4")]


def test_after_the_cards_have_run_out_nothing_is_offered(published):
    late = date(2027, 2, 1)
    place = rules.Destination(country="DE")
    assert queries.offers(FIFTY_CARTONS, destination=place, on=late) == []


def test_a_port_narrows_the_sea_down(published):
    assert "DEHAM" in queries.ports_of("DE", on=TODAY)
    found = offers("DE", port="DEHAM")
    assert {one.destination for one in found if one.mode != "express"} == {"DEHAM"}


def test_publishing_again_replaces_and_stays_inside_the_factory(published, other_factory):
    before = RateCard.objects.count()
    with factory_scope(other_factory):
        assert offers("DE") == []
        actions.publish_rates([])
        actions.publish_zones([])
    assert RateCard.objects.count() == before
    assert actions.publish_rates([rules.read_rate(rows("loomstone", "rate-cards.csv")[0])]) == 1
    assert RateCard.objects.count() == 1 and Zone.objects.count() == 4


@pytest.mark.parametrize("folder", ["harrow-vale", "loomstone", "lumenforge"])
def test_every_row_of_the_demo_is_understood(folder):
    for row in rows(folder, "rate-cards.csv"):
        rules.read_rate(row)
    for row in rows(folder, "express-zones.csv"):
        rules.read_zone(row["zone"], row["countries"])
