import django.db.models.deletion
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="RateCard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mode", models.CharField(max_length=20, verbose_name="mode")),
                ("service", models.CharField(max_length=80, verbose_name="service")),
                ("origin", models.CharField(max_length=20, verbose_name="from")),
                (
                    "destination",
                    models.CharField(
                        help_text="UN/LOCODE, express zone, or country and postcode.",
                        max_length=20,
                        verbose_name="to",
                    ),
                ),
                ("unit_basis", models.CharField(max_length=20, verbose_name="charged by")),
                (
                    "break_from",
                    models.DecimalField(
                        decimal_places=3, default=0, max_digits=10, verbose_name="from"
                    ),
                ),
                (
                    "break_to",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=10, null=True, verbose_name="up to"
                    ),
                ),
                ("rate", models.DecimalField(decimal_places=4, max_digits=12, verbose_name="rate")),
                (
                    "minimum",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="minimum"
                    ),
                ),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                (
                    "transit_days_min",
                    models.PositiveSmallIntegerField(verbose_name="fastest, days"),
                ),
                (
                    "transit_days_max",
                    models.PositiveSmallIntegerField(verbose_name="slowest, days"),
                ),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_until", models.DateField(verbose_name="valid until")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                (
                    "factory",
                    models.ForeignKey(
                        default=sites.tenancy.scope.current_factory_id,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tenancy.factory",
                    ),
                ),
            ],
            options={
                "verbose_name": "rate",
                "verbose_name_plural": "rate cards",
                "ordering": ["mode", "service", "origin", "destination", "break_from"],
                "indexes": [
                    models.Index(
                        fields=["factory", "destination", "valid_until"],
                        name="freight_rate_by_lane",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "factory",
                            "mode",
                            "service",
                            "origin",
                            "destination",
                            "break_from",
                            "valid_from",
                        ),
                        name="freight_ratecard_unique_break",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("break_to__isnull", True),
                            ("break_from__lt", models.F("break_to")),
                            _connector="OR",
                        ),
                        name="freight_ratecard_break_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minimum__gte", 0),
                            ("rate__gte", 0),
                            ("transit_days_min__lte", models.F("transit_days_max")),
                            ("valid_from__lte", models.F("valid_until")),
                        ),
                        name="freight_ratecard_sensible",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Zone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                (
                    "countries",
                    models.JSONField(
                        default=list,
                        help_text="Two-letter country codes.",
                        verbose_name="countries",
                    ),
                ),
                (
                    "is_rest_of_world",
                    models.BooleanField(default=False, verbose_name="rest of the world"),
                ),
                (
                    "factory",
                    models.ForeignKey(
                        default=sites.tenancy.scope.current_factory_id,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tenancy.factory",
                    ),
                ),
            ],
            options={
                "verbose_name": "express zone",
                "verbose_name_plural": "express zones",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="freight_zone_unique_code"
                    )
                ],
            },
        ),
    ]
