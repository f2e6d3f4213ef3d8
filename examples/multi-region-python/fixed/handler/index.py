"""Answers `GET /bookings/{id}` from the replica of its own region."""

import json
import os

import boto3

bookings = boto3.resource("dynamodb").Table(os.environ["BOOKINGS_TABLE"])


def handle(event, _context):
    if event["rawPath"] == "/health":
        return {"statusCode": 200, "body": "ok"}
    found = bookings.get_item(Key={"id": event["pathParameters"]["id"]}).get("Item")
    return {"statusCode": 200 if found else 404, "body": json.dumps(found, default=str)}
