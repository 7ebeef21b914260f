import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("inventory", "0001_initial"),
        ("order", "0001_initial"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Shipment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="number")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "to pick"),
                            ("picked", "picked"),
                            ("packed", "packed"),
                            ("dispatched", "on the way"),
                            ("delivered", "delivered"),
                            ("cancelled", "cancelled"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("carrier", models.CharField(blank=True, max_length=120, verbose_name="carrier")),
                (
                    "tracking_number",
                    models.CharField(blank=True, max_length=120, verbose_name="tracking number"),
                ),
                (
                    "tracking_url",
                    models.URLField(blank=True, max_length=500, verbose_name="tracking address"),
                ),
                ("note", models.CharField(blank=True, max_length=255, verbose_name="note")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="planned at")),
                (
                    "picked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="picked at"),
                ),
                (
                    "packed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="packed at"),
                ),
                (
                    "dispatched_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dispatched at"),
                ),
                (
                    "delivered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="delivered at"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="last touched by",
                    ),
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
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shipments",
                        to="order.order",
                    ),
                ),
                (
                    "warehouse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inventory.warehouse",
                        verbose_name="warehouse",
                    ),
                ),
            ],
            options={
                "verbose_name": "shipment",
                "verbose_name_plural": "shipments",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "number"), name="shipments_shipment_unique_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "picked",
                                    "packed",
                                    "dispatched",
                                    "delivered",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="shipments_shipment_known_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["dispatched", "delivered"]), _negated=True),
                            models.Q(
                                ("dispatched_at__isnull", False),
                                models.Q(("carrier", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="shipments_shipment_dispatched_with_someone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Package",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("carton", "carton"),
                            ("pallet", "pallet"),
                            ("crate", "crate"),
                            ("bag", "bag"),
                        ],
                        default="carton",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("count", models.PositiveIntegerField(default=1, verbose_name="how many")),
                (
                    "length_cm",
                    models.DecimalField(decimal_places=1, max_digits=8, verbose_name="length, cm"),
                ),
                (
                    "width_cm",
                    models.DecimalField(decimal_places=1, max_digits=8, verbose_name="width, cm"),
                ),
                (
                    "height_cm",
                    models.DecimalField(decimal_places=1, max_digits=8, verbose_name="height, cm"),
                ),
                (
                    "net_kg",
                    models.DecimalField(
                        decimal_places=3, default=0, max_digits=10, verbose_name="net each, kg"
                    ),
                ),
                (
                    "gross_kg",
                    models.DecimalField(
                        decimal_places=3, max_digits=10, verbose_name="gross each, kg"
                    ),
                ),
                ("contents", models.CharField(blank=True, max_length=200, verbose_name="contents")),
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
                (
                    "shipment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="packages",
                        to="shipments.shipment",
                    ),
                ),
            ],
            options={
                "verbose_name": "package",
                "verbose_name_plural": "packages",
                "ordering": ["shipment", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count__gt", 0),
                            ("height_cm__gt", 0),
                            ("length_cm__gt", 0),
                            ("width_cm__gt", 0),
                        ),
                        name="shipments_package_has_a_size",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gross_kg__gte", models.F("net_kg")), ("net_kg__gte", 0)
                        ),
                        name="shipments_package_gross_at_least_net",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShipmentLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "quantity",
                    models.DecimalField(decimal_places=4, max_digits=18, verbose_name="quantity"),
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
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inventory.lot",
                    ),
                ),
                (
                    "order_line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shipment_lines",
                        to="order.line",
                    ),
                ),
                (
                    "shipment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="shipments.shipment",
                    ),
                ),
            ],
            options={
                "verbose_name": "shipment line",
                "verbose_name_plural": "shipment lines",
                "ordering": ["shipment", "order_line", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "shipment", "order_line", "lot"),
                        name="shipments_shipmentline_unique_lot",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="shipments_shipmentline_quantity_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShipmentSequence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last", models.PositiveIntegerField(default=0)),
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
                "verbose_name": "shipment sequence",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory",), name="shipments_shipmentsequence_one_per_factory"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="shipment",
            index=models.Index(fields=["factory", "state"], name="shipments_shipment_by_state"),
        ),
    ]
