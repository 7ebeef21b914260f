"""Sample pages: one filled instance of every page dataclass, as a store would send it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from themes.engine import contract as c
from themes.engine.stylesheet import look_for


def plain_picture(name: str, alt: str = "") -> c.Picture:
    """A picture with one rendition of each kind; the files need not exist."""
    return c.Picture(
        src=f"/media/{name}-800.jpg",
        width=800,
        height=800,
        alt=alt,
        srcset=f"/media/{name}-400.jpg 400w, /media/{name}-800.jpg 800w",
        avif=f"/media/{name}-400.avif 400w, /media/{name}-800.avif 800w",
        webp=f"/media/{name}-400.webp 400w, /media/{name}-800.webp 800w",
        large_url=f"/media/{name}.jpg",
    )


@dataclass(frozen=True, kw_only=True)
class Store:
    """The words of a sample store."""

    theme: str = "datum"
    brand: str = "Meridian Parts"
    legal_name: str = "Meridian Parts Machinery Co., Ltd."
    language: str = "en"
    direction: str = "ltr"
    hero_title: str = "Machined parts with the schedule in plain sight"
    hero_text: str = "You see stock, and the week our machines can take your order."
    hero_button: str = "Browse the range"
    proof: tuple[tuple[str, str], ...] = (
        ("121", "catalogue items"),
        ("2", "warehouses, Ningbo and Rotterdam"),
        ("64", "machines on site"),
        ("12 h", "reply on working days"),
    )
    capabilities: tuple[str, ...] = ("CNC turning up to 340 mm", "Gear hobbing", "Anodising")
    quality: str = "Every lot is measured against a control plan."
    factory: str = "We work in 9,400 m² in Beilun District, Ningbo."
    questions: tuple[tuple[str, str], ...] = (
        ("What is the smallest order?", "It is shown on each item."),
        ("Can you make to our drawing?", "Yes. Send a STEP file."),
    )
    news: tuple[tuple[str, str, str], ...] = (
        (
            "9 November 2026",
            "Gear hobbing is booked until mid December",
            "All machines are planned.",
        ),
    )
    goods: tuple[tuple[str, str, str], ...] = (
        ("HV-DF050-16-L", "DIN flange DN50 PN16, 1.4404 stainless", "flange"),
        ("HV-SG20-40", "Spur gear, module 2, 40 teeth, hubbed", "gear"),
        ("HV-BB6204-2RS", "Deep groove ball bearing 6204-2RS", "bearing"),
        ("HV-JC30-12", "Jaw coupling 30 mm, bore 12 mm", "coupling"),
        ("HV-HB12-080", "Hex bolt M12 × 80, A2-70", "bolt"),
        ("HV-LR20-1000", "Profile rail HV20, 1,000 mm", "rail"),
    )
    hero_picture: str = "hero-1"
    floor_picture: str = "factory-floor"
    extra_pictures: tuple[str, ...] = ("flange-2", "flange-3")
    menu: tuple[str, ...] = ("Products", "Capabilities", "Quality", "Our factory", "Contact")
    picture: Callable[..., c.Picture] = plain_picture
    stylesheet_url: str = "/theme/sample.css"
    currency: str = "USD"
    page_url: Callable[[str], str] = lambda name: f"/en/{name}/"


def shell(store: Store, *, title: str = "Sample", **changes: object) -> c.Shell:
    """The frame of a sample store."""
    built = c.Shell(
        look=look_for(store.theme, {}),
        meta=c.Meta(
            title=f"{title} · {store.brand}",
            description=store.hero_text,
            canonical_url="https://sample.example/en/",
        ),
        brand=store.brand,
        legal_name=store.legal_name,
        home_url=store.page_url("home"),
        language=store.language,
        direction=store.direction,
        currency=store.currency,
        search_url=store.page_url("search"),
        basket_url=store.page_url("basket"),
        account_url=store.page_url("account"),
        stylesheet_url=store.stylesheet_url,
        place="Beilun, Ningbo, China",
        reply_time="Usually replies within 12 hours",
        basket_count=2,
        basket_label="2 lines in the basket",
        quick_order_url=store.page_url("quick"),
        enquiry_url=store.page_url("enquiry"),
        languages=(
            c.LanguageLink(code="en", hreflang="en", name="English", url="/en/", current=True),
            c.LanguageLink(code="zh-hans", hreflang="zh-Hans", name="简体中文", url="/zh-hans/"),
            c.LanguageLink(code="ar", hreflang="ar", name="العربية", url="/ar/"),
        ),
        menu=tuple(
            c.MenuItem(
                text=text,
                url=store.page_url("category"),
                current=n == 0,
                children=tuple(
                    c.Link(text=good[1], url=store.page_url("category")) for good in store.goods[:4]
                )
                if n == 0
                else (),
            )
            for n, text in enumerate(store.menu)
        ),
        categories=tuple(
            c.Link(text=good[1], url=store.page_url("category")) for good in store.goods[:5]
        ),
        footer_columns=(
            c.FooterColumn(
                heading="Buy",
                links=(
                    c.Link(text="Quick order", url=store.page_url("quick")),
                    c.Link(text="Request a quote", url=store.page_url("enquiry")),
                    c.Link(text="Your orders", url=store.page_url("orders")),
                ),
            ),
            c.FooterColumn(
                heading="Company",
                links=(
                    c.Link(text="Quality and certificates", url=store.page_url("content")),
                    c.Link(text="Our factory", url=store.page_url("content")),
                    c.Link(text="Contact", url=store.page_url("enquiry")),
                ),
            ),
        ),
        footer_text=store.factory,
        licence_line=f"{store.legal_name} · Business licence 91330206MA00000008",
        address_line="88 Example Machinery Road, Beilun District, Ningbo, Zhejiang 315800, China",
        legal_links=(
            c.Link(text="Terms", url=store.page_url("content")),
            c.Link(text="Privacy", url=store.page_url("content")),
        ),
    )
    return replace(built, **changes)


def card(store: Store, number: int, **changes: object) -> c.ProductCard:
    """One product of the sample store in a list."""
    sku, title, name = store.goods[number % len(store.goods)]
    in_stock = number % 3 != 1
    built = c.ProductCard(
        sku=sku,
        url=store.page_url("product"),
        title=title,
        picture=store.picture(name, title),
        specs=(
            c.Fact(label="Material", value="1.4404 stainless"),
            c.Fact(label="Size", value="DN50 / PN16", code=True),
        ),
        moq="500",
        from_price="US$1.85",
        unit="piece",
        ready="In stock" if in_stock else "14 December",
        ready_level="success" if in_stock else "info",
        order_quantity="500",
        order_step="100",
    )
    return replace(built, **changes)


def certificate() -> c.Certificate:
    """A certificate that ends soon."""
    return c.Certificate(
        standard="ISO 9001:2015",
        number="EX-9001-2024-118",
        holder="Meridian Parts Machinery Co., Ltd.",
        scope="Machining of flanges, gears and couplings",
        issuer="Example Certification (fictional)",
        issued="12 January 2024",
        expires="11 January 2027",
        expires_soon=True,
    )


def sections(store: Store) -> tuple[c.Section, ...]:
    """One of each section, in the order of a home page."""
    tiles = tuple(
        c.CategoryTile(
            title=title.split(",")[0],
            url=store.page_url("category"),
            count=f"{12 + n} parts",
            picture=store.picture(name, title),
        )
        for n, (_, title, name) in enumerate(store.goods)
    )
    return (
        c.Hero(
            title=store.hero_title,
            intro=store.hero_text,
            eyebrow="Since 2009 in Ningbo",
            picture=store.picture(store.hero_picture, "Parts on a steel table"),
            actions=(
                c.Link(text=store.hero_button, url=store.page_url("category")),
                c.Link(text="Request a quote", url=store.page_url("enquiry")),
            ),
            facts=(
                c.Fact(label="Turning", value="≤ 340 mm", code=True),
                c.Fact(label="Gears", value="m 0.5–4", code=True),
                c.Fact(label="Next free slot", value="30 November"),
                c.Fact(label="Dispatch from stock", value="2 days"),
            ),
            table=tiles[:5],
        ),
        c.ProofStrip(facts=tuple(c.Fact(label=label, value=value) for value, label in store.proof)),
        c.CategoryGrid(
            title="What we make",
            intro="Every item shows its price, its stock and its date.",
            tiles=tiles,
            more=c.Link(text="All products", url=store.page_url("category")),
        ),
        c.ProductShelf(
            title="Often ordered",
            cards=tuple(card(store, n) for n in range(4)),
            columns=("Material", "Size"),
            more=c.Link(text="See all", url=store.page_url("category")),
        ),
        c.LiveFactory(
            title="Live from the factory",
            tone="inverse" if store.theme == "datum" else "",
            facts=(
                c.Fact(label="Pieces in stock now", value="184,320", icon="warehouse"),
                c.Fact(
                    label="Next free slot", value="30 November", note="turning", icon="calendar"
                ),
                c.Fact(label="Shipped on time, 90 days", value="96.4 %", icon="truck"),
            ),
            as_of="Read from the ledger on 22 November 2026, 14:05 Shanghai time",
        ),
        c.ProcessSteps(
            title="From drawing to port",
            steps=(
                c.Step(title="Drawing", text="Send STEP and tolerances."),
                c.Step(title="Sample", text="First article with report."),
                c.Step(title="Lot", text="Made in the slot you booked."),
                c.Step(title="Ship", text="Packed, photographed, tracked."),
            ),
        ),
        c.Features(
            title="Capabilities",
            items=tuple(c.Step(title=text) for text in store.capabilities),
        ),
        c.ImageText(
            title="Our factory",
            html=f"<p>{store.factory}</p>",
            picture=store.picture(store.floor_picture, "The hall with machines on both sides"),
            action=c.Link(text="See the factory", url=store.page_url("content")),
        ),
        c.Certificates(
            title="Certificates",
            certificates=(certificate(), replace(certificate(), expires="")),
        ),
        c.NewsList(
            title="News",
            items=tuple(
                c.NewsItem(title=title, url=store.page_url("content"), date=date, text=text)
                for date, title, text in store.news
            ),
        ),
        c.Faq(
            title="Questions and answers",
            questions=tuple(
                c.Question(question=q, answer=f"<p>{a}</p>") for q, a in store.questions
            ),
        ),
        c.RfqCall(
            title="Send a drawing, get a date",
            intro="Price and date for up to three quantities.",
            action=c.Link(text="Request a quote", url=store.page_url("enquiry")),
            points=("Files up to 50 MB", "No login needed", "Confidential on request"),
            reply_note="Usually within 12 hours on working days.",
        ),
    )


def content_sections(store: Store) -> tuple[c.Section, ...]:
    """The sections that a home page leaves out."""
    return (
        c.TextSection(title="Quality", html=f"<p>{store.quality}</p><ul><li>ISO 9001</li></ul>"),
        c.FactsSection(
            title="Company",
            facts=(
                c.Fact(label="Legal name", value=store.legal_name),
                c.Fact(label="Licence", value="91330206MA00000008", code=True),
                c.Fact(label="Founded", value="2009"),
            ),
        ),
        c.GallerySection(
            title="Photographs",
            pictures=tuple(
                replace(store.picture(name, "The factory"), caption="14 November 2026")
                for name in (store.floor_picture, store.hero_picture)
            ),
        ),
        c.FormSection(title="Write to us", form=enquiry_form(store)),
    )


def listing(store: Store, view: str) -> c.Listing:
    """A list with filters, chips, sorting and pages."""
    here = store.page_url("category")
    return c.Listing(
        cards=tuple(card(store, n) for n in range(12)),
        count_label="121 products",
        view=view,
        columns=("Material", "Size"),
        facets=(
            c.FacetGroup(
                label="Material",
                values=(
                    c.FacetValue(label="1.4404", url=here, count="24", selected=True),
                    c.FacetValue(label="Aluminium 6082", url=here, count="31"),
                    c.FacetValue(label="Brass CW614N", url=here, count="12"),
                ),
            ),
            c.FacetGroup(
                label="Bore",
                unit="mm",
                values=(
                    c.FacetValue(label="12", url=here, count="8"),
                    c.FacetValue(label="20", url=here, count="15"),
                ),
            ),
            c.FacetGroup(
                label="Ready",
                values=(c.FacetValue(label="In stock", url=here, count="88"),),
            ),
        ),
        chips=(c.Link(text="Material: 1.4404", url=here),),
        clear_url=here,
        sorts=(
            c.Link(text="Most ordered", url=here, current=True),
            c.Link(text="Price, lowest first", url=here),
        ),
        views=(
            c.Link(text="Grid", url=here, icon="layout-grid", current=view == "grid"),
            c.Link(text="List", url=here, icon="list", current=view == "list"),
            c.Link(text="Table", url=here, icon="table-2", current=view == "table"),
        ),
        pager=c.Pager(
            label="1–24 of 121",
            pages=(
                c.Link(text="1", url=here, current=True),
                c.Link(text="2", url=here),
                c.Link(text="…", url=""),
                c.Link(text="6", url=here),
            ),
            next_url=here,
        ),
        add_url="/en/basket/add/",
    )


def crumbs(store: Store, last: str) -> tuple[c.Link, ...]:
    """The way to a page."""
    return (
        c.Link(text=store.brand, url=store.page_url("home")),
        c.Link(text=store.menu[0], url=store.page_url("category")),
        c.Link(text=last, url=""),
    )


def product(store: Store) -> c.ProductPage:
    """A product with everything on it."""
    sku, title, name = store.goods[0]
    here = store.page_url("product")
    return c.ProductPage(
        title=title,
        crumbs=crumbs(store, title),
        sku=sku,
        summary="Weld neck, raised face, with heat number and EN 10204 3.1 certificate.",
        pictures=tuple(store.picture(n, title) for n in (name, *store.extra_pictures)),
        options=(
            c.OptionGroup(
                label="Nominal size",
                values=(
                    c.OptionValue(label="DN25", url=here),
                    c.OptionValue(label="DN50", url=here, current=True),
                    c.OptionValue(label="DN80", url=""),
                ),
            ),
        ),
        facts=(
            c.Fact(label="Material", value="1.4404"),
            c.Fact(label="Tolerance", value="±0.05 mm", code=True),
            c.Fact(label="Minimum", value="500 pieces"),
        ),
        stock="1,200 in stock, Ningbo",
        stock_time="counted 22 November, 14:05 Shanghai time",
        price_note="FOB Ningbo, without tax",
        breaks=(
            c.BreakRow(
                quantity="500", unit_price="US$2.10", ready="24 November", value="500", url=here
            ),
            c.BreakRow(
                quantity="1,000",
                unit_price="US$1.98",
                saving="6 %",
                value="1000",
                ready="24 November",
                url=here,
            ),
            c.BreakRow(
                quantity="5,000",
                unit_price="US$1.85",
                saving="12 %",
                value="5000",
                ready="19 December",
                url=here,
                current=True,
            ),
        ),
        quantity=c.QuantityForm(
            page_url=here,
            add_url="/en/basket/add/",
            promise_url=f"/api/v1/products/{sku}/promise",
            sku=sku,
            value="5000",
            minimum="500",
            multiple="100",
            unit="pieces",
            rule="Minimum 500, in steps of 100",
            currency=store.currency,
        ),
        quote=c.Quote(
            quantity="5,000",
            unit_price="US$1.85",
            total="US$9,250.00",
            ready="19 December 2026",
            summary="1,200 from stock now, 3,800 by 19 December",
            parts=(
                c.PromisePart(
                    quantity="1,200", ready="now", source="stock", text="1,200 from stock now"
                ),
                c.PromisePart(
                    quantity="3,800",
                    ready="19 December",
                    source="made",
                    text="3,800 by 19 December",
                ),
            ),
            note="Dates are factory dates in Ningbo; the basket keeps them.",
        ),
        sample="One sample at US$14.00",
        sample_url=here,
        enquiry_url=store.page_url("enquiry"),
        description="<p>Forged, machined and marked with the heat number.</p>",
        specification=(
            c.SpecRow(label="Outside diameter", value="165", unit="mm"),
            c.SpecRow(label="Pressure", value="PN16", code=True),
            c.SpecRow(label="Weight", value="2.94", unit="kg"),
            c.SpecRow(label="Standard", value="EN 1092-1", code=True),
        ),
        downloads=(
            c.Download(title="Drawing", url="/media/drawing.pdf", kind="PDF", size="240 kB"),
            c.Download(title="3D model", note="On request", kind="STEP"),
        ),
        certificates=(certificate(),),
        packing=(
            c.PackingRow(level="Piece", quantity="1", net="2.94 kg", gross="3.00 kg"),
            c.PackingRow(
                level="Carton",
                quantity="8",
                size="35 × 35 × 20 cm",
                net="23.5 kg",
                gross="24.4 kg",
                volume="0.025 m³",
            ),
            c.PackingRow(
                level="Pallet",
                quantity="320",
                size="120 × 80 × 115 cm",
                net="941 kg",
                gross="1,001 kg",
                volume="1.10 m³",
            ),
        ),
        trade_facts=(
            c.Fact(label="HS code", value="730721", code=True),
            c.Fact(label="Origin", value="China"),
            c.Fact(label="Port", value="Ningbo"),
        ),
        steps=(
            c.Step(title="Order confirmed", text="same day"),
            c.Step(title="Made and inspected", text="by 17 December"),
            c.Step(title="Packed", text="19 December"),
            c.Step(title="On board in Ningbo", text="from 23 December"),
        ),
        questions=(c.Question(question="Is the certificate included?", answer="<p>Yes.</p>"),),
        related=tuple(card(store, n) for n in range(1, 5)),
    )


def summary(store: Store) -> c.Summary:
    """The money of an order of two lines."""
    return c.Summary(
        rows=(
            c.Fact(label="Goods", value="US$11,230.00"),
            c.Fact(label="Sea freight to Hamburg", value="US$412.00", note="LCL, 34 days"),
        ),
        total_label="Total without tax",
        total="US$11,642.00",
        ready="19 December 2026",
        lines=tuple(
            c.SummaryLine(
                sku=sku,
                title=title,
                quantity="5,000 pieces" if n else "1,000 pieces",
                total="US$9,250.00" if n else "US$1,980.00",
                promise="1,200 from stock now, 3,800 by 19 December" if n else "from stock now",
                picture=store.picture(name, title),
                url=store.page_url("product"),
            )
            for n, (sku, title, name) in enumerate(store.goods[:2])
        ),
    )


def basket(store: Store) -> c.BasketPage:
    """A basket of two lines, one with a fault."""
    rows = []
    for n, (sku, title, name) in enumerate(store.goods[:2]):
        rows.append(
            c.BasketRow(
                sku=sku,
                title=title,
                url=store.page_url("product"),
                quantity=c.Field(
                    name=f"quantity-{n}",
                    label="Quantity",
                    type="number",
                    value="1050" if n else "5000",
                    min="500",
                    step="100",
                    inputmode="numeric",
                    required=True,
                    error="Order in steps of 100: 1,000 or 1,100." if n else "",
                ),
                unit="pieces",
                unit_price="US$1.85 each",
                total="US$9,250.00",
                ready="Ready 19 December",
                promise="1,200 from stock now, 3,800 by 19 December",
                specs="1.4404 · DN50 · PN16",
                hint="" if n else "5,000 more: 4 % less per piece",
                hint_url="" if n else store.page_url("basket"),
                picture=store.picture(name, title),
                remove_url="/en/basket/remove/",
            )
        )
    return c.BasketPage(
        title="Basket",
        rows=tuple(rows),
        update_url="/en/basket/",
        summary=summary(store),
        freight_facts=(
            c.Fact(label="Cartons", value="750"),
            c.Fact(label="Volume", value="18.8 m³"),
            c.Fact(label="Gross weight", value="18,300 kg"),
            c.Fact(label="Container", value="66 % of a 20′"),
        ),
        checkout_url=store.page_url("contact"),
        quote_url=store.page_url("enquiry"),
        continue_url=store.page_url("category"),
        paste=paste_form(store),
        undo=c.Form(
            action="/en/basket/add/",
            submit="Put HV-JC30-12 back",
            groups=(
                c.FieldGroup(
                    fields=(c.Field(name="sku", label="", type="hidden", value="HV-JC30-12"),)
                ),
            ),
            token=False,
        ),
    )


def paste_form(store: Store, *, error: str = "") -> c.Form:
    """Part numbers with quantities, one per line."""
    return c.Form(
        action=store.page_url("quick"),
        submit="Check the list",
        token=False,
        multipart=True,
        groups=(
            c.FieldGroup(
                fields=(
                    c.Field(
                        name="rows",
                        label="Part number and quantity, one per line",
                        type="textarea",
                        rows=6,
                        code=True,
                        error=error,
                        placeholder="HV-SG20-40  500",
                    ),
                    c.Field(name="file", label="Or a file", type="file", accept=".csv,.xlsx"),
                ),
            ),
        ),
    )


def enquiry_form(store: Store, *, wrong: bool = False) -> c.Form:
    """A request for a quote."""
    return c.Form(
        action=store.page_url("enquiry"),
        submit="Send request",
        multipart=True,
        errors=("The form was open too long; please send it again.",) if wrong else (),
        note="We use your address only to answer.",
        groups=(
            c.FieldGroup(
                legend="What you need",
                fields=(
                    c.Field(
                        name="part", label="Part number", code=True, wide=False, value="HV-SG20-40"
                    ),
                    c.Field(
                        name="quantities",
                        label="Quantities",
                        help="Up to three",
                        wide=False,
                        required=True,
                    ),
                    c.Field(name="details", label="Details", type="textarea", required=True),
                    c.Field(
                        name="drawing",
                        label="Drawing or model",
                        type="file",
                        help="PDF, STEP, DXF up to 50 MB",
                        multiple=True,
                    ),
                ),
            ),
            c.FieldGroup(
                legend="You",
                fields=(
                    c.Field(
                        name="email",
                        label="E-mail",
                        type="email",
                        required=True,
                        autocomplete="email",
                        value="anna@" if wrong else "",
                        error="Enter a complete e-mail address." if wrong else "",
                        wide=False,
                    ),
                    c.Field(
                        name="company",
                        label="Company",
                        required=True,
                        autocomplete="organization",
                        wide=False,
                    ),
                    c.Field(
                        name="nda",
                        label="Keep this confidential",
                        type="checkbox",
                        help="We sign your agreement before opening the files.",
                    ),
                ),
            ),
        ),
    )


def _steps(current: int, store: Store) -> tuple[c.Step, ...]:
    names = ("Contact", "Delivery", "Payment", "Review")
    return tuple(
        c.Step(
            title=name,
            url=store.page_url("contact"),
            state="done" if n < current else "current" if n == current else "",
        )
        for n, name in enumerate(names)
    )


def _instalments() -> tuple[c.Instalment, ...]:
    return (
        c.Instalment(
            label="Deposit 30 %",
            amount="US$3,492.60",
            due="due now, by 29 November",
            state="due",
            state_label="due",
        ),
        c.Instalment(
            label="Balance 70 %",
            amount="US$8,149.40",
            state_label="open",
            due="against copy of bill of lading",
        ),
    )


def _checkout(store: Store, current: int) -> dict:
    return {
        "steps": _steps(current, store),
        "summary": summary(store),
        "hold_note": "Stock and machine time are held for you until 14:35 Shanghai time.",
        "hold_until": "2030-11-22T14:35:00+08:00",
    }


def checkout_pages(store: Store) -> tuple[c.CheckoutStep, ...]:
    """The four steps."""
    contact = c.Form(
        action="",
        submit="Continue to delivery",
        groups=(
            c.FieldGroup(
                legend="Who is buying?",
                fields=(
                    c.Field(
                        name="email",
                        label="E-mail",
                        type="email",
                        required=True,
                        autocomplete="email",
                        help="Order and papers are sent here.",
                    ),
                    c.Field(
                        name="name",
                        label="Your name",
                        required=True,
                        wide=False,
                        autocomplete="name",
                    ),
                    c.Field(
                        name="phone", label="Telephone", type="tel", wide=False, autocomplete="tel"
                    ),
                ),
            ),
            c.FieldGroup(
                legend="Company",
                fields=(
                    c.Field(
                        name="company",
                        label="Company name",
                        required=True,
                        autocomplete="organization",
                    ),
                    c.Field(
                        name="country",
                        label="Country",
                        type="select",
                        wide=False,
                        required=True,
                        options=(
                            c.Option(value="DE", label="Germany", selected=True),
                            c.Option(value="AE", label="United Arab Emirates"),
                        ),
                    ),
                    c.Field(
                        name="vat",
                        label="Tax number",
                        code=True,
                        wide=False,
                        value="DE123",
                        error="A German number has nine digits after DE.",
                    ),
                ),
            ),
        ),
    )
    delivery = c.Form(
        action="",
        submit="Continue to payment",
        groups=(
            c.FieldGroup(
                legend="Ship to",
                fields=(
                    c.Field(
                        name="line1",
                        label="Street and number",
                        required=True,
                        autocomplete="address-line1",
                    ),
                    c.Field(name="postcode", label="Postcode", required=True, wide=False),
                    c.Field(name="city", label="City", required=True, wide=False),
                ),
            ),
            c.FieldGroup(
                legend="Terms and freight",
                fields=(
                    c.Field(
                        name="incoterm",
                        label="Incoterm",
                        type="select",
                        wide=False,
                        required=True,
                        options=(
                            c.Option(value="CIF", label="CIF"),
                            c.Option(value="FOB", label="FOB"),
                        ),
                    ),
                    c.Field(
                        name="place",
                        label="Named place",
                        value="Hamburg",
                        wide=False,
                        required=True,
                    ),
                    c.Field(
                        name="freight",
                        label="Freight",
                        type="radio",
                        required=True,
                        options=(
                            c.Option(
                                value="sea",
                                label="Sea, part container",
                                selected=True,
                                note="Arrives 26 January 2027",
                                trailing="US$412.00",
                            ),
                            c.Option(
                                value="air",
                                label="Air",
                                note="Arrives 29 December 2026",
                                trailing="US$38,210.00",
                            ),
                            c.Option(
                                value="own",
                                label="We collect",
                                note="Ready 19 December 2026",
                                trailing="US$0.00",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )
    payment = c.Form(
        action="",
        submit="Continue to review",
        groups=(
            c.FieldGroup(
                legend="How would you like to pay?",
                fields=(
                    c.Field(
                        name="method",
                        label="Method",
                        type="radio",
                        required=True,
                        options=(
                            c.Option(
                                value="transfer",
                                label="Bank transfer",
                                selected=True,
                                note="30 % deposit, 70 % against copy of bill of lading",
                            ),
                            c.Option(value="card", label="Card", note="Visa, Mastercard"),
                            c.Option(
                                value="terms",
                                label="Net 45 days",
                                note="After credit review",
                                disabled=True,
                            ),
                        ),
                    ),
                    c.Field(
                        name="po",
                        label="Your purchase order number",
                        code=True,
                        help="Printed on every paper.",
                    ),
                ),
            ),
        ),
    )
    review = c.Form(
        action="",
        submit="Place order",
        note="A proforma invoice is sent at once.",
        groups=(
            c.FieldGroup(
                fields=(
                    c.Field(
                        name="terms",
                        label="We accept the terms of sale",
                        type="checkbox",
                        required=True,
                    ),
                ),
            ),
        ),
    )
    back = c.Link(text="Back", url=store.page_url("contact"))
    return (
        c.CheckoutContact(
            title="Who is buying?",
            form=contact,
            login=c.Link(text="Sign in to fill this from your account", url="/en/account/login/"),
            **_checkout(store, 0),
        ),
        c.CheckoutDelivery(title="Delivery", form=delivery, back=back, **_checkout(store, 1)),
        c.CheckoutPayment(
            title="Payment",
            form=payment,
            instalments=_instalments(),
            back=back,
            **_checkout(store, 2),
        ),
        c.CheckoutReview(
            title="Review and order",
            form=review,
            instalments=_instalments(),
            back=back,
            blocks=(
                c.ReviewBlock(
                    title="Contact",
                    lines=("Anna Weber", "anna@example.com"),
                    change_url=store.page_url("contact"),
                ),
                c.ReviewBlock(
                    title="Ship to",
                    lines=("Weber Antriebe GmbH", "20457 Hamburg"),
                    change_url=store.page_url("contact"),
                ),
                c.ReviewBlock(
                    title="Terms",
                    lines=("CIF Hamburg", "Sea, part container"),
                    change_url=store.page_url("contact"),
                ),
                c.ReviewBlock(
                    title="Payment",
                    lines=("Bank transfer", "PO 4500118"),
                    change_url=store.page_url("contact"),
                ),
            ),
            **_checkout(store, 3),
        ),
    )


def order(store: Store) -> c.OrderPage:
    """An order half way."""
    photo = replace(
        store.picture(store.floor_picture, "The first pieces on the inspection table"),
        caption="21 November, 09:40",
    )
    return c.OrderPage(
        title="Order HV-10042",
        number="HV-10042",
        status="In production",
        placed="Placed 18 November 2026",
        thanks="Thank you. We have sent a confirmation and the proforma invoice to you.",
        crumbs=crumbs(store, "HV-10042"),
        facts=(
            c.Fact(label="Your PO", value="4500118", code=True),
            c.Fact(label="Value", value="US$11,642.00"),
            c.Fact(label="Ready", value="19 December 2026"),
            c.Fact(label="Terms", value="CIF Hamburg"),
        ),
        instalments=(
            c.Instalment(
                label="Deposit 30 %",
                amount="US$3,492.60",
                state="paid",
                state_label="paid",
                due="19 November",
            ),
            *_instalments()[1:],
        ),
        how_to_pay=(
            c.Fact(label="Beneficiary", value=store.legal_name),
            c.Fact(label="Bank", value="Example Bank of Ningbo (fictional)"),
            c.Fact(label="SWIFT", value="EXMPCN00XXX", code=True),
            c.Fact(label="Account", value="0000 0000 0000 0000 017", code=True),
            c.Fact(label="Reference", value="HV-10042", code=True),
        ),
        pay_note="The beneficiary is the holder of our business licence.",
        milestones=(
            c.Milestone(
                title="Confirmed", state="done", planned="18 November", actual="18 November"
            ),
            c.Milestone(
                title="Made",
                state="current",
                planned="17 December",
                percent=62,
                percent_label="62 %",
                note="3,100 of 5,000 good",
                pictures=(photo, photo),
            ),
            c.Milestone(title="Inspected", state="late", planned="20 November"),
            c.Milestone(
                title="Shipped",
                planned="23 December",
                tracking=c.Fact(
                    label="Example Line",
                    value="EXLU1234567",
                    url="https://carrier.example/EXLU1234567",
                ),
            ),
        ),
        lines=summary(store).lines,
        summary=summary(store),
        documents=(
            c.Download(title="Proforma invoice", url="/d/1", kind="PDF", size="48 kB"),
            c.Download(title="Packing list", note="after packing"),
        ),
        reorder_url="/en/orders/HV-10042/again/",
        contact_url=store.page_url("enquiry"),
    )


def account_pages(store: Store) -> dict[str, c.Page]:
    """Login, register, profile, orders."""
    email = c.Field(
        name="email", label="E-mail", type="email", required=True, autocomplete="username"
    )
    menu = (
        c.Link(text="Orders", url=store.page_url("orders"), icon="package", current=True),
        c.Link(text="Profile", url=store.page_url("profile"), icon="user"),
    )
    return {
        "login": c.AccountFormPage(
            title="Sign in",
            form=c.Form(
                action="",
                submit="Sign in",
                groups=(
                    c.FieldGroup(
                        fields=(
                            email,
                            c.Field(
                                name="password",
                                label="Password",
                                type="password",
                                required=True,
                                autocomplete="current-password",
                            ),
                        )
                    ),
                ),
                errors=("E-mail or password is wrong.",),
            ),
            links=(
                c.Link(text="Forgotten your password?", url="#"),
                c.Link(text="Open an account", url="#"),
            ),
            points=(
                "Order again in two clicks",
                "Follow every lot with photographs",
                "Your contract prices",
            ),
        ),
        "profile": c.AccountFormPage(
            title="Profile",
            menu=menu,
            form=c.Form(
                action="",
                submit="Save",
                groups=(
                    c.FieldGroup(
                        fields=(
                            email,
                            c.Field(
                                name="company",
                                label="Company",
                                required=True,
                                value="Weber Antriebe GmbH",
                            ),
                            c.Field(
                                name="news",
                                label="Write to me about",
                                type="checkboxes",
                                options=(
                                    c.Option(value="a", label="New capacity", selected=True),
                                    c.Option(value="b", label="New products"),
                                ),
                            ),
                        )
                    ),
                ),
            ),
        ),
        "orders": c.AccountOrdersPage(
            title="Your orders",
            menu=menu,
            rows=tuple(
                c.OrderRow(
                    number=f"HV-100{n}",
                    url=store.page_url("order"),
                    placed="18 November 2026",
                    total="US$11,642.00",
                    status="In production" if n == 42 else "Delivered",
                    status_level="info" if n == 42 else "success",
                    ready="19 December 2026",
                    po_number="4500118",
                )
                for n in (42, 31, 28)
            ),
            logout_url="/en/account/logout/",
        ),
    }


def every_page(store: Store) -> dict[str, c.Page]:
    """All pages by a short name, empty and faulty states included."""
    contact, delivery, payment, review = checkout_pages(store)
    title = store.goods[0][1].split(",")[0]
    full = product(store)
    empty = c.Listing(cards=(), count_label="0 products")
    return {
        "home": c.HomePage(title=store.brand, sections=sections(store)),
        "content": c.ContentPage(
            title=store.menu[-2],
            intro=store.factory,
            crumbs=crumbs(store, store.menu[-2]),
            sections=content_sections(store),
        ),
        "category": c.CategoryPage(
            title=title,
            crumbs=crumbs(store, title),
            intro=store.hero_text,
            listing=listing(store, "table" if store.theme == "lattice" else "grid"),
            children=tuple(
                c.CategoryTile(
                    title=t.split(",")[0],
                    url=store.page_url("category"),
                    count="12",
                    picture=store.picture(n, t),
                )
                for _, t, n in store.goods[:4]
            ),
        ),
        "category_list": c.CategoryPage(title=title, listing=listing(store, "list")),
        "category_empty": c.CategoryPage(title=title, listing=replace(empty, clear_url="#")),
        "search": c.SearchPage(
            title="Results for “flange”",
            query="flange",
            listing=listing(store, "table"),
        ),
        "search_empty": c.SearchPage(
            title="Search",
            query="XQ-99",
            listing=empty,
            suggestions=(c.Link(text="HV-SG20-40", url="#"),),
            enquiry_url="#",
        ),
        "product": full,
        "product_wrong": replace(
            full,
            quantity=replace(full.quantity, value="5050", error="Order in steps of 100."),
            quote=c.Quote(
                quantity="5,050",
                error="Choose a valid quantity to see price and date.",
                nearest=(c.Link(text="5,000", url="#"), c.Link(text="5,100", url="#")),
            ),
        ),
        "product_bare": c.ProductPage(
            title="Bare",
            sku="B-1",
            quantity=full.quantity,
            quote=c.Quote(quantity="1"),
        ),
        "basket": basket(store),
        "basket_empty": c.BasketPage(title="Basket", continue_url="#"),
        "quick": c.QuickOrderPage(
            title="Quick order",
            intro="Paste from your list or send a file.",
            form=paste_form(store),
            result="2 rows are fine, 1 needs a look.",
            rows=(
                c.QuickOrderRow(
                    line="1",
                    sku="HV-SG20-40",
                    quantity="500",
                    total="US$1,050.00",
                    unit_price="US$2.10",
                    ready="24 November",
                    title="Spur gear",
                ),
                c.QuickOrderRow(
                    line="2",
                    sku="HV-SG20-4",
                    quantity="500",
                    error="No such part number.",
                    suggestion="Did you mean HV-SG20-40?",
                ),
            ),
            add_form=c.Form(
                action="",
                submit="Add 2 rows to the basket",
                groups=(
                    c.FieldGroup(
                        fields=(
                            c.Field(name="rows", label="", type="hidden", value="HV-SG20-40 500"),
                        )
                    ),
                ),
            ),
        ),
        "contact": contact,
        "delivery": delivery,
        "payment": payment,
        "review": review,
        "order": order(store),
        **account_pages(store),
        "enquiry": c.EnquiryPage(
            title="Request a quote",
            intro="Price and date for up to three quantities.",
            form=enquiry_form(store, wrong=True),
            points=("No login needed", "Files up to 50 MB"),
            contact_facts=(c.Fact(label="Sales desk", value="sales@meridian.example"),),
        ),
        "enquiry_sent": c.EnquiryPage(
            title="Request a quote",
            form=None,
            reference="Q-2031",
            reply_by="We answer by 23 November, 17:00 Shanghai time.",
        ),
        "notice": c.NoticePage(
            title="This page does not exist",
            code="404",
            text="The address may have changed. Search, or start from the products.",
            actions=(
                c.Link(text="Products", url=store.page_url("category")),
                c.Link(text="Home", url=store.page_url("home")),
            ),
        ),
    }
