import django.db.models.deletion
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
            name="OrderLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "deed",
                    models.CharField(
                        choices=[
                            ("released", "released to production"),
                            ("confirmed", "confirmed to the buyer"),
                            ("started", "production started"),
                            ("finished", "production finished"),
                            ("noted", "internal note"),
                            ("shipped", "dispatched"),
                            ("delivered", "delivered"),
                            ("paid", "payment seen"),
                            ("cancelled", "cancelled"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="details")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="when")),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="log",
                        to="order.order",
                    ),
                ),
            ],
            options={
                "verbose_name": "order log entry",
                "verbose_name_plural": "order log",
                "ordering": ["-at", "-pk"],
            },
        ),
    ]
