import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import media.library.storage
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
            name="Document",
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
                        choices=[("proforma", "proforma invoice")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("number", models.CharField(max_length=40, verbose_name="number")),
                ("year", models.PositiveSmallIntegerField()),
                ("sequence", models.PositiveIntegerField()),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("content", models.JSONField(default=dict, help_text="What it was printed from.")),
                (
                    "file",
                    models.FileField(
                        max_length=160,
                        upload_to=media.library.storage.private_path,
                        verbose_name="file",
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("issued_on", models.DateField(verbose_name="date")),
                ("issued_at", models.DateTimeField(auto_now_add=True)),
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
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="order.order",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="documents.document",
                        verbose_name="supersedes",
                    ),
                ),
            ],
            options={
                "verbose_name": "trade document",
                "verbose_name_plural": "trade documents",
                "ordering": ["-issued_on", "-sequence"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "kind", "number"),
                        name="documents_document_unique_number",
                    ),
                    models.UniqueConstraint(
                        fields=("factory", "kind", "year", "sequence"),
                        name="documents_document_unique_sequence",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("supersedes__isnull", True)),
                        fields=("factory", "order", "kind"),
                        name="documents_document_one_first_per_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(choices=[("proforma", "proforma invoice")], max_length=20),
                ),
                ("year", models.PositiveSmallIntegerField()),
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
                "verbose_name": "number series",
                "verbose_name_plural": "number series",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "kind", "year"), name="documents_series_unique_year"
                    )
                ],
            },
        ),
    ]
