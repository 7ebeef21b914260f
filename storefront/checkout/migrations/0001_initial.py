import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("basket", "0002_initial"),
        ("companies", "0001_initial"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Checkout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("language", models.CharField(max_length=12)),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=200, verbose_name="your name"),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                (
                    "company_name",
                    models.CharField(blank=True, max_length=200, verbose_name="company"),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                (
                    "tax_number",
                    models.CharField(blank=True, max_length=40, verbose_name="tax number"),
                ),
                (
                    "ship_name",
                    models.CharField(blank=True, max_length=200, verbose_name="consignee"),
                ),
                (
                    "ship_line1",
                    models.CharField(blank=True, max_length=255, verbose_name="street and number"),
                ),
                (
                    "ship_line2",
                    models.CharField(blank=True, max_length=255, verbose_name="address line 2"),
                ),
                ("ship_city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                (
                    "ship_state",
                    models.CharField(blank=True, max_length=120, verbose_name="state or region"),
                ),
                (
                    "ship_postcode",
                    models.CharField(blank=True, max_length=30, verbose_name="postcode"),
                ),
                (
                    "ship_country",
                    models.CharField(blank=True, max_length=2, verbose_name="country"),
                ),
                ("ship_notes", models.TextField(blank=True, verbose_name="delivery notes")),
                ("incoterm", models.CharField(blank=True, max_length=3)),
                (
                    "named_place",
                    models.CharField(blank=True, max_length=120, verbose_name="named place"),
                ),
                ("freight_mode", models.CharField(blank=True, max_length=40)),
                ("freight_service", models.CharField(blank=True, max_length=120)),
                ("freight_cost", models.DecimalField(decimal_places=3, default=0, max_digits=14)),
                ("transit_days_min", models.PositiveSmallIntegerField(null=True)),
                ("transit_days_max", models.PositiveSmallIntegerField(null=True)),
                ("insured", models.BooleanField(default=False)),
                ("insurance_cost", models.DecimalField(decimal_places=3, default=0, max_digits=14)),
                ("payment_method", models.CharField(blank=True, max_length=40)),
                (
                    "purchase_order_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="purchase order number"
                    ),
                ),
                (
                    "lines",
                    models.JSONField(
                        default=list,
                        help_text="What was held: SKU, quantity, unit price, ready date and parts.",
                    ),
                ),
                ("promised_on", models.DateField(null=True)),
                ("hold_key", models.CharField(blank=True, max_length=80)),
                ("hold_expires_at", models.DateTimeField(null=True)),
                ("order_number", models.CharField(blank=True, max_length=128)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "basket",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checkouts",
                        to="basket.basket",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="companies.company",
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
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="checkouts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "checkout",
                "verbose_name_plural": "checkouts",
                "indexes": [
                    models.Index(fields=["basket", "order_number"], name="checkout_of_basket")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "key"), name="checkout_checkout_unique_key"
                    )
                ],
            },
        ),
    ]
