"""What the configuration sets, and names."""

import json

import pulumi
import pulumi_aws as aws

config = pulumi.Config()
domain_name = config.require("domainName")
hosted_zone_id = config.require("hostedZoneId")
operators_email = config.require("operatorsEmail")

PRIMARY = "eu-central-1"
STANDBY = "eu-west-1"
REGIONS = (PRIMARY, STANDBY)

account_id = aws.get_caller_identity_output().account_id


def named(part: str, region: str = "") -> str:
    """The name of a resource in this stack; every resource in a region has the region in it."""
    return "-".join(filter(None, ("bookings", part, region, pulumi.get_stack())))


def trust(service: str) -> str:
    """The document that lets an AWS service assume a role."""
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}}],
        }
    )
