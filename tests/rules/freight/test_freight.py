"""What a consignment counts for and what it costs, by the worked numbers and by law."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory_portal.freight.rules import (
    AIR_DIVISOR,
    EXPRESS_DIVISOR,
    VESSELS,
    BadRate,
    Consignment,
    Destination,
    Packing,
    PackingUnknown,
    Rate,
    cartons_for,
    chargeable,
    consign,
    cost_of,
    offers,
    pack,
    read_rate,
    read_zone,
    vessels_for,
    volumetric_kg,
    zone_of,
)

TODAY = date(2026, 11, 22)
CARTON = Packing(
    carton_quantity=24,
    carton_length_cm=Decimal(60),
    carton_width_cm=Decimal(40),
    carton_height_cm=Decimal(35),
    carton_net_kg=Decimal(12),
    carton_gross_kg=Decimal(13),
    cartons_per_pallet=16,
)


def a_rate(**fields) -> Rate:
    usual = {
        "mode": "air",
        "service": "general cargo",
        "origin": "CNNGB",
        "destination": "DEFRA",
        "unit_basis": "kg chargeable",
        "break_from": Decimal(0),
        "break_to": None,
        "rate": Decimal(4),
        "minimum": Decimal(0),
        "currency": "USD",
        "transit_days_min": 4,
        "transit_days_max": 8,
        "valid_from": date(2026, 11, 1),
        "valid_until": date(2027, 1, 31),
    }
    return Rate(**(usual | fields))


AIR_LADDER = [
    a_rate(break_from=Decimal(0), break_to=Decimal(45), rate=Decimal("6.15")),
    a_rate(break_from=Decimal(45), break_to=Decimal(100), rate=Decimal("4.92")),
    a_rate(break_from=Decimal(100), break_to=None, rate=Decimal("4.10")),
]

CONSIGNMENTS = st.builds(
    Consignment,
    cartons=st.integers(1, 500),
    volume_m3=st.decimals("0.001", 200, places=3),
    gross_kg=st.decimals("0.1", 60_000, places=1),
    pallets=st.integers(0, 80),
)


def test_fifty_cartons_by_volume():
    goods = pack(50 * 24, CARTON)
    assert goods.cartons == 50
    assert goods.volume_m3 == Decimal("4.2")
    assert volumetric_kg(goods, AIR_DIVISOR) == 700
    assert volumetric_kg(goods, EXPRESS_DIVISOR) == 840
    assert chargeable(goods, a_rate()) == 700
    assert chargeable(goods, a_rate(mode="express")) == 840
    assert chargeable(goods, a_rate(mode="sea-lcl", unit_basis="W/M")) == Decimal("4.2")


def test_a_part_full_carton_is_as_large_and_less_heavy():
    goods = pack(25, CARTON)
    assert (cartons_for(25, CARTON), goods.cartons, goods.pallets) == (2, 2, 1)
    assert goods.net_kg == Decimal("12.5")
    assert goods.gross_kg == Decimal("14.5")


@given(st.integers(1, 100_000), st.integers(1, 1_000))
def test_more_pieces_never_make_less_cargo(quantity, more):
    few, many = pack(quantity, CARTON), pack(quantity + more, CARTON)
    assert many.volume_m3 >= few.volume_m3
    assert many.gross_kg > few.gross_kg
    assert many.gross_kg >= many.net_kg


def test_lines_make_one_consignment_and_unknown_packing_is_refused():
    goods = consign([(24, CARTON), (48, CARTON)])
    assert (goods.cartons, goods.gross_kg) == (3, Decimal(39))
    with pytest.raises(PackingUnknown):
        consign([(24, CARTON), (1, None)])


def test_a_small_sea_shipment_pays_for_one_measure():
    little = Consignment(cartons=1, volume_m3=Decimal("0.1"), gross_kg=Decimal(20))
    heavy = Consignment(cartons=1, volume_m3=Decimal(1), gross_kg=Decimal(2500))
    lcl = a_rate(mode="sea-lcl", unit_basis="W/M")
    assert chargeable(little, lcl) == 1
    assert chargeable(heavy, lcl) == Decimal("2.5")


def test_rail_and_pallets_weigh_by_their_notes():
    heavy = Consignment(cartons=1, volume_m3=Decimal(1), gross_kg=Decimal(1500), pallets=1)
    rail = a_rate(mode="rail-lcl", unit_basis="m3", note="1 m3 = 500 kg")
    pallet = a_rate(mode="road-pallet", unit_basis="pallet", note="1 pallet = max 700 kg")
    assert chargeable(heavy, rail) == 3
    assert chargeable(heavy, pallet) == 3


@given(CONSIGNMENTS, st.sampled_from(sorted(VESSELS)))
def test_containers_hold_what_is_put_into_them(goods, kind):
    vessel = VESSELS[kind]
    count = vessels_for(goods, vessel)
    assert count * vessel.volume_m3 >= goods.volume_m3
    assert count * vessel.payload_kg >= goods.gross_kg


def test_the_next_break_may_be_cheaper():
    assert cost_of(Decimal(40), AIR_LADDER) == (Decimal("221.40"), Decimal(45))
    assert cost_of(Decimal(30), AIR_LADDER) == (Decimal("184.50"), Decimal(30))


def test_the_minimum_is_charged_and_too_much_is_not_carried():
    ladder = [a_rate(break_to=Decimal(300), minimum=Decimal(25))]
    assert cost_of(Decimal(2), ladder) == (Decimal("25.00"), Decimal(2))
    assert cost_of(Decimal(300), ladder) is None


@given(st.decimals("0.1", 5_000, places=1), st.decimals("0.1", 500, places=1))
def test_more_weight_never_costs_less(weight, more):
    assert cost_of(weight + more, AIR_LADDER)[0] >= cost_of(weight, AIR_LADDER)[0]


def test_zones_name_countries_and_one_takes_the_rest():
    zones = [read_zone("Z1", "JP KR"), read_zone("Z4", "MX CL and rest of world")]
    assert zone_of("KR", zones).code == "Z1"
    assert zone_of("CL", zones).code == "Z4"
    assert zone_of("IS", zones).code == "Z4"
    assert zone_of("IS", zones[:1]) is None


def test_offers_are_cheapest_first_valid_today_and_lead_there():
    rates = [
        *AIR_LADDER,
        a_rate(mode="express", destination="Z2", rate=Decimal(7)),
        a_rate(mode="sea-lcl", destination="DEHAM", unit_basis="W/M", rate=Decimal(65)),
        a_rate(mode="sea-lcl", destination="NLRTM", unit_basis="W/M", rate=Decimal(1)),
        a_rate(mode="air", destination="DEMUC", valid_until=date(2026, 11, 1), rate=Decimal(1)),
    ]
    zones = [read_zone("Z2", "DE NL")]
    found = offers(
        pack(1200, CARTON),
        destination=Destination(country="DE"),
        rates=rates,
        zones=zones,
        on=TODAY,
    )
    assert [(one.mode, one.cost) for one in found] == [
        ("sea-lcl", Decimal("273.00")),
        ("air", Decimal("2870.00")),
        ("express", Decimal("5880.00")),
    ]
    by_port = offers(
        pack(1200, CARTON),
        destination=Destination(country="DE", port="DEHAM"),
        rates=rates,
        zones=zones,
        on=TODAY,
    )
    assert [one.mode for one in by_port] == ["sea-lcl", "express"]


def test_the_road_goes_by_postcode():
    road = a_rate(mode="road-pallet", destination="ES-47", unit_basis="pallet", rate=Decimal(90))
    spain = {"rates": [road], "zones": [], "on": TODAY}
    goods = pack(1200, CARTON)
    valladolid = Destination(country="ES", postcode="47001")
    assert [one.cost for one in offers(goods, destination=valladolid, **spain)] == [
        Decimal("360.00")
    ]
    assert not offers(goods, destination=Destination(country="ES", postcode="08001"), **spain)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rate", "cheap"),
        ("rate", "-1"),
        ("valid_from", "2026-02-31"),
        ("to", ""),
        ("unit_basis", "barrel"),
        ("break_to", "0"),
    ],
)
def test_a_bad_row_is_named(field, value):
    row = {
        "mode": "air",
        "service": "general cargo",
        "from": "CNNGB",
        "to": "DEFRA",
        "unit_basis": "kg chargeable",
        "break_from": "0",
        "break_to": "45",
        "rate": "6.15",
        "minimum": "246.00",
        "currency": "USD",
        "transit_days_min": "4",
        "transit_days_max": "8",
        "valid_from": "2026-11-01",
        "valid_until": "2027-01-31",
        "note": "",
    }
    assert read_rate(row).minimum == 246
    with pytest.raises(BadRate) as refused:
        read_rate(row | {field: value})
    assert refused.value.field == field
