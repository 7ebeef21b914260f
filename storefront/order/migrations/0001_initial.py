import django.core.serializers.json
import django.db.models.deletion
import oscar.core.utils
import oscar.models.fields
import oscar.models.fields.autoslugfield
import phonenumber_field.modelfields
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope
import storefront.order.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("address", "0001_initial"),
        ("basket", "0001_initial"),
        ("catalogue", "0001_initial"),
        ("communication", "0001_initial"),
        ("companies", "0001_initial"),
        ("inventory", "0001_initial"),
        ("library", "0001_initial"),
        ("partner", "0001_initial"),
        ("sites", "0002_alter_domain_unique"),
        ("tenancy", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BillingAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("Mr", "Mr"),
                            ("Miss", "Miss"),
                            ("Mrs", "Mrs"),
                            ("Ms", "Ms"),
                            ("Dr", "Dr"),
                        ],
                        max_length=64,
                        verbose_name="Title",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=255, verbose_name="First name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=255, verbose_name="Last name"),
                ),
                ("line1", models.CharField(max_length=255, verbose_name="First line of address")),
                (
                    "line2",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="Second line of address"
                    ),
                ),
                (
                    "line3",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="Third line of address"
                    ),
                ),
                ("line4", models.CharField(blank=True, max_length=255, verbose_name="City")),
                (
                    "state",
                    models.CharField(blank=True, max_length=255, verbose_name="State/County"),
                ),
                (
                    "postcode",
                    oscar.models.fields.UppercaseCharField(
                        blank=True, max_length=64, verbose_name="Post/Zip-code"
                    ),
                ),
                (
                    "search_text",
                    models.TextField(
                        editable=False,
                        verbose_name="Search text - used only for searching addresses",
                    ),
                ),
                ("code", oscar.models.fields.NullCharField(max_length=255, verbose_name="code")),
                (
                    "company_name",
                    models.CharField(blank=True, max_length=200, verbose_name="company"),
                ),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="address.country",
                        verbose_name="Country",
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
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "partner_name",
                    models.CharField(blank=True, max_length=128, verbose_name="Partner name"),
                ),
                ("partner_sku", models.CharField(max_length=128, verbose_name="Partner SKU")),
                (
                    "partner_line_reference",
                    models.CharField(
                        blank=True,
                        help_text="This is the item number that the partner uses within their system",
                        max_length=128,
                        verbose_name="Partner reference",
                    ),
                ),
                ("partner_line_notes", models.TextField(blank=True, verbose_name="Partner Notes")),
                ("title", models.CharField(max_length=255, verbose_name="Title")),
                (
                    "upc",
                    models.CharField(blank=True, max_length=128, null=True, verbose_name="UPC"),
                ),
                ("quantity", models.PositiveIntegerField(default=1, verbose_name="Quantity")),
                (
                    "tax_code",
                    models.CharField(
                        blank=True, max_length=64, null=True, verbose_name="VAT rate code"
                    ),
                ),
                ("status", models.CharField(blank=True, max_length=255, verbose_name="Status")),
                ("allocation_cancelled", models.BooleanField(default=False)),
                ("line_price_incl_tax", models.DecimalField(decimal_places=3, max_digits=14)),
                ("line_price_excl_tax", models.DecimalField(decimal_places=3, max_digits=14)),
                (
                    "line_price_before_discounts_incl_tax",
                    models.DecimalField(decimal_places=3, max_digits=14),
                ),
                (
                    "line_price_before_discounts_excl_tax",
                    models.DecimalField(decimal_places=3, max_digits=14),
                ),
                (
                    "unit_price_incl_tax",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True),
                ),
                (
                    "unit_price_excl_tax",
                    models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True),
                ),
                ("num_allocated", models.PositiveIntegerField(default=0, verbose_name="allocated")),
                ("sku", models.CharField(max_length=64, verbose_name="SKU")),
                ("unit", models.CharField(default="H87", max_length=3, verbose_name="unit")),
                ("hs_code", models.CharField(blank=True, max_length=12, verbose_name="HS code")),
                (
                    "country_of_origin",
                    models.CharField(blank=True, max_length=2, verbose_name="country of origin"),
                ),
                ("promised_on", models.DateField(blank=True, null=True, verbose_name="promised")),
                (
                    "promise",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Parts with quantity, ready date and source.",
                    ),
                ),
                (
                    "price_explanation",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="Which price list and break won, and why.",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inventory.item",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="order_lines",
                        to="partner.partner",
                        verbose_name="Partner",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="catalogue.product",
                        verbose_name="Product",
                    ),
                ),
                (
                    "stockrecord",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="partner.stockrecord",
                        verbose_name="Stock record",
                    ),
                ),
            ],
            options={
                "verbose_name": "Order Line",
                "verbose_name_plural": "Order Lines",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LineAttribute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("type", models.CharField(max_length=128, verbose_name="Type")),
                (
                    "value",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="Value"
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attributes",
                        to="order.line",
                        verbose_name="Line",
                    ),
                ),
                (
                    "option",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="line_attributes",
                        to="catalogue.option",
                        verbose_name="Option",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
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
                        choices=[
                            ("confirmed", "Order confirmed"),
                            ("deposit", "Deposit received"),
                            ("production", "Production"),
                            ("inspected", "Quality control"),
                            ("packed", "Packed"),
                            ("shipped", "Shipped"),
                            ("delivered", "Delivered"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sort", models.PositiveSmallIntegerField(default=0)),
                ("planned_on", models.DateField(blank=True, null=True)),
                ("happened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "progress",
                    models.PositiveSmallIntegerField(default=0, verbose_name="percent done"),
                ),
                ("note", models.TextField(blank=True)),
                ("carrier", models.CharField(blank=True, max_length=120)),
                ("tracking_number", models.CharField(blank=True, max_length=120)),
                ("tracking_url", models.URLField(blank=True, max_length=500)),
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
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["order", "sort"],
            },
        ),
        migrations.CreateModel(
            name="MilestonePhotograph",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("taken_at", models.DateTimeField(blank=True, null=True)),
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
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photographs",
                        to="order.milestone",
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
            ],
            options={
                "verbose_name": "milestone photograph",
                "ordering": ["milestone", "sort", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Order",
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
                    "shipping_tax_code",
                    models.CharField(
                        blank=True, max_length=64, null=True, verbose_name="Shipping VAT rate code"
                    ),
                ),
                (
                    "shipping_method",
                    models.CharField(blank=True, max_length=128, verbose_name="Shipping method"),
                ),
                ("shipping_code", models.CharField(blank=True, default="", max_length=128)),
                ("status", models.CharField(blank=True, max_length=100, verbose_name="Status")),
                (
                    "guest_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="Guest email address"
                    ),
                ),
                ("date_placed", models.DateTimeField(db_index=True)),
                ("analytics_tracked", models.BooleanField(default=False)),
                ("number", models.CharField(max_length=128, verbose_name="order number")),
                (
                    "total_incl_tax",
                    models.DecimalField(
                        decimal_places=3, max_digits=14, verbose_name="total with tax"
                    ),
                ),
                (
                    "total_excl_tax",
                    models.DecimalField(
                        decimal_places=3, max_digits=14, verbose_name="total without tax"
                    ),
                ),
                (
                    "shipping_incl_tax",
                    models.DecimalField(
                        decimal_places=3, default=0, max_digits=14, verbose_name="freight with tax"
                    ),
                ),
                (
                    "shipping_excl_tax",
                    models.DecimalField(
                        decimal_places=3,
                        default=0,
                        max_digits=14,
                        verbose_name="freight without tax",
                    ),
                ),
                (
                    "company_name",
                    models.CharField(blank=True, max_length=200, verbose_name="company name"),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=200, verbose_name="contact"),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                (
                    "tax_number",
                    models.CharField(blank=True, max_length=40, verbose_name="tax number"),
                ),
                ("incoterm", models.CharField(blank=True, max_length=3, verbose_name="Incoterm")),
                (
                    "named_place",
                    models.CharField(blank=True, max_length=120, verbose_name="named place"),
                ),
                (
                    "purchase_order_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="purchase order number"
                    ),
                ),
                ("promised_on", models.DateField(blank=True, null=True, verbose_name="promised")),
                ("language", models.CharField(blank=True, max_length=12, verbose_name="language")),
                (
                    "payment_method",
                    models.CharField(blank=True, max_length=40, verbose_name="payment method"),
                ),
                (
                    "payment_terms",
                    models.CharField(blank=True, max_length=120, verbose_name="payment terms"),
                ),
                (
                    "freight_mode",
                    models.CharField(blank=True, max_length=40, verbose_name="freight mode"),
                ),
                (
                    "freight_service",
                    models.CharField(blank=True, max_length=120, verbose_name="freight service"),
                ),
                ("transit_days_min", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("transit_days_max", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "insurance_cost",
                    models.DecimalField(
                        decimal_places=3, default=0, max_digits=14, verbose_name="insurance"
                    ),
                ),
                (
                    "access_key",
                    models.CharField(
                        default=storefront.order.models.access_key, editable=False, max_length=40
                    ),
                ),
                (
                    "hold_key",
                    oscar.models.fields.NullCharField(
                        help_text="Names the checkout and its hold, so that a repeated submit is one order.",
                        max_length=80,
                    ),
                ),
                (
                    "basket",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="basket.basket",
                        verbose_name="Basket",
                    ),
                ),
                (
                    "billing_address",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="order.billingaddress",
                        verbose_name="Billing Address",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders",
                        to="companies.company",
                        verbose_name="company",
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
                    "site",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="sites.site",
                        verbose_name="Site",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="orders",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="User",
                    ),
                ),
            ],
            options={
                "verbose_name": "Order",
                "verbose_name_plural": "Orders",
                "ordering": ["-date_placed"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="milestone",
            name="order",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="milestones",
                to="order.order",
            ),
        ),
        migrations.CreateModel(
            name="LinePrice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quantity", models.PositiveIntegerField(default=1, verbose_name="Quantity")),
                (
                    "price_incl_tax",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, verbose_name="Price (inc. tax)"
                    ),
                ),
                (
                    "price_excl_tax",
                    models.DecimalField(
                        decimal_places=2, max_digits=12, verbose_name="Price (excl. tax)"
                    ),
                ),
                (
                    "shipping_incl_tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=12,
                        verbose_name="Shiping (inc. tax)",
                    ),
                ),
                (
                    "shipping_excl_tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=12,
                        verbose_name="Shipping (excl. tax)",
                    ),
                ),
                (
                    "tax_code",
                    models.CharField(
                        blank=True, max_length=64, null=True, verbose_name="VAT rate code"
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="prices",
                        to="order.line",
                        verbose_name="Line",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="line_prices",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="line",
            name="order",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="lines",
                to="order.order",
                verbose_name="Order",
            ),
        ),
        migrations.CreateModel(
            name="CommunicationEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date_created",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="Date"),
                ),
                (
                    "event_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="communication.communicationeventtype",
                        verbose_name="Event Type",
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
                        related_name="communication_events",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderDiscount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("Basket", "Basket"),
                            ("Shipping", "Shipping"),
                            ("Deferred", "Deferred"),
                        ],
                        default="Basket",
                        max_length=64,
                        verbose_name="Discount category",
                    ),
                ),
                (
                    "offer_id",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Offer ID"),
                ),
                (
                    "offer_name",
                    models.CharField(
                        blank=True, db_index=True, max_length=128, verbose_name="Offer name"
                    ),
                ),
                (
                    "voucher_id",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="Voucher ID"),
                ),
                (
                    "voucher_code",
                    models.CharField(
                        blank=True, db_index=True, max_length=128, verbose_name="Code"
                    ),
                ),
                ("frequency", models.PositiveIntegerField(null=True, verbose_name="Frequency")),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="Amount"
                    ),
                ),
                ("message", models.TextField(blank=True)),
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
                        related_name="discounts",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderLineDiscount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_incl_tax", models.BooleanField()),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=12,
                        verbose_name="Line discount (excl. tax)",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="discounts",
                        to="order.line",
                        verbose_name="Line",
                    ),
                ),
                (
                    "order_discount",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="discount_lines",
                        to="order.orderdiscount",
                        verbose_name="Order discount",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OrderNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "note_type",
                    models.CharField(blank=True, max_length=128, verbose_name="Note Type"),
                ),
                ("message", models.TextField(verbose_name="Message")),
                (
                    "date_created",
                    models.DateTimeField(auto_now_add=True, verbose_name="Date Created"),
                ),
                ("date_updated", models.DateTimeField(auto_now=True, verbose_name="Date Updated")),
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
                        related_name="notes",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
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
            name="OrderSequence",
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
                "verbose_name": "order sequence",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory",), name="order_ordersequence_one_per_factory"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderStatusChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "old_status",
                    models.CharField(blank=True, max_length=100, verbose_name="Old Status"),
                ),
                (
                    "new_status",
                    models.CharField(blank=True, max_length=100, verbose_name="New Status"),
                ),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="status_changes",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaymentEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(decimal_places=2, max_digits=12, verbose_name="Amount"),
                ),
                (
                    "reference",
                    models.CharField(blank=True, max_length=128, verbose_name="Reference"),
                ),
                (
                    "date_created",
                    models.DateTimeField(
                        auto_now_add=True, db_index=True, verbose_name="Date created"
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
                        related_name="payment_events",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PaymentEventQuantity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quantity", models.PositiveIntegerField(verbose_name="quantity")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="line_quantities",
                        to="order.paymentevent",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="payment_event_quantities",
                        to="order.line",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment event quantity",
            },
        ),
        migrations.AddField(
            model_name="paymentevent",
            name="lines",
            field=models.ManyToManyField(
                through="order.PaymentEventQuantity", to="order.line", verbose_name="Lines"
            ),
        ),
        migrations.CreateModel(
            name="PaymentEventType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=128, verbose_name="name")),
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
                "verbose_name": "Payment Event Type",
                "verbose_name_plural": "Payment Event Types",
                "ordering": ("name",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "name"), name="order_paymenteventtype_unique_name"
                    ),
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="order_paymenteventtype_unique_code"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="paymentevent",
            name="event_type",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="order.paymenteventtype",
                verbose_name="Event Type",
            ),
        ),
        migrations.CreateModel(
            name="ShippingAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("Mr", "Mr"),
                            ("Miss", "Miss"),
                            ("Mrs", "Mrs"),
                            ("Ms", "Ms"),
                            ("Dr", "Dr"),
                        ],
                        max_length=64,
                        verbose_name="Title",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=255, verbose_name="First name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=255, verbose_name="Last name"),
                ),
                ("line1", models.CharField(max_length=255, verbose_name="First line of address")),
                (
                    "line2",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="Second line of address"
                    ),
                ),
                (
                    "line3",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="Third line of address"
                    ),
                ),
                ("line4", models.CharField(blank=True, max_length=255, verbose_name="City")),
                (
                    "state",
                    models.CharField(blank=True, max_length=255, verbose_name="State/County"),
                ),
                (
                    "postcode",
                    oscar.models.fields.UppercaseCharField(
                        blank=True, max_length=64, verbose_name="Post/Zip-code"
                    ),
                ),
                (
                    "search_text",
                    models.TextField(
                        editable=False,
                        verbose_name="Search text - used only for searching addresses",
                    ),
                ),
                (
                    "phone_number",
                    phonenumber_field.modelfields.PhoneNumberField(
                        blank=True,
                        help_text="In case we need to call you about your order",
                        max_length=128,
                        region=None,
                        verbose_name="Phone number",
                    ),
                ),
                (
                    "notes",
                    models.TextField(
                        blank=True,
                        help_text="Tell us anything we should know when delivering your order.",
                        verbose_name="Instructions",
                    ),
                ),
                ("code", oscar.models.fields.NullCharField(max_length=255, verbose_name="code")),
                (
                    "company_name",
                    models.CharField(blank=True, max_length=200, verbose_name="company"),
                ),
                (
                    "country",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="address.country",
                        verbose_name="Country",
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
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="order",
            name="shipping_address",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                to="order.shippingaddress",
                verbose_name="Shipping Address",
            ),
        ),
        migrations.CreateModel(
            name="ShippingEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notes",
                    models.TextField(
                        blank=True,
                        help_text="This could be the dispatch reference, or a tracking number",
                        verbose_name="Event notes",
                    ),
                ),
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
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shipping_events",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="paymentevent",
            name="shipping_event",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="payment_events",
                to="order.shippingevent",
            ),
        ),
        migrations.CreateModel(
            name="ShippingEventQuantity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quantity", models.PositiveIntegerField(verbose_name="Quantity")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="line_quantities",
                        to="order.shippingevent",
                        verbose_name="Event",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shipping_event_quantities",
                        to="order.line",
                        verbose_name="Line",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="shippingevent",
            name="lines",
            field=models.ManyToManyField(
                related_name="shipping_events",
                through="order.ShippingEventQuantity",
                to="order.line",
                verbose_name="Lines",
            ),
        ),
        migrations.CreateModel(
            name="ShippingEventType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="name")),
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
                "verbose_name": "Shipping Event Type",
                "verbose_name_plural": "Shipping Event Types",
                "ordering": ("name",),
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("factory", "name"), name="order_shippingeventtype_unique_name"
                    ),
                    models.UniqueConstraint(
                        fields=("factory", "code"), name="order_shippingeventtype_unique_code"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="shippingevent",
            name="event_type",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                to="order.shippingeventtype",
                verbose_name="Event Type",
            ),
        ),
        migrations.CreateModel(
            name="Surcharge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=128, verbose_name="Name")),
                ("code", models.CharField(max_length=128, verbose_name="Surcharge code")),
                (
                    "incl_tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=12,
                        verbose_name="Surcharge (inc. tax)",
                    ),
                ),
                (
                    "excl_tax",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=12,
                        verbose_name="Surcharge (excl. tax)",
                    ),
                ),
                (
                    "tax_code",
                    models.CharField(
                        blank=True, max_length=64, null=True, verbose_name="VAT rate code"
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
                        related_name="surcharges",
                        to="order.order",
                        verbose_name="Order",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(
                fields=("factory", "order", "kind"), name="order_milestone_unique_order_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("progress__lte", 100)),
                name="order_milestone_progress_is_percent",
            ),
        ),
        migrations.AddConstraint(
            model_name="line",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gt", 0)), name="order_line_orders_something"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="paymenteventquantity",
            unique_together={("event", "line")},
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(
                fields=["factory", "status", "-date_placed"], name="order_by_status"
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(
                fields=("factory", "number"), name="order_order_unique_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(
                fields=("factory", "hold_key"), name="order_order_unique_hold_key"
            ),
        ),
    ]
