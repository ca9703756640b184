"""All tables by name: the user's 19 and SalesDesk's own."""

from salesdesk.storage.tables.booking import customer_binding_history as customer_binding_history
from salesdesk.storage.tables.booking import customer_contacts as customer_contacts
from salesdesk.storage.tables.booking import customers as customers
from salesdesk.storage.tables.booking import facility as facility
from salesdesk.storage.tables.booking import global_settings as global_settings
from salesdesk.storage.tables.booking import meeting_room as meeting_room
from salesdesk.storage.tables.booking import order_items as order_items
from salesdesk.storage.tables.booking import order_purposes as order_purposes
from salesdesk.storage.tables.booking import orders as orders
from salesdesk.storage.tables.booking import packages as packages
from salesdesk.storage.tables.booking import permissions as permissions
from salesdesk.storage.tables.booking import restaurant as restaurant
from salesdesk.storage.tables.booking import role_permissions as role_permissions
from salesdesk.storage.tables.booking import roles as roles
from salesdesk.storage.tables.booking import room_added_facility as room_added_facility
from salesdesk.storage.tables.booking import room_booking_costs as room_booking_costs
from salesdesk.storage.tables.booking import room_shape as room_shape
from salesdesk.storage.tables.booking import room_supported_shape as room_supported_shape
from salesdesk.storage.tables.booking import user as user
from salesdesk.storage.tables.booking import users as users
from salesdesk.storage.tables.own_tables import VERSION_TABLE as VERSION_TABLE
from salesdesk.storage.tables.own_tables import own as own
from salesdesk.storage.tables.own_tables import salesdesk_absences as salesdesk_absences
from salesdesk.storage.tables.own_tables import salesdesk_accounts as salesdesk_accounts
from salesdesk.storage.tables.own_tables import salesdesk_agents as salesdesk_agents
from salesdesk.storage.tables.own_tables import salesdesk_contact_hours as salesdesk_contact_hours
from salesdesk.storage.tables.own_tables import (
    salesdesk_contact_targets as salesdesk_contact_targets,
)
from salesdesk.storage.tables.own_tables import (
    salesdesk_customer_summary as salesdesk_customer_summary,
)
from salesdesk.storage.tables.own_tables import salesdesk_daily_counts as salesdesk_daily_counts
from salesdesk.storage.tables.own_tables import (
    salesdesk_different_customers as salesdesk_different_customers,
)
from salesdesk.storage.tables.own_tables import salesdesk_events as salesdesk_events
from salesdesk.storage.tables.own_tables import salesdesk_held_customers as salesdesk_held_customers
from salesdesk.storage.tables.own_tables import salesdesk_held_releases as salesdesk_held_releases
from salesdesk.storage.tables.own_tables import salesdesk_imports as salesdesk_imports
from salesdesk.storage.tables.own_tables import salesdesk_kept_clocks as salesdesk_kept_clocks
from salesdesk.storage.tables.own_tables import salesdesk_links as salesdesk_links
from salesdesk.storage.tables.own_tables import (
    salesdesk_message_templates as salesdesk_message_templates,
)
from salesdesk.storage.tables.own_tables import salesdesk_pauses as salesdesk_pauses
from salesdesk.storage.tables.own_tables import salesdesk_person_roles as salesdesk_person_roles
from salesdesk.storage.tables.own_tables import salesdesk_phones as salesdesk_phones
from salesdesk.storage.tables.own_tables import salesdesk_plans as salesdesk_plans
from salesdesk.storage.tables.own_tables import salesdesk_protections as salesdesk_protections
from salesdesk.storage.tables.own_tables import salesdesk_release_runs as salesdesk_release_runs
from salesdesk.storage.tables.own_tables import salesdesk_search_texts as salesdesk_search_texts
from salesdesk.storage.tables.own_tables import salesdesk_set_asides as salesdesk_set_asides
from salesdesk.storage.tables.own_tables import salesdesk_sign_ins as salesdesk_sign_ins
from salesdesk.storage.tables.own_tables import salesdesk_state as salesdesk_state
