"""All tables by name: the user's 19 and SalesDesk's own."""

from salesdesk.storage.own_tables import VERSION_TABLE as VERSION_TABLE
from salesdesk.storage.own_tables import own as own
from salesdesk.storage.own_tables import salesdesk_accounts as salesdesk_accounts
from salesdesk.storage.own_tables import salesdesk_agents as salesdesk_agents
from salesdesk.storage.own_tables import salesdesk_contact_hours as salesdesk_contact_hours
from salesdesk.storage.own_tables import (
    salesdesk_customer_summary as salesdesk_customer_summary,
)
from salesdesk.storage.own_tables import salesdesk_daily_counts as salesdesk_daily_counts
from salesdesk.storage.own_tables import salesdesk_events as salesdesk_events
from salesdesk.storage.own_tables import salesdesk_held_customers as salesdesk_held_customers
from salesdesk.storage.own_tables import salesdesk_held_releases as salesdesk_held_releases
from salesdesk.storage.own_tables import salesdesk_imports as salesdesk_imports
from salesdesk.storage.own_tables import salesdesk_person_roles as salesdesk_person_roles
from salesdesk.storage.own_tables import salesdesk_phones as salesdesk_phones
from salesdesk.storage.own_tables import salesdesk_plans as salesdesk_plans
from salesdesk.storage.own_tables import salesdesk_protections as salesdesk_protections
from salesdesk.storage.own_tables import salesdesk_release_runs as salesdesk_release_runs
from salesdesk.storage.own_tables import salesdesk_state as salesdesk_state
from salesdesk.storage.user_tables import customer_binding_history as customer_binding_history
from salesdesk.storage.user_tables import customer_contacts as customer_contacts
from salesdesk.storage.user_tables import customers as customers
from salesdesk.storage.user_tables import facility as facility
from salesdesk.storage.user_tables import global_settings as global_settings
from salesdesk.storage.user_tables import meeting_room as meeting_room
from salesdesk.storage.user_tables import order_items as order_items
from salesdesk.storage.user_tables import order_purposes as order_purposes
from salesdesk.storage.user_tables import orders as orders
from salesdesk.storage.user_tables import packages as packages
from salesdesk.storage.user_tables import permissions as permissions
from salesdesk.storage.user_tables import restaurant as restaurant
from salesdesk.storage.user_tables import role_permissions as role_permissions
from salesdesk.storage.user_tables import roles as roles
from salesdesk.storage.user_tables import room_added_facility as room_added_facility
from salesdesk.storage.user_tables import room_booking_costs as room_booking_costs
from salesdesk.storage.user_tables import room_shape as room_shape
from salesdesk.storage.user_tables import room_supported_shape as room_supported_shape
from salesdesk.storage.user_tables import user as user
from salesdesk.storage.user_tables import users as users
