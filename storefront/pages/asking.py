"""Who asks: the day, and the price list of the buyer's company."""

from storefront import formats
from storefront.basket.quoting import Buying
from storefront.customer import queries as customers


def buying(request) -> Buying:
    """The terms this visitor buys on; asks the database for signed-in buyers only."""
    known = getattr(request, "_buying", None)
    if known is None:
        buyer = buyer_of(request)
        company = buyer.company if buyer else None
        known = Buying(on=formats.today(), price_list=company.price_list if company else None)
        request._buying = known
    return known


def buyer_of(request):
    """The signed-in buyer with the company bought for, or None."""
    if not hasattr(request, "_buyer"):
        owner = request.carried.owner
        request._buyer = customers.buyer(owner) if owner else None
    return request._buyer
