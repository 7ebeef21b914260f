"""The visitor's basket on the request: not looked up before it is asked for, no cookie without."""

from django.conf import settings
from django.utils.functional import cached_property

from storefront.basket import queries
from storefront.basket.models import Basket

COOKIE = "basket"
SECONDS_KEPT = 60 * 60 * 24 * 60


class Carried:
    """The basket that the visitor carries, if any."""

    def __init__(self, request):
        self._request = request
        self._kept: Basket | None = None
        self.dropped = False

    @cached_property
    def found(self) -> Basket | None:
        """The basket behind the cookie, or the signed-in buyer's."""
        key = self._request.COOKIES.get(COOKIE, "")
        owner = self.owner
        return queries.find(key=key, owner=owner) if key or owner else None

    @property
    def owner(self):
        """The buyer, if one is signed in; a session is asked for only where its cookie came."""
        if settings.SESSION_COOKIE_NAME not in self._request.COOKIES:
            return None
        user = self._request.user
        return user if user.is_authenticated and user.factory_id else None

    @property
    def basket(self) -> Basket | None:
        """The basket as it is now."""
        return None if self.dropped else self._kept or self.found

    @cached_property
    def count(self) -> int:
        """Its number of lines; nothing is asked for a visitor without a basket."""
        return queries.count(self.basket)

    def keep(self, basket: Basket) -> None:
        """Let the visitor carry this basket from now on."""
        self._kept = basket
        self.dropped = False
        self.__dict__.pop("count", None)

    def drop(self) -> None:
        """The basket became an order or was left behind."""
        self._kept = None
        self.dropped = True
        self.__dict__.pop("count", None)

    def write(self, response) -> None:
        """Set or clear the cookie if something changed."""
        if self.dropped and COOKIE in self._request.COOKIES:
            response.delete_cookie(COOKIE, samesite="Lax")
        elif self._kept and self._kept.key != self._request.COOKIES.get(COOKIE):
            response.set_cookie(
                COOKIE,
                self._kept.key,
                max_age=SECONDS_KEPT,
                secure=self._request.is_secure(),
                httponly=True,
                samesite="Lax",
            )


class BasketMiddleware:
    """``request.carried`` on store hosts."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.carried = Carried(request)
        response = self.get_response(request)
        request.carried.write(response)
        return response
