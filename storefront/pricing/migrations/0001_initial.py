import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("partner", "0001_initial"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PriceBreak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_quantity", models.PositiveIntegerField(verbose_name="from quantity")),
                (
                    "unit_price",
                    models.DecimalField(decimal_places=4, max_digits=14, verbose_name="unit price"),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
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
                    "stock_record",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="breaks",
                        to="partner.stockrecord",
                        verbose_name="stock record",
                    ),
                ),
            ],
            options={
                "verbose_name": "quantity break",
                "verbose_name_plural": "quantity breaks",
                "ordering": ["from_quantity", "valid_from"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "stock_record", "from_quantity", "valid_from"),
                        name="pricing_pricebreak_unique_step",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("valid_from__isnull", True)),
                        fields=("factory", "stock_record", "from_quantity"),
                        name="pricing_pricebreak_unique_standing_step",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_quantity__gte", 1), ("unit_price__gt", 0)),
                        name="pricing_pricebreak_positive",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_until__isnull", True),
                            ("valid_from__lte", models.F("valid_until")),
                            _connector="OR",
                        ),
                        name="pricing_pricebreak_days_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                (
                    "discount_percent",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=5, verbose_name="discount (%)"
                    ),
                ),
                (
                    "is_default",
                    models.BooleanField(
                        default=False,
                        help_text="What a visitor without a login sees.",
                        verbose_name="public list",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
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
                "verbose_name": "price list",
                "verbose_name_plural": "price lists",
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="pricing_pricelist_unique_code"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("factory", "currency"),
                        name="pricing_pricelist_unique_default",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("discount_percent__gte", 0), ("discount_percent__lt", 100)
                        ),
                        name="pricing_pricelist_discount_below_all",
                    ),
                ],
            },
        ),
    ]
