import django.db.models.deletion
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pricing", "0001_initial"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Company",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("country", models.CharField(max_length=2, verbose_name="country")),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                (
                    "vat_number",
                    models.CharField(blank=True, max_length=40, verbose_name="VAT number"),
                ),
                (
                    "vat_check",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="how the VAT number was checked"
                    ),
                ),
                (
                    "payment_terms",
                    models.CharField(blank=True, max_length=120, verbose_name="payment terms"),
                ),
                (
                    "credit_limit",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="credit limit",
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                ("incoterm", models.CharField(blank=True, max_length=3, verbose_name="Incoterm")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
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
                    "price_list",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="companies",
                        to="pricing.pricelist",
                        verbose_name="price list",
                    ),
                ),
            ],
            options={
                "verbose_name": "company",
                "verbose_name_plural": "companies",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="companies_company_unique_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("credit_limit__isnull", True),
                            ("credit_limit__gte", 0),
                            _connector="OR",
                        ),
                        name="companies_company_credit_is_not_negative",
                    ),
                ],
            },
        ),
    ]
