import django.core.validators
import django.db.models.deletion
import wagtail.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

import sites.tenancy.scope


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("library", "0001_initial"),
        ("tenancy", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="EnquiryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("quote", "Request for a quote"), ("contact", "Question")],
                        default="quote",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "enquiry page",
                "verbose_name_plural": "enquiry pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
                (
                    "footer",
                    wagtail.fields.StreamField(
                        [("column", 6), ("legal", 7)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 60},
                            ),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            2: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 1), ("page", 2), ("url", 3)]],
                                {},
                            ),
                            5: ("wagtail.blocks.ListBlock", (4,), {"label": "Links"}),
                            6: ("wagtail.blocks.StructBlock", [[("heading", 0), ("links", 5)]], {}),
                            7: ("wagtail.blocks.StructBlock", [[("links", 5)]], {}),
                        },
                        verbose_name="footer",
                    ),
                ),
            ],
            options={
                "verbose_name": "home page",
                "verbose_name_plural": "home pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
            ],
            options={
                "verbose_name": "news",
                "verbose_name_plural": "news",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ProductsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
            ],
            options={
                "verbose_name": "products page",
                "verbose_name_plural": "products pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="QuickOrderPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
            ],
            options={
                "verbose_name": "quick order page",
                "verbose_name_plural": "quick order pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MovedPage",
            fields=[],
            options={
                "verbose_name": "moved address",
                "verbose_name_plural": "moved addresses",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("wagtailredirects.redirect",),
        ),
        migrations.CreateModel(
            name="StoreRoot",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.collection",
                    ),
                ),
                (
                    "factory",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.factory",
                    ),
                ),
            ],
            options={
                "verbose_name": "store",
                "verbose_name_plural": "stores",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Brand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tagline", models.CharField(blank=True, max_length=120, verbose_name="tagline")),
                (
                    "primary",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", "Write a colour as #1B4F72."
                            )
                        ],
                        verbose_name="brand colour",
                    ),
                ),
                (
                    "accent",
                    models.CharField(
                        blank=True,
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", "Write a colour as #1B4F72."
                            )
                        ],
                        verbose_name="accent colour",
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("light", "Light"),
                            ("dark", "Dark"),
                            ("auto", "As the visitor's device"),
                        ],
                        default="light",
                        max_length=8,
                        verbose_name="light or dark",
                    ),
                ),
                (
                    "corner",
                    models.CharField(
                        blank=True,
                        choices=[("square", "Square"), ("soft", "Soft"), ("round", "Round")],
                        max_length=8,
                        verbose_name="corners",
                    ),
                ),
                (
                    "density",
                    models.CharField(
                        blank=True,
                        choices=[("airy", "Airy"), ("regular", "Regular"), ("compact", "Compact")],
                        max_length=8,
                        verbose_name="spacing",
                    ),
                ),
                (
                    "header",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bar", "bar"),
                            ("centred", "centred"),
                            ("search_first", "search first"),
                        ],
                        max_length=16,
                        verbose_name="header",
                    ),
                ),
                (
                    "hero",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("split_spec", "split spec"),
                            ("full_image", "full image"),
                            ("search_table", "search table"),
                        ],
                        max_length=16,
                        verbose_name="opening of the home page",
                    ),
                ),
                (
                    "card",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outlined", "outlined"),
                            ("frameless", "frameless"),
                            ("row", "row"),
                        ],
                        max_length=16,
                        verbose_name="product cards",
                    ),
                ),
                (
                    "footer",
                    models.CharField(
                        blank=True,
                        choices=[("columns", "columns"), ("story", "story"), ("dense", "dense")],
                        max_length=16,
                        verbose_name="footer",
                    ),
                ),
                (
                    "gallery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("thumbs_below", "thumbs below"),
                            ("thumbs_side", "thumbs side"),
                            ("stack", "stack"),
                        ],
                        max_length=16,
                        verbose_name="product pictures",
                    ),
                ),
                (
                    "shelf",
                    models.CharField(
                        blank=True,
                        choices=[("cards", "cards"), ("table", "table")],
                        max_length=16,
                        verbose_name="product shelves",
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
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="library.picture",
                        verbose_name="logo",
                    ),
                ),
            ],
            options={
                "verbose_name": "brand",
                "verbose_name_plural": "brand",
                "constraints": [
                    models.UniqueConstraint(fields=("factory",), name="cms_brand_one_each")
                ],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name="NewsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="lead")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("hero", 16),
                            ("proof", 18),
                            ("shelf", 24),
                            ("categories", 25),
                            ("live", 25),
                            ("certificates", 25),
                            ("text", 27),
                            ("faq", 32),
                            ("call", 37),
                            ("image_text", 41),
                            ("steps", 46),
                            ("features", 48),
                            ("gallery", 53),
                            ("news", 55),
                            ("company", 25),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Heading", "max_length": 160, "required": False},
                            ),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Lead", "required": False, "rows": 2},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Line above", "max_length": 80, "required": False},
                            ),
                            3: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 80},
                            ),
                            5: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Page", "required": False},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begins with / for this store, or with https://.",
                                    "label": "Or an address",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 4), ("page", 5), ("url", 6)]],
                                {},
                            ),
                            8: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Buttons", "max_num": 2},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Value", "max_length": 60},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words", "max_length": 120},
                            ),
                            11: ("wagtail.blocks.StructBlock", [[("value", 9), ("label", 10)]], {}),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"default": [], "label": "Facts", "max_num": 6},
                            ),
                            13: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("split_spec", "Words beside facts"),
                                        ("full_image", "Full picture"),
                                        ("search_table", "Search and product families"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Layout",
                                    "required": False,
                                },
                            ),
                            14: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("page", "Page"),
                                        ("surface", "Tinted"),
                                        ("inverse", "Dark"),
                                        ("primary", "Brand colour"),
                                    ],
                                    "help_text": "Empty: as the theme.",
                                    "label": "Background",
                                    "required": False,
                                },
                            ),
                            15: (
                                "wagtail.blocks.RegexBlock",
                                (),
                                {
                                    "error_messages": {
                                        "invalid": "Small letters, digits and hyphens only."
                                    },
                                    "label": "Anchor",
                                    "regex": "^[a-z][a-z0-9-]*$",
                                    "required": False,
                                },
                            ),
                            16: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("eyebrow", 2),
                                        ("picture", 3),
                                        ("actions", 8),
                                        ("facts", 12),
                                        ("variant", 13),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            17: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {"label": "Numbers", "max_num": 6},
                            ),
                            18: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("facts", 17),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            19: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("in stock", "In stock"),
                                        ("newest", "Newest"),
                                        ("category", "From a category"),
                                        ("chosen", "Chosen below"),
                                    ],
                                    "label": "Which products",
                                },
                            ),
                            20: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Category",),
                                {"label": "Category", "required": False},
                            ),
                            21: (
                                "wagtail.snippets.blocks.SnippetChooserBlock",
                                ("catalogue.Product",),
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"default": [], "label": "Products", "max_num": 12},
                            ),
                            23: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 6,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 2,
                                },
                            ),
                            24: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("source", 19),
                                        ("category", 20),
                                        ("products", 22),
                                        ("count", 23),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            25: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("intro", 1), ("tone", 14), ("anchor", 15)]],
                                {},
                            ),
                            26: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Text",
                                },
                            ),
                            27: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("body", 26),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            28: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 300},
                            ),
                            29: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "bold",
                                        "italic",
                                        "h3",
                                        "ul",
                                        "ol",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Answer",
                                },
                            ),
                            30: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 28), ("answer", 29)]],
                                {},
                            ),
                            31: ("wagtail.blocks.ListBlock", (30,), {"label": "Questions"}),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 31),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Button", "max_length": 60},
                            ),
                            34: (
                                "wagtail.blocks.PageChooserBlock",
                                (),
                                {"label": "Leads to", "required": False},
                            ),
                            35: ("wagtail.blocks.CharBlock", (), {"max_length": 120}),
                            36: (
                                "wagtail.blocks.ListBlock",
                                (35,),
                                {"default": [], "label": "Points", "max_num": 4},
                            ),
                            37: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("button", 33),
                                        ("page", 34),
                                        ("points", 36),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            38: (
                                "wagtail.images.blocks.ImageChooserBlock",
                                (),
                                {"label": "Picture"},
                            ),
                            39: (
                                "wagtail.blocks.ListBlock",
                                (7,),
                                {"default": [], "label": "Button", "max_num": 1},
                            ),
                            40: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "Picture last", "required": False},
                            ),
                            41: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("picture", 38),
                                        ("body", 26),
                                        ("actions", 39),
                                        ("reverse", 40),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            42: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 200},
                            ),
                            43: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "required": False, "rows": 2},
                            ),
                            44: ("wagtail.blocks.StructBlock", [[("title", 42), ("text", 43)]], {}),
                            45: ("wagtail.blocks.ListBlock", (44,), {"label": "Steps"}),
                            46: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 45),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            47: ("wagtail.blocks.ListBlock", (44,), {"label": "Points"}),
                            48: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("items", 47),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            49: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 200, "required": False},
                            ),
                            50: (
                                "wagtail.blocks.DateBlock",
                                (),
                                {"label": "Taken on", "required": False},
                            ),
                            51: (
                                "wagtail.blocks.StructBlock",
                                [[("picture", 38), ("caption", 49), ("date", 50)]],
                                {},
                            ),
                            52: ("wagtail.blocks.ListBlock", (51,), {"label": "Photographs"}),
                            53: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("pictures", 52),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                            54: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "How many",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            55: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 0),
                                        ("intro", 1),
                                        ("count", 54),
                                        ("tone", 14),
                                        ("anchor", 15),
                                    ]
                                ],
                                {},
                            ),
                        },
                        verbose_name="sections",
                    ),
                ),
                ("date", models.DateField(verbose_name="date")),
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
                "verbose_name": "post",
                "verbose_name_plural": "posts",
                "indexes": [models.Index(fields=["-date"], name="cms_newspage_newest")],
            },
            bases=("wagtailcore.page",),
        ),
    ]
