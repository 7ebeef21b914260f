import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        # Third-party tables first: their hundreds of small steps are cheap while ours are not there.
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("flatpages", "0001_initial"),
        ("sessions", "0001_initial"),
        ("sites", "0002_alter_domain_unique"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailembeds", "0009_embed_cache_until"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearch", "0010_add_text_fields"),
        ("wagtailusers", "0015_userprofile_keyboard_shortcuts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Factory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=63, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="brand")),
                (
                    "legal_name",
                    models.CharField(blank=True, max_length=200, verbose_name="legal name"),
                ),
                ("country", models.CharField(max_length=2, verbose_name="country")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                (
                    "time_zone",
                    models.CharField(default="UTC", max_length=64, verbose_name="time zone"),
                ),
                ("languages", models.JSONField(default=list, verbose_name="languages")),
                ("theme", models.CharField(default="base", max_length=40, verbose_name="theme")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "open"), ("suspended", "suspended")],
                        default="open",
                        max_length=12,
                    ),
                ),
                (
                    "profile",
                    models.JSONField(blank=True, default=dict, verbose_name="company profile"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "editors",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="auth.group",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "factory",
                "verbose_name_plural": "factories",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "suspended"])),
                        name="tenancy_factory_known_status",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Host",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=253, verbose_name="host name")),
                ("is_primary", models.BooleanField(default=False)),
                (
                    "factory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hosts",
                        to="tenancy.factory",
                    ),
                ),
            ],
            options={
                "verbose_name": "host",
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="tenancy_host_unique_name",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_primary", True)),
                        fields=("factory",),
                        name="tenancy_host_one_primary",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("owner", "Owner"),
                            ("marketer", "Marketer"),
                            ("sales", "Sales"),
                            ("production", "Production"),
                            ("warehouse", "Warehouse"),
                            ("finance", "Finance"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
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
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "member",
                "verbose_name_plural": "members",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "user"), name="tenancy_membership_unique_user"
                    )
                ],
            },
        ),
    ]
