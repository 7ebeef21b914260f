import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import factory_portal.quotes.models
import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("library", "0001_initial"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Enquiry",
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
                        choices=[("rfq", "request for a quote"), ("contact", "message")],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("reference", models.CharField(max_length=24, verbose_name="reference")),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "new"), ("answered", "answered"), ("closed", "closed")],
                        default="new",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("company", models.CharField(blank=True, max_length=200, verbose_name="company")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("message", models.TextField(blank=True, verbose_name="message")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("incoterm", models.CharField(blank=True, max_length=3, verbose_name="Incoterm")),
                (
                    "destination",
                    models.CharField(blank=True, max_length=120, verbose_name="destination"),
                ),
                ("target_date", models.DateField(blank=True, null=True, verbose_name="wanted by")),
                (
                    "access_key",
                    models.CharField(
                        default=factory_portal.quotes.models.access_key,
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("received_at", models.DateTimeField(auto_now_add=True, verbose_name="received")),
                ("reply_by", models.DateTimeField(verbose_name="reply by")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
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
                "verbose_name": "enquiry",
                "verbose_name_plural": "enquiries",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "reference"), name="quotes_enquiry_unique_reference"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["rfq", "contact"])),
                        name="quotes_enquiry_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["new", "answered", "closed"])),
                        name="quotes_enquiry_known_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnquiryAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="answer")),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="quotes.enquiry",
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
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["enquiry", "at"],
            },
        ),
        migrations.CreateModel(
            name="EnquiryFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="library.document",
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="quotes.enquiry",
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
                "verbose_name": "enquiry file",
                "verbose_name_plural": "enquiry files",
                "ordering": ["enquiry", "pk"],
            },
        ),
        migrations.CreateModel(
            name="EnquiryLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sku", models.CharField(blank=True, max_length=64, verbose_name="SKU")),
                (
                    "description",
                    models.CharField(blank=True, max_length=255, verbose_name="description"),
                ),
                (
                    "quantity",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=18,
                        null=True,
                        verbose_name="quantity",
                    ),
                ),
                (
                    "target_price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="target price",
                    ),
                ),
                ("currency", models.CharField(blank=True, max_length=3, verbose_name="currency")),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="quotes.enquiry",
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
                "verbose_name": "enquiry line",
                "verbose_name_plural": "enquiry lines",
                "ordering": ["enquiry", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("description", ""), ("sku", ""), _negated=True),
                        name="quotes_enquiryline_asks_for_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("quantity__isnull", True), ("quantity__gt", 0), _connector="OR"
                        ),
                        name="quotes_enquiryline_quantity_positive",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnquirySequence",
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
                "verbose_name": "enquiry sequence",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory",), name="quotes_enquirysequence_one_per_factory"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="enquiry",
            index=models.Index(fields=["factory", "state", "-received_at"], name="quotes_by_state"),
        ),
    ]
