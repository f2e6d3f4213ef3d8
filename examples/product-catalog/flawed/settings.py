"""What the modules of this program have in common: its configuration, and the texts that policies are made of."""

import pulumi

_config = pulumi.Config()
database_host = _config.require("databaseHost")
domain_name = _config.require("domainName")
hosted_zone_id = _config.require("hostedZoneId")
image_version = _config.require("imageVersion")
needs_own_addresses = _config.get_bool("needsOwnAddresses") or False
minimum_tasks = _config.require_int("minimumTasks")
operators_email = _config.require("operatorsEmail")
# A bucket of the organization's log archive account, which lets this region's load balancers write to it.
log_archive_bucket = _config.require("logArchiveBucket")

region = pulumi.Config("aws").require("region")
account_id = _config.require("accountId")

# The zones that every tier spans, by their letter.
ZONES = {letter: f"{region}{letter}" for letter in "ab"}

APPLICATION_PORT = 5000
DATABASE_PORT = 5432
DATABASE_NAME = "catalog"
LOG_RETENTION_DAYS = 30


def physical_name(part):
    """A physical name, for the few resources that others find by it."""
    return f"catalog-{part}-{pulumi.get_stack()}"


# Services that say for which account they act when they take on a role.
_NAME_THEIR_ACCOUNT = ("ecs-tasks.amazonaws.com", "vpc-flow-logs.amazonaws.com")


def trust(service):
    """A trust policy that lets one AWS service take on a role, for this account only where it is known."""
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    if service in _NAME_THEIR_ACCOUNT:
        statement["Condition"] = {"StringEquals": {"aws:SourceAccount": account_id}}
    return policy(statement)


def allow(actions, resources):
    """A statement of a permission policy."""
    return {"Effect": "Allow", "Action": actions, "Resource": resources}


def policy(*statements):
    return pulumi.Output.json_dumps({"Version": "2012-10-17", "Statement": list(statements)})
