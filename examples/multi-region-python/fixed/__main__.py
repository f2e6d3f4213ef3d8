"""Bookings of a ferry line: an API in two regions over one global table."""

import pulumi

import backup  # noqa: F401
from data import bookings, tickets
from service import apis
from settings import PRIMARY, domain_name

pulumi.export("url", f"https://{domain_name}")
pulumi.export("apis", {region: api.api_endpoint for region, api in apis.items()})
pulumi.export("bookingsTable", bookings.name)
pulumi.export("ticketsBucket", tickets[PRIMARY].bucket)
