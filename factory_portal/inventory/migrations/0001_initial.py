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
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=120)),
                ("reference", models.CharField(blank=True, max_length=120, verbose_name="for")),
                (
                    "status",
                    models.CharField(
                        choices=[("held", "held"), ("firm", "firm"), ("released", "released")],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="asked on")),
                (
                    "expires_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="expires at"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                "verbose_name": "hold",
                "verbose_name_plural": "holds",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "key"), name="inventory_hold_unique_key"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["held", "firm", "released"])),
                        name="inventory_hold_known_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "held"), _negated=True),
                            ("expires_at__isnull", False),
                            _connector="OR",
                        ),
                        name="inventory_hold_held_expires",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=64, verbose_name="code")),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="name")),
                ("unit", models.CharField(default="H87", max_length=3, verbose_name="unit")),
                (
                    "kind",
                    models.CharField(
                        choices=[("product", "product"), ("component", "component")],
                        default="product",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "safety_stock",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="safety stock"
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
            ],
            options={
                "verbose_name": "item",
                "verbose_name_plural": "items",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="inventory_item_unique_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("safety_stock__gte", 0)),
                        name="inventory_item_safety_stock_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["product", "component"])),
                        name="inventory_item_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HoldLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=60, verbose_name="line")),
                (
                    "quantity",
                    models.DecimalField(decimal_places=4, max_digits=18, verbose_name="quantity"),
                ),
                (
                    "shipped",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="shipped"
                    ),
                ),
                ("ready_on", models.DateField(verbose_name="ready on")),
                ("parts", models.JSONField(default=list)),
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
                    "hold",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="inventory.hold",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="inventory.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "held line",
                "verbose_name_plural": "held lines",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "hold", "reference"),
                        name="inventory_holdline_unique_reference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="inventory_holdline_quantity_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("shipped__gte", 0), ("shipped__lte", models.F("quantity"))
                        ),
                        name="inventory_holdline_ship_only_what_was_held",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=64, verbose_name="lot")),
                (
                    "status",
                    models.CharField(
                        choices=[("available", "available"), ("on hold", "on hold")],
                        default="available",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "produced_on",
                    models.DateField(blank=True, null=True, verbose_name="produced on"),
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="lots",
                        to="inventory.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "lot",
                "verbose_name_plural": "lots",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "item", "number"), name="inventory_lot_unique_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["available", "on hold"])),
                        name="inventory_lot_known_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Balance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "on_hand",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="on hand"
                    ),
                ),
                (
                    "reserved",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="reserved"
                    ),
                ),
                ("bin", models.CharField(blank=True, max_length=40, verbose_name="bin")),
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
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="balances",
                        to="inventory.lot",
                    ),
                ),
            ],
            options={
                "verbose_name": "balance",
                "verbose_name_plural": "balances",
            },
        ),
        migrations.CreateModel(
            name="LotReservation",
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
                    "balance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reservations",
                        to="inventory.balance",
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
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lots",
                        to="inventory.holdline",
                    ),
                ),
            ],
            options={
                "verbose_name": "lot reservation",
                "verbose_name_plural": "lot reservations",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "line", "balance"),
                        name="inventory_lotreservation_unique_balance",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="inventory_lotreservation_quantity_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Warehouse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("country", models.CharField(max_length=2, verbose_name="country")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("factory", "at the factory"),
                            ("overseas", "overseas"),
                            ("transit", "in transit"),
                        ],
                        default="factory",
                        max_length=10,
                        verbose_name="kind",
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
            ],
            options={
                "verbose_name": "warehouse",
                "verbose_name_plural": "warehouses",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="inventory_warehouse_unique_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["factory", "overseas", "transit"])),
                        name="inventory_warehouse_known_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_place",
                    models.CharField(
                        choices=[
                            ("warehouse", "warehouse"),
                            ("supplier", "supplier"),
                            ("customer", "customer"),
                            ("production", "production"),
                            ("count", "stock count"),
                            ("loss", "scrap and loss"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_place",
                    models.CharField(
                        choices=[
                            ("warehouse", "warehouse"),
                            ("supplier", "supplier"),
                            ("customer", "customer"),
                            ("production", "production"),
                            ("count", "stock count"),
                            ("loss", "scrap and loss"),
                        ],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                (
                    "quantity",
                    models.DecimalField(decimal_places=4, max_digits=18, verbose_name="quantity"),
                ),
                ("effective_at", models.DateTimeField(verbose_name="happened at")),
                (
                    "recorded_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="recorded at"),
                ),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="source")),
                ("key", models.CharField(max_length=160)),
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="moves",
                        to="inventory.item",
                    ),
                ),
                (
                    "lot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="moves",
                        to="inventory.lot",
                    ),
                ),
                (
                    "reversal_of",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reversed_by",
                        to="inventory.move",
                    ),
                ),
                (
                    "from_warehouse",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="inventory.warehouse",
                    ),
                ),
                (
                    "to_warehouse",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="inventory.warehouse",
                    ),
                ),
            ],
            options={
                "verbose_name": "move",
                "verbose_name_plural": "moves",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "key"), name="inventory_move_unique_key"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="inventory_move_quantity_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_place", "warehouse"), ("from_warehouse__isnull", False)
                            ),
                            models.Q(
                                models.Q(("from_place", "warehouse"), _negated=True),
                                ("from_warehouse__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="inventory_move_from_names_its_warehouse",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_place", "warehouse"), ("to_warehouse__isnull", False)),
                            models.Q(
                                models.Q(("to_place", "warehouse"), _negated=True),
                                ("to_warehouse__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="inventory_move_to_names_its_warehouse",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_place", "warehouse"), ("to_place", "warehouse"), _connector="OR"
                        ),
                        name="inventory_move_touches_a_warehouse",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="balance",
            name="warehouse",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="balances",
                to="inventory.warehouse",
            ),
        ),
        migrations.AddIndex(
            model_name="hold",
            index=models.Index(
                condition=models.Q(("status", "held")),
                fields=["factory", "expires_at"],
                name="inventory_hold_expiring",
            ),
        ),
        migrations.AddIndex(
            model_name="move",
            index=models.Index(fields=["factory", "item"], name="inventory_move_of_item"),
        ),
        migrations.AddConstraint(
            model_name="balance",
            constraint=models.UniqueConstraint(
                fields=("factory", "lot", "warehouse"), name="inventory_balance_unique_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="balance",
            constraint=models.CheckConstraint(
                condition=models.Q(("reserved__gte", 0)),
                name="inventory_balance_reserved_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="balance",
            constraint=models.CheckConstraint(
                condition=models.Q(("reserved__lte", models.F("on_hand"))),
                name="inventory_balance_reserve_only_what_exists",
            ),
        ),
    ]
