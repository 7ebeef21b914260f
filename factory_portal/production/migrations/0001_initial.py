import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("inventory", "0001_initial"),
        ("library", "0001_initial"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CapacityDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                (
                    "minutes_available",
                    models.PositiveIntegerField(verbose_name="minutes available"),
                ),
                (
                    "minutes_taken",
                    models.PositiveIntegerField(default=0, verbose_name="minutes taken"),
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
                "verbose_name": "capacity day",
                "verbose_name_plural": "capacity days",
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="Operation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveSmallIntegerField(verbose_name="operation")),
                (
                    "description",
                    models.CharField(blank=True, max_length=200, verbose_name="description"),
                ),
                (
                    "setup_minutes",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=12, verbose_name="setup, minutes"
                    ),
                ),
                (
                    "run_minutes",
                    models.DecimalField(
                        decimal_places=6,
                        max_digits=12,
                        verbose_name="run, minutes per unit or batch",
                    ),
                ),
                (
                    "batch_quantity",
                    models.DecimalField(
                        blank=True, decimal_places=4, max_digits=18, null=True, verbose_name="batch"
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="operations",
                        to="inventory.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "operation",
                "verbose_name_plural": "operations",
                "ordering": ["item", "sequence"],
            },
        ),
        migrations.CreateModel(
            name="ProductionOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=64, verbose_name="number")),
                (
                    "quantity",
                    models.DecimalField(decimal_places=4, max_digits=18, verbose_name="quantity"),
                ),
                (
                    "good",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="good"
                    ),
                ),
                (
                    "scrap",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="scrap"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("confirmed", "confirmed"),
                            ("released", "released"),
                            ("in progress", "in progress"),
                            ("done", "done"),
                            ("cancelled", "cancelled"),
                        ],
                        default="confirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("start_on", models.DateField(verbose_name="start")),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "demand_reference",
                    models.CharField(blank=True, max_length=120, verbose_name="for"),
                ),
                ("note", models.CharField(blank=True, max_length=255, verbose_name="note")),
                (
                    "started_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="started at"),
                ),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="finished at"),
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
                    "hold_line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="production_orders",
                        to="inventory.holdline",
                        verbose_name="opened for",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="production_orders",
                        to="inventory.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "production order",
                "verbose_name_plural": "production orders",
                "ordering": ["due_on", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "number"),
                        name="production_productionorder_unique_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="production_order_quantity_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("good__gte", 0),
                            (
                                "quantity__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("good"), "+", models.F("scrap")
                                ),
                            ),
                            ("scrap__gte", 0),
                        ),
                        name="production_order_counts_no_more_than_put_in",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("start_on"))),
                        name="production_order_due_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "confirmed",
                                    "released",
                                    "in progress",
                                    "done",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="production_order_known_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Photograph",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=200, verbose_name="caption")),
                ("taken_at", models.DateTimeField(verbose_name="taken at")),
                (
                    "uploaded_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="uploaded at"),
                ),
                (
                    "buyer_visible",
                    models.BooleanField(default=True, verbose_name="the buyer may see it"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
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
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="library.picture",
                    ),
                ),
                (
                    "production_order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photographs",
                        to="production.productionorder",
                    ),
                ),
            ],
            options={
                "verbose_name": "photograph",
                "verbose_name_plural": "photographs",
                "ordering": ["taken_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReceiptReservation",
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
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="receipts",
                        to="inventory.holdline",
                    ),
                ),
                (
                    "production_order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reservations",
                        to="production.productionorder",
                    ),
                ),
            ],
            options={
                "verbose_name": "receipt reservation",
                "verbose_name_plural": "receipt reservations",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "line", "production_order"),
                        name="production_receiptreservation_unique_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gt", 0)),
                        name="production_receiptreservation_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "good",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="good"
                    ),
                ),
                (
                    "scrap",
                    models.DecimalField(
                        decimal_places=4, default=0, max_digits=18, verbose_name="scrap"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=255, verbose_name="note")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("key", models.CharField(max_length=120)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
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
                    "production_order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reports",
                        to="production.productionorder",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "key"), name="production_report_unique_key"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("good__gte", 0),
                            ("scrap__gte", 0),
                            models.Q(("good__gt", 0), ("scrap__gt", 0), _connector="OR"),
                        ),
                        name="production_report_counts_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SlotReservation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("minutes", models.PositiveIntegerField(verbose_name="minutes")),
                (
                    "capacity_day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="reservations",
                        to="production.capacityday",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slots",
                        to="inventory.holdline",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="slots",
                        to="production.operation",
                    ),
                ),
                (
                    "production_order",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slots",
                        to="production.productionorder",
                    ),
                ),
            ],
            options={
                "verbose_name": "slot reservation",
                "verbose_name_plural": "slot reservations",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gt", 0)),
                        name="production_slotreservation_minutes_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("line__isnull", False),
                            ("production_order__isnull", False),
                            _connector="OR",
                        ),
                        name="production_slotreservation_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkCentre",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("stations", models.PositiveSmallIntegerField(default=1, verbose_name="stations")),
                (
                    "shifts",
                    models.CharField(default="08:00-16:30", max_length=200, verbose_name="shifts"),
                ),
                (
                    "break_minutes",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="break per shift, minutes"
                    ),
                ),
                (
                    "working_days",
                    models.CharField(
                        default="Mon,Tue,Wed,Thu,Fri", max_length=60, verbose_name="working days"
                    ),
                ),
                (
                    "efficiency_percent",
                    models.PositiveSmallIntegerField(default=100, verbose_name="efficiency, %"),
                ),
                ("holidays", models.TextField(blank=True, verbose_name="holidays")),
                (
                    "time_zone",
                    models.CharField(blank=True, max_length=64, verbose_name="time zone"),
                ),
                ("note", models.CharField(blank=True, max_length=255, verbose_name="note")),
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
                "verbose_name": "work centre",
                "verbose_name_plural": "work centres",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="production_workcentre_unique_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stations__gte", 1)),
                        name="production_workcentre_has_a_station",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("efficiency_percent__gte", 1), ("efficiency_percent__lte", 200)
                        ),
                        name="production_workcentre_efficiency_in_reason",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="operation",
            name="work_centre",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="operations",
                to="production.workcentre",
            ),
        ),
        migrations.AddField(
            model_name="capacityday",
            name="work_centre",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="capacity_days",
                to="production.workcentre",
            ),
        ),
        migrations.CreateModel(
            name="BomLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "quantity_per",
                    models.DecimalField(
                        decimal_places=8, max_digits=18, verbose_name="quantity per unit"
                    ),
                ),
                (
                    "scrap_percent",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=5, verbose_name="scrap, %"
                    ),
                ),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="used_in",
                        to="inventory.item",
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
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bom_lines",
                        to="inventory.item",
                    ),
                ),
            ],
            options={
                "verbose_name": "bill of materials line",
                "verbose_name_plural": "bill of materials",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "parent", "component"),
                        name="production_bomline_unique_component",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity_per__gt", 0)),
                        name="production_bomline_quantity_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scrap_percent__gte", 0), ("scrap_percent__lt", 100)),
                        name="production_bomline_scrap_below_all",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("component")), _negated=True),
                        name="production_bomline_not_of_itself",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="productionorder",
            index=models.Index(
                condition=models.Q(("state__in", ["confirmed", "released", "in progress"])),
                fields=["factory", "item", "due_on"],
                name="production_order_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.UniqueConstraint(
                fields=("factory", "item", "sequence"), name="production_operation_unique_sequence"
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(("run_minutes__gte", 0), ("setup_minutes__gte", 0)),
                name="production_operation_minutes_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("batch_quantity__isnull", True), ("batch_quantity__gt", 0), _connector="OR"
                ),
                name="production_operation_batch_positive",
            ),
        ),
        migrations.AddConstraint(
            model_name="capacityday",
            constraint=models.UniqueConstraint(
                fields=("factory", "work_centre", "day"), name="production_capacityday_unique_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="capacityday",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes_taken__gte", 0), ("minutes_taken__lte", models.F("minutes_available"))
                ),
                name="production_capacityday_take_only_what_is_open",
            ),
        ),
    ]
