"""After this event, run these actions. Read it in a minute: the whole upward flow of the house."""

from factory_portal.documents import actions as documents
from factory_portal.money import actions as money
from factory_portal.orders import actions as orders
from factory_portal.shipments import actions as shipments
from storefront.order import actions as store_orders

REACTIONS = {
    "order.placed": (
        orders.release,
        store_orders.thank_buyer,
        orders.tell_sales,
        shipments.plan_when_ready,
        documents.issue_placed,
    ),
    "order.cancelled": (shipments.cancel_of_order,),
    "production.started": (orders.note_start,),
    "production.reported": (orders.note_progress,),
    "production.photographed": (orders.note_photograph,),
    "production.finished": (orders.note_finish, shipments.plan_when_made),
    "shipment.dispatched": (shipments.tell_buyer,),
    "card.paid": (money.receive_card,),
    "payment.received": (orders.note_payment,),
}
