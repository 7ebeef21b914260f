"""Every country of ISO 3166-1 in Oscar's table, so that an address can name it."""

import pycountry


def fill(sender, using, **kwargs) -> None:
    """Write the countries that are missing; runs after migrations."""
    Country = sender.get_model("Country")
    there = set(Country.objects.using(using).values_list("pk", flat=True))
    Country.objects.using(using).bulk_create(
        Country(
            iso_3166_1_a2=one.alpha_2,
            iso_3166_1_a3=one.alpha_3,
            iso_3166_1_numeric=one.numeric,
            printable_name=getattr(one, "common_name", one.name),
            name=getattr(one, "official_name", one.name),
            is_shipping_country=True,
        )
        for one in pycountry.countries
        if one.alpha_2 not in there
    )
