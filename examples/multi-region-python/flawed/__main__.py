"""Bookings of a ferry line: an API and its table. The second region is still to come."""

import pulumi

import backup  # noqa: F401
from data import bookings, tickets
from service import api
from settings import domain_name

pulumi.export("url", f"https://{domain_name}")
pulumi.export("api", api.api_endpoint)
pulumi.export("bookingsTable", bookings.name)
pulumi.export("ticketsBucket", tickets["originals"].bucket)
