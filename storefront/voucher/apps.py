"""Oscar's label `voucher`, ours in content."""

from django.utils.translation import gettext_lazy as _
from oscar.core.application import OscarConfig


class VoucherConfig(OscarConfig):
    name = "storefront.voucher"
    label = "voucher"
    verbose_name = _("Vouchers")
