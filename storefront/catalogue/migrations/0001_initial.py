from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import oscar.core.validators
import oscar.models.fields
import oscar.models.fields.autoslugfield
import oscar.models.fields.slugfield
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("inventory", "0001_initial"),
        ("library", "0001_initial"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProductCategoryHierarchy",
            fields=[
                ("id", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("product_id", models.IntegerField()),
                ("category_id", models.IntegerField()),
            ],
            options={
                "verbose_name": "Product category hierarchy",
                "verbose_name_plural": "Product categories hierarchy",
                "db_table": "catalogue_product_category_hierarchy",
                "abstract": False,
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="AttributeOptionGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=128, verbose_name="Name")),
                ("code", oscar.models.fields.NullCharField(max_length=255, verbose_name="code")),
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
                "verbose_name": "Attribute option group",
                "verbose_name_plural": "Attribute option groups",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"),
                        name="catalogue_attributeoptiongroup_unique_code",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AttributeOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("option", models.CharField(max_length=255, verbose_name="Option")),
                ("code", oscar.models.fields.NullCharField(max_length=255, verbose_name="code")),
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
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="catalogue.attributeoptiongroup",
                        verbose_name="Group",
                    ),
                ),
            ],
            options={
                "verbose_name": "Attribute option",
                "verbose_name_plural": "Attribute options",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="catalogue_attributeoption_unique_code"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=255, unique=True)),
                ("depth", models.PositiveIntegerField()),
                ("numchild", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(db_index=True, max_length=255, verbose_name="Name")),
                (
                    "name_en",
                    models.CharField(db_index=True, max_length=255, null=True, verbose_name="Name"),
                ),
                (
                    "name_zh_hans",
                    models.CharField(db_index=True, max_length=255, null=True, verbose_name="Name"),
                ),
                (
                    "name_ar",
                    models.CharField(db_index=True, max_length=255, null=True, verbose_name="Name"),
                ),
                (
                    "name_es",
                    models.CharField(db_index=True, max_length=255, null=True, verbose_name="Name"),
                ),
                (
                    "name_de",
                    models.CharField(db_index=True, max_length=255, null=True, verbose_name="Name"),
                ),
                (
                    "name_fr",
                    models.CharField(db_index=True, max_length=255, null=True, verbose_name="Name"),
                ),
                ("description", models.TextField(blank=True, verbose_name="Description")),
                (
                    "description_en",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_zh_hans",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_es",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_de",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_fr",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                ("long_description", models.TextField(blank=True, verbose_name="Long description")),
                (
                    "meta_title",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="Meta title"
                    ),
                ),
                (
                    "meta_description",
                    models.TextField(blank=True, null=True, verbose_name="Meta description"),
                ),
                (
                    "exclude_from_menu",
                    models.BooleanField(
                        db_index=True,
                        default=False,
                        help_text="Exclude this category from the menu.",
                        verbose_name="Exclude from menu",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        db_index=True,
                        default=True,
                        help_text="Show this category in search results and catalogue listings.",
                        verbose_name="Is public",
                    ),
                ),
                (
                    "ancestors_are_public",
                    models.BooleanField(
                        db_index=True,
                        default=True,
                        help_text="The ancestors of this category are public",
                        verbose_name="Ancestor categories are public",
                    ),
                ),
                ("code", oscar.models.fields.NullCharField(max_length=255, verbose_name="code")),
                (
                    "slug",
                    oscar.models.fields.slugfield.SlugField(
                        allow_unicode=True, max_length=255, verbose_name="slug"
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="library.picture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "Category",
                "verbose_name_plural": "Categories",
                "ordering": ["path"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="catalogue_category_unique_code"
                    ),
                    models.UniqueConstraint(
                        fields=("factory", "slug"), name="catalogue_category_unique_slug"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(db_index=True, max_length=128, verbose_name="Name")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("text", "Text"),
                            ("integer", "Integer"),
                            ("boolean", "True / False"),
                            ("float", "Float"),
                            ("date", "Date"),
                            ("select", "Select"),
                            ("radio", "Radio"),
                            ("multi_select", "Multi select"),
                            ("checkbox", "Checkbox"),
                        ],
                        default="text",
                        max_length=255,
                        verbose_name="Type",
                    ),
                ),
                (
                    "required",
                    models.BooleanField(default=False, verbose_name="Is this option required?"),
                ),
                (
                    "help_text",
                    models.CharField(
                        blank=True,
                        help_text="Help text shown to the user on the add to basket form",
                        max_length=255,
                        null=True,
                        verbose_name="Help text",
                    ),
                ),
                (
                    "order",
                    models.IntegerField(
                        blank=True,
                        db_index=True,
                        help_text="Controls the ordering of product options on product detail pages",
                        null=True,
                        verbose_name="Ordering",
                    ),
                ),
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
                (
                    "option_group",
                    models.ForeignKey(
                        blank=True,
                        help_text='Select an option group if using type "Option" or "Multi Option"',
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="product_options",
                        to="catalogue.attributeoptiongroup",
                        verbose_name="Option Group",
                    ),
                ),
            ],
            options={
                "verbose_name": "Option",
                "verbose_name_plural": "Options",
                "ordering": ["order", "name"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="catalogue_option_unique_code"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OptionAxis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_en", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_zh_hans", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_ar", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_es", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_de", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=120, null=True, verbose_name="name")),
                ("sort", models.PositiveSmallIntegerField(default=0)),
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
                "verbose_name": "option",
                "verbose_name_plural": "options",
                "ordering": ["family", "sort", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "structure",
                    models.CharField(
                        choices=[
                            ("standalone", "Stand-alone product"),
                            ("parent", "Parent product"),
                            ("child", "Child product"),
                        ],
                        default="standalone",
                        max_length=10,
                        verbose_name="Product structure",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        db_index=True,
                        default=True,
                        help_text="Show this product in search results and catalogue listings.",
                        verbose_name="Is public",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="Title")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="Title"),
                ),
                (
                    "title_zh_hans",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="Title"),
                ),
                (
                    "title_ar",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="Title"),
                ),
                (
                    "title_es",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="Title"),
                ),
                (
                    "title_de",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="Title"),
                ),
                (
                    "title_fr",
                    models.CharField(blank=True, max_length=255, null=True, verbose_name="Title"),
                ),
                ("description", models.TextField(blank=True, verbose_name="Description")),
                (
                    "description_en",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_zh_hans",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_ar",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_es",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_de",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "description_fr",
                    models.TextField(blank=True, null=True, verbose_name="Description"),
                ),
                (
                    "meta_title",
                    models.CharField(
                        blank=True, max_length=255, null=True, verbose_name="Meta title"
                    ),
                ),
                (
                    "meta_description",
                    models.TextField(blank=True, null=True, verbose_name="Meta description"),
                ),
                (
                    "priority",
                    models.SmallIntegerField(
                        db_index=True,
                        default=0,
                        help_text="The highest priority products are shown first",
                        validators=[django.core.validators.MinValueValidator(-1)],
                        verbose_name="Priority",
                    ),
                ),
                ("rating", models.FloatField(editable=False, null=True, verbose_name="Rating")),
                (
                    "date_created",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="Date created"
                    ),
                ),
                (
                    "date_updated",
                    models.DateTimeField(auto_now=True, db_index=True, verbose_name="Date updated"),
                ),
                (
                    "is_discountable",
                    models.BooleanField(
                        default=True,
                        help_text="This flag indicates if this product can be used in an offer or not",
                        verbose_name="Is discountable?",
                    ),
                ),
                ("upc", oscar.models.fields.NullCharField(max_length=64, verbose_name="SKU")),
                (
                    "code",
                    oscar.models.fields.NullCharField(max_length=255, verbose_name="product code"),
                ),
                (
                    "slug",
                    oscar.models.fields.slugfield.SlugField(
                        allow_unicode=True, max_length=255, verbose_name="slug"
                    ),
                ),
                (
                    "short_description",
                    models.TextField(blank=True, verbose_name="short description"),
                ),
                (
                    "short_description_en",
                    models.TextField(blank=True, null=True, verbose_name="short description"),
                ),
                (
                    "short_description_zh_hans",
                    models.TextField(blank=True, null=True, verbose_name="short description"),
                ),
                (
                    "short_description_ar",
                    models.TextField(blank=True, null=True, verbose_name="short description"),
                ),
                (
                    "short_description_es",
                    models.TextField(blank=True, null=True, verbose_name="short description"),
                ),
                (
                    "short_description_de",
                    models.TextField(blank=True, null=True, verbose_name="short description"),
                ),
                (
                    "short_description_fr",
                    models.TextField(blank=True, null=True, verbose_name="short description"),
                ),
                (
                    "unit",
                    models.CharField(
                        default="H87", max_length=3, verbose_name="unit (UN/ECE Rec 20)"
                    ),
                ),
                (
                    "moq",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="minimum order quantity",
                    ),
                ),
                (
                    "order_multiple",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="order multiple",
                    ),
                ),
                ("hs_code", models.CharField(blank=True, max_length=12, verbose_name="HS code")),
                ("gtin", models.CharField(blank=True, max_length=14, verbose_name="GTIN")),
                (
                    "country_of_origin",
                    models.CharField(blank=True, max_length=2, verbose_name="country of origin"),
                ),
                ("material", models.CharField(blank=True, max_length=200, verbose_name="material")),
                (
                    "lead_time_basis",
                    models.CharField(
                        choices=[("stock", "from stock"), ("make to order", "made to order")],
                        default="make to order",
                        max_length=14,
                        verbose_name="lead time basis",
                    ),
                ),
                (
                    "lead_time_days",
                    models.PositiveSmallIntegerField(default=0, verbose_name="lead time in days"),
                ),
                (
                    "sample_price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=14,
                        null=True,
                        verbose_name="sample price",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="products",
                        to="inventory.item",
                        verbose_name="inventory item",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only choose a parent product if you're creating a child product.  For example if this is a size 4 of a particular t-shirt.  Leave blank if this is a stand-alone product (i.e. there is only one version of this product).",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="catalogue.product",
                        verbose_name="Parent product",
                    ),
                ),
            ],
            options={
                "verbose_name": "Product",
                "verbose_name_plural": "Products",
                "ordering": ["-date_created"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Packing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "unit_net_kg",
                    models.DecimalField(
                        decimal_places=5, max_digits=12, verbose_name="unit net kg"
                    ),
                ),
                (
                    "unit_gross_kg",
                    models.DecimalField(
                        decimal_places=5, max_digits=12, verbose_name="unit gross kg"
                    ),
                ),
                (
                    "inner_quantity",
                    models.PositiveIntegerField(default=1, verbose_name="units per inner box"),
                ),
                (
                    "inner_length_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="inner length cm",
                    ),
                ),
                (
                    "inner_width_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="inner width cm",
                    ),
                ),
                (
                    "inner_height_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="inner height cm",
                    ),
                ),
                ("carton_quantity", models.PositiveIntegerField(verbose_name="units per carton")),
                (
                    "carton_length_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="carton length cm",
                    ),
                ),
                (
                    "carton_width_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="carton width cm",
                    ),
                ),
                (
                    "carton_height_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="carton height cm",
                    ),
                ),
                (
                    "carton_net_kg",
                    models.DecimalField(
                        decimal_places=5, max_digits=12, verbose_name="carton net kg"
                    ),
                ),
                (
                    "carton_gross_kg",
                    models.DecimalField(
                        decimal_places=5, max_digits=12, verbose_name="carton gross kg"
                    ),
                ),
                (
                    "cartons_per_layer",
                    models.PositiveSmallIntegerField(default=0, verbose_name="cartons per layer"),
                ),
                ("layers", models.PositiveSmallIntegerField(default=0, verbose_name="layers")),
                ("pallet_type", models.CharField(blank=True, max_length=40, verbose_name="pallet")),
                (
                    "pallet_length_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="pallet length cm",
                    ),
                ),
                (
                    "pallet_width_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="pallet width cm",
                    ),
                ),
                (
                    "pallet_height_cm",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=8,
                        null=True,
                        verbose_name="pallet height cm",
                    ),
                ),
                (
                    "pallet_tare_kg",
                    models.DecimalField(
                        decimal_places=5,
                        default=Decimal("0"),
                        max_digits=12,
                        verbose_name="pallet tare kg",
                    ),
                ),
                (
                    "pallet_gross_kg",
                    models.DecimalField(
                        decimal_places=5,
                        default=Decimal("0"),
                        max_digits=12,
                        verbose_name="pallet gross kg",
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
                    "product",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="packing",
                        to="catalogue.product",
                    ),
                ),
            ],
            options={
                "verbose_name": "packing",
                "verbose_name_plural": "packing",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("carton_quantity__gte", 1), ("inner_quantity__gte", 1)),
                        name="catalogue_packing_holds_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("carton_gross_kg__gte", models.F("carton_net_kg"))),
                        name="catalogue_packing_gross_is_at_least_net",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OptionValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.CharField(max_length=200, verbose_name="value")),
                ("value_en", models.CharField(max_length=200, null=True, verbose_name="value")),
                (
                    "value_zh_hans",
                    models.CharField(max_length=200, null=True, verbose_name="value"),
                ),
                ("value_ar", models.CharField(max_length=200, null=True, verbose_name="value")),
                ("value_es", models.CharField(max_length=200, null=True, verbose_name="value")),
                ("value_de", models.CharField(max_length=200, null=True, verbose_name="value")),
                ("value_fr", models.CharField(max_length=200, null=True, verbose_name="value")),
                (
                    "axis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="values",
                        to="catalogue.optionaxis",
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
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="option_values",
                        to="catalogue.product",
                    ),
                ),
            ],
            options={
                "verbose_name": "option value",
                "verbose_name_plural": "option values",
                "ordering": ["axis__sort", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "product", "axis"),
                        name="catalogue_optionvalue_unique_product_axis",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="optionaxis",
            name="family",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="axes",
                to="catalogue.product",
            ),
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=60, verbose_name="code")),
                ("standard", models.CharField(max_length=120, verbose_name="standard")),
                ("holder", models.CharField(max_length=200, verbose_name="holder")),
                ("scope", models.TextField(blank=True, verbose_name="scope")),
                (
                    "issued_by",
                    models.CharField(blank=True, max_length=200, verbose_name="issued by"),
                ),
                ("number", models.CharField(blank=True, max_length=120, verbose_name="number")),
                ("issued", models.DateField(blank=True, null=True, verbose_name="issued")),
                ("expires", models.DateField(blank=True, null=True, verbose_name="expires")),
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
                    "product",
                    modelcluster.fields.ParentalKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="certificates",
                        to="catalogue.product",
                    ),
                ),
            ],
            options={
                "verbose_name": "certificate",
                "verbose_name_plural": "certificates",
                "ordering": ["standard", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ProductAttribute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=128, verbose_name="Name")),
                ("name_en", models.CharField(max_length=128, null=True, verbose_name="Name")),
                ("name_zh_hans", models.CharField(max_length=128, null=True, verbose_name="Name")),
                ("name_ar", models.CharField(max_length=128, null=True, verbose_name="Name")),
                ("name_es", models.CharField(max_length=128, null=True, verbose_name="Name")),
                ("name_de", models.CharField(max_length=128, null=True, verbose_name="Name")),
                ("name_fr", models.CharField(max_length=128, null=True, verbose_name="Name")),
                (
                    "code",
                    models.SlugField(
                        max_length=128,
                        validators=[
                            django.core.validators.RegexValidator(
                                message="Code can only contain the letters a-z, A-Z, digits, and underscores, and can't start with a digit.",
                                regex="^[a-zA-Z_][0-9a-zA-Z_]*$",
                            ),
                            oscar.core.validators.non_python_keyword,
                        ],
                        verbose_name="Code",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("text", "Text"),
                            ("integer", "Integer"),
                            ("boolean", "True / False"),
                            ("float", "Float"),
                            ("richtext", "Rich Text"),
                            ("date", "Date"),
                            ("datetime", "Datetime"),
                            ("option", "Option"),
                            ("multi_option", "Multi Option"),
                            ("entity", "Entity"),
                            ("file", "File"),
                            ("image", "Image"),
                        ],
                        default="text",
                        max_length=20,
                        verbose_name="Type",
                    ),
                ),
                ("required", models.BooleanField(default=False, verbose_name="Required")),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="unit")),
                ("is_facet", models.BooleanField(default=True, verbose_name="buyers filter by it")),
                ("sort", models.PositiveSmallIntegerField(default=0, verbose_name="sort")),
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
                    "option_group",
                    models.ForeignKey(
                        blank=True,
                        help_text='Select an option group if using type "Option" or "Multi Option"',
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="product_attributes",
                        to="catalogue.attributeoptiongroup",
                        verbose_name="Option Group",
                    ),
                ),
            ],
            options={
                "verbose_name": "Product attribute",
                "verbose_name_plural": "Product attributes",
                "ordering": ["sort", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductAttributeChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="catalogue.attributeoption"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProductAttributeValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value_text", models.TextField(blank=True, null=True, verbose_name="Text")),
                ("value_text_en", models.TextField(blank=True, null=True, verbose_name="Text")),
                (
                    "value_text_zh_hans",
                    models.TextField(blank=True, null=True, verbose_name="Text"),
                ),
                ("value_text_ar", models.TextField(blank=True, null=True, verbose_name="Text")),
                ("value_text_es", models.TextField(blank=True, null=True, verbose_name="Text")),
                ("value_text_de", models.TextField(blank=True, null=True, verbose_name="Text")),
                ("value_text_fr", models.TextField(blank=True, null=True, verbose_name="Text")),
                (
                    "value_integer",
                    models.IntegerField(
                        blank=True, db_index=True, null=True, verbose_name="Integer"
                    ),
                ),
                (
                    "value_boolean",
                    models.BooleanField(
                        blank=True, db_index=True, null=True, verbose_name="Boolean"
                    ),
                ),
                (
                    "value_float",
                    models.FloatField(blank=True, db_index=True, null=True, verbose_name="Float"),
                ),
                (
                    "value_richtext",
                    models.TextField(blank=True, null=True, verbose_name="Richtext"),
                ),
                (
                    "value_date",
                    models.DateField(blank=True, db_index=True, null=True, verbose_name="Date"),
                ),
                (
                    "value_datetime",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="DateTime"
                    ),
                ),
                (
                    "entity_object_id",
                    models.PositiveIntegerField(blank=True, editable=False, null=True),
                ),
                (
                    "attribute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="catalogue.productattribute",
                        verbose_name="Attribute",
                    ),
                ),
                (
                    "entity_content_type",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="contenttypes.contenttype",
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
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attribute_values",
                        to="catalogue.product",
                        verbose_name="product",
                    ),
                ),
                (
                    "value_multi_option",
                    models.ManyToManyField(
                        blank=True,
                        related_name="multi_valued_attribute_values",
                        through="catalogue.ProductAttributeChoice",
                        to="catalogue.attributeoption",
                    ),
                ),
                (
                    "value_option",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="catalogue.attributeoption",
                        verbose_name="Value option",
                    ),
                ),
            ],
            options={
                "verbose_name": "Product attribute value",
                "verbose_name_plural": "Product attribute values",
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="productattributechoice",
            name="value",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to="catalogue.productattributevalue"
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="attributes",
            field=models.ManyToManyField(
                help_text="A product attribute is something that this product may have, such as a size, as specified by its class",
                through="catalogue.ProductAttributeValue",
                to="catalogue.productattribute",
                verbose_name="Attributes",
            ),
        ),
        migrations.CreateModel(
            name="ProductCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="catalogue.category",
                        verbose_name="Category",
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
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="catalogue.product",
                        verbose_name="Product",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="product",
            name="categories",
            field=models.ManyToManyField(
                through="catalogue.ProductCategory",
                to="catalogue.category",
                verbose_name="Categories",
            ),
        ),
        migrations.CreateModel(
            name="ProductClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=128, verbose_name="Name")),
                (
                    "requires_shipping",
                    models.BooleanField(default=True, verbose_name="Requires shipping?"),
                ),
                (
                    "track_stock",
                    models.BooleanField(default=True, verbose_name="Track stock levels?"),
                ),
                (
                    "slug",
                    oscar.models.fields.autoslugfield.AutoSlugField(
                        allow_unicode=True,
                        blank=True,
                        editable=False,
                        max_length=128,
                        populate_from="name",
                        verbose_name="slug",
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
                "verbose_name": "Product class",
                "verbose_name_plural": "Product classes",
                "ordering": ["name"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="productattribute",
            name="product_class",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attributes",
                to="catalogue.productclass",
                verbose_name="Product type",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="product_class",
            field=models.ForeignKey(
                blank=True,
                help_text="Choose what type of product this is",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="products",
                to="catalogue.productclass",
                verbose_name="Product type",
            ),
        ),
        migrations.CreateModel(
            name="ProductClassOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="catalogue.option"
                    ),
                ),
                (
                    "productclass",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="catalogue.productclass"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="productclass",
            name="options",
            field=models.ManyToManyField(
                blank=True, through="catalogue.ProductClassOption", to="catalogue.option"
            ),
        ),
        migrations.CreateModel(
            name="ProductDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=60, verbose_name="code")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("kind", models.CharField(blank=True, max_length=60, verbose_name="type")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "file_name",
                    models.CharField(blank=True, max_length=200, verbose_name="file name"),
                ),
                ("revision", models.CharField(blank=True, max_length=20, verbose_name="revision")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "access",
                    models.CharField(
                        choices=[
                            ("public", "public"),
                            ("on request", "on request"),
                            ("after sign-in", "after sign-in"),
                        ],
                        default="public",
                        max_length=14,
                        verbose_name="access",
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="library.document",
                    ),
                ),
                (
                    "product",
                    modelcluster.fields.ParentalKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="catalogue.product",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["product", "title"],
            },
        ),
        migrations.CreateModel(
            name="ProductImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("caption", models.CharField(blank=True, max_length=200, verbose_name="Caption")),
                (
                    "display_order",
                    models.PositiveIntegerField(
                        db_index=True,
                        default=0,
                        help_text="An image with a display order of zero will be the primary image for a product",
                        verbose_name="Display order",
                    ),
                ),
                (
                    "date_created",
                    models.DateTimeField(auto_now_add=True, verbose_name="Date created"),
                ),
                ("code", oscar.models.fields.NullCharField(max_length=255, verbose_name="code")),
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
                        verbose_name="picture",
                    ),
                ),
                (
                    "product",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="images",
                        to="catalogue.product",
                        verbose_name="product",
                    ),
                ),
            ],
            options={
                "verbose_name": "Product image",
                "verbose_name_plural": "Product images",
                "ordering": ["display_order"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="catalogue_productimage_unique_code"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProductOption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="catalogue.option"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="catalogue.product"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="product",
            name="product_options",
            field=models.ManyToManyField(
                blank=True, through="catalogue.ProductOption", to="catalogue.option"
            ),
        ),
        migrations.CreateModel(
            name="ProductRecommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ranking",
                    models.PositiveSmallIntegerField(
                        db_index=True,
                        default=0,
                        help_text="Determines order of the products. A product with a higher value will appear before one with a lower ranking.",
                        verbose_name="Ranking",
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
                    "primary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="primary_recommendations",
                        to="catalogue.product",
                        verbose_name="Primary product",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="catalogue.product",
                        verbose_name="Recommended product",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="product",
            name="recommended_products",
            field=models.ManyToManyField(
                blank=True,
                help_text="These are products that are recommended to accompany the main product.",
                through="catalogue.ProductRecommendation",
                to="catalogue.product",
                verbose_name="Recommended products",
            ),
        ),
        migrations.AlterUniqueTogether(
            name="attributeoption",
            unique_together={("group", "option")},
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name"), name="catalogue_optionaxis_unique_family_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name_en"),
                name="catalogue_optionaxis_unique_family_name-en",
            ),
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name_zh_hans"),
                name="catalogue_optionaxis_unique_family_name-zh-hans",
            ),
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name_ar"),
                name="catalogue_optionaxis_unique_family_name-ar",
            ),
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name_es"),
                name="catalogue_optionaxis_unique_family_name-es",
            ),
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name_de"),
                name="catalogue_optionaxis_unique_family_name-de",
            ),
        ),
        migrations.AddConstraint(
            model_name="optionaxis",
            constraint=models.UniqueConstraint(
                fields=("factory", "family", "name_fr"),
                name="catalogue_optionaxis_unique_family_name-fr",
            ),
        ),
        migrations.AddIndex(
            model_name="productattributevalue",
            index=models.Index(
                fields=["factory", "attribute", "product"], name="catalogue_facet_values"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="productattributevalue",
            unique_together={("attribute", "product")},
        ),
        migrations.AlterUniqueTogether(
            name="productattribute",
            unique_together={("code", "product_class")},
        ),
        migrations.AddConstraint(
            model_name="productclass",
            constraint=models.UniqueConstraint(
                fields=("factory", "slug"), name="catalogue_productclass_unique_slug"
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.UniqueConstraint(
                fields=("factory", "upc"), name="catalogue_product_unique_upc"
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.UniqueConstraint(
                fields=("factory", "code"), name="catalogue_product_unique_code"
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.UniqueConstraint(
                fields=("factory", "slug"), name="catalogue_product_unique_slug"
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.CheckConstraint(
                condition=models.Q(("moq__gte", 1), ("order_multiple__gte", 1)),
                name="catalogue_product_orders_something",
            ),
        ),
    ]
