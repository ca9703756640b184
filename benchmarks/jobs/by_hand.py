"""The SQL that somebody would write by hand for a list: found by one row a customer, ids first.

What is shown of a customer comes from its own rows, by hand as in ours: a summary finds and orders,
and may be minutes old.
"""

from __future__ import annotations

_COLUMNS = (
    "c.id, c.name, c.company, c.phone_number, c.sales_status, c.lead_source, c.binding_status, "
    "c.bound_to_uid, c.binding_start_date, c.last_interaction_date, c.created_at, c.updated_at, "
    "u.display_name, u.email, newest.id, newest.contact_date, newest.contact_method, "
    "newest.contact_status, newest.next_follow_up_date, p.due_at, p.written_at, g.until"
)
_BESIDE = (
    "LEFT JOIN users u ON u.firebase_uid = c.bound_to_uid "
    "LEFT JOIN salesdesk_customer_summary s ON s.customer_id = c.id "
    "LEFT JOIN salesdesk_plans p ON p.customer_id = c.id "
    "LEFT JOIN salesdesk_protections g ON g.customer_id = c.id "
    "LEFT JOIN customer_contacts newest ON newest.id = (SELECT n.id FROM customer_contacts n "
    "WHERE n.customer_id = c.id ORDER BY n.contact_date DESC, n.id DESC LIMIT 1)"
)

#: A page, and one row more that tells whether there is a next one.
PAGE, SHORT_PAGE = 101, 51


def customers(rest: str, limit: int = PAGE, *, more: str = "", beside: str = "") -> str:
    """A page that the customers' own table leads.

    Args:
        rest: condition and order.
        more, beside: further columns and what they come from.
    """
    return f"SELECT {_COLUMNS}{more} FROM customers c {_BESIDE} {beside} {rest} LIMIT {limit}"


def ids_first(
    where: str, order: str, limit: int = SHORT_PAGE, *, more: str = "", beside: str = ""
) -> str:
    """A page that the summaries lead: an index finds the ids, then the rows are fetched."""
    found = (
        f"(SELECT customer_id FROM salesdesk_customer_summary WHERE {where} "
        f"ORDER BY {order} LIMIT {limit}) hits"
    )
    return (
        f"SELECT {_COLUMNS}{more} FROM {found} JOIN customers c ON c.id = hits.customer_id "
        f"{_BESIDE} {beside} ORDER BY {order.replace('customer_id', 'c.id')}"
    )


def fragment(text: str, limit: int = PAGE) -> str:
    """A page of those in whose name or company a fragment stands, which no index finds."""
    return words(text, limit=limit)


def words(*texts: str, limit: int = PAGE) -> str:
    """The same of several fragments, each in one of the two."""
    each = " AND ".join(f"(name LIKE '%{text}%' OR company LIKE '%{text}%')" for text in texts)
    found = (
        f"(SELECT id FROM customers USE INDEX () WHERE {each} ORDER BY name, id LIMIT {limit}) hits"
    )
    return (
        f"SELECT {_COLUMNS} FROM {found} JOIN customers c ON c.id = hits.id {_BESIDE} "
        "ORDER BY c.name, c.id"
    )


#: Where a customer of somebody's stands on Today; the office's midnight is taken for UTC's.
SECTION = (
    "CASE WHEN leaves_at <= UTC_TIMESTAMP() + INTERVAL 7 DAY THEN 'releasing' "
    "WHEN next_step_at < UTC_DATE() THEN 'overdue' "
    "WHEN next_step_at < UTC_DATE() + INTERVAL 1 DAY THEN 'today' "
    "WHEN next_step_at IS NULL THEN 'without_step' ELSE 'planned' END"
)
