from decimal import Decimal

import django.db.models.deletion
import oscar.core.utils
import oscar.models.fields.autoslugfield
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("order", "0001_initial"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bankcard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("card_type", models.CharField(max_length=128, verbose_name="Card Type")),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="Name")),
                ("number", models.CharField(max_length=32, verbose_name="Number")),
                ("expiry_date", models.DateField(verbose_name="Expiry Date")),
                (
                    "partner_reference",
                    models.CharField(blank=True, max_length=255, verbose_name="Partner Reference"),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bankcards",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="User",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Instalment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort", models.PositiveSmallIntegerField(default=0)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("deposit", "deposit"),
                            ("balance", "balance"),
                            ("full", "full amount"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(decimal_places=3, max_digits=6, verbose_name="percent"),
                ),
                (
                    "amount",
                    models.DecimalField(decimal_places=3, max_digits=14, verbose_name="amount"),
                ),
                (
                    "received",
                    models.DecimalField(
                        decimal_places=3, default=0, max_digits=14, verbose_name="received"
                    ),
                ),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                (
                    "due_event",
                    models.CharField(
                        help_text="The milestone that makes it due, such as confirmed or packed.",
                        max_length=40,
                    ),
                ),
                (
                    "due_days",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="How many days after that milestone."
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due")),
                (
                    "method",
                    models.CharField(blank=True, max_length=40, verbose_name="payment method"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("due", "due"),
                            ("paid", "paid"),
                            ("cancelled", "cancelled"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("paid_at", models.DateTimeField(blank=True, null=True, verbose_name="paid")),
                (
                    "reference",
                    models.CharField(
                        help_text="The creditor reference (ISO 11649) that the buyer's bank passes on.",
                        max_length=25,
                        verbose_name="payment reference",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="instalments",
                        to="order.order",
                    ),
                ),
            ],
            options={
                "verbose_name": "instalment",
                "verbose_name_plural": "instalments",
                "ordering": ["order", "sort"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "order", "sort"),
                        name="payment_instalment_unique_order_sort",
                    ),
                    models.UniqueConstraint(
                        fields=("factory", "reference"), name="payment_instalment_unique_reference"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 0), ("received__gte", 0)),
                        name="payment_instalment_is_not_negative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CardPayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("session_id", models.CharField(max_length=120)),
                ("intent_id", models.CharField(blank=True, max_length=120)),
                ("url", models.URLField(blank=True, max_length=2000)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("paid", "paid"),
                            ("failed", "failed"),
                            ("expired", "expired"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=3, max_digits=14)),
                ("currency", models.CharField(max_length=3)),
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
                (
                    "instalment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="card_payments",
                        to="payment.instalment",
                    ),
                ),
            ],
            options={
                "verbose_name": "card payment",
                "verbose_name_plural": "card payments",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "session_id"),
                        name="payment_cardpayment_unique_session_id",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(db_index=True, max_length=128, verbose_name="Name")),
                (
                    "code",
                    oscar.models.fields.autoslugfield.AutoSlugField(
                        allow_unicode=True,
                        blank=True,
                        editable=False,
                        max_length=128,
                        populate_from="name",
                        verbose_name="code",
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
                "verbose_name": "Source Type",
                "verbose_name_plural": "Source Types",
                "ordering": ["name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="payment_sourcetype_unique_code"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "currency",
                    models.CharField(
                        default=oscar.core.utils.get_default_currency,
                        max_length=12,
                        verbose_name="Currency",
                    ),
                ),
                (
                    "amount_allocated",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.00"),
                        max_digits=12,
                        verbose_name="Amount Allocated",
                    ),
                ),
                (
                    "amount_debited",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.00"),
                        max_digits=12,
                        verbose_name="Amount Debited",
                    ),
                ),
                (
                    "amount_refunded",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("0.00"),
                        max_digits=12,
                        verbose_name="Amount Refunded",
                    ),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=255, verbose_name="Reference"),
                ),
                ("label", models.CharField(blank=True, max_length=128, verbose_name="Label")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
                (
                    "source_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="payment.sourcetype",
                        verbose_name="Source Type",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Transaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("txn_type", models.CharField(blank=True, max_length=128, verbose_name="Type")),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Amount"),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=128, verbose_name="Reference"),
                ),
                ("status", models.CharField(blank=True, max_length=128, verbose_name="Status")),
                (
                    "date_created",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="Date Created"
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transactions",
                        to="payment.source",
                        verbose_name="Source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CardEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event_id", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=80)),
                ("seen_at", models.DateTimeField(auto_now_add=True)),
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
                "verbose_name": "card event",
                "verbose_name_plural": "card events",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "event_id"), name="payment_cardevent_unique_event_id"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="instalment",
            index=models.Index(
                fields=["factory", "status", "due_on"], name="payment_instalment_due"
            ),
        ),
    ]
