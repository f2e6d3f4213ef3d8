"""Rotates the password of a service's database user, in the four steps of Secrets Manager.

The secret names the user, its database, the cluster and the administrator's secret. The database is reached through the
Data API. MySQL keeps the previous password valid until the next rotation, so that running tasks are not cut off.
"""

import json
import logging
import re
import secrets
import string

import boto3
from botocore.exceptions import ClientError

logger = logging.getLogger()
logger.setLevel(logging.INFO)

secrets_manager = boto3.client("secretsmanager")
data_api = boto3.client("rds-data")

IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,31}")
ALPHABET = string.ascii_letters + string.digits
PASSWORD_LENGTH = 32
PRIVILEGES = "SELECT, INSERT, UPDATE, DELETE"


def handler(event, _context):
    arn, token, step = event["SecretId"], event["ClientRequestToken"], event["Step"]
    stages = secrets_manager.describe_secret(SecretId=arn)["VersionIdsToStages"]
    if "AWSCURRENT" in stages.get(token, []):
        logger.info("version %s is current already", token)
        return
    if "AWSPENDING" not in stages.get(token, []):
        raise ValueError(f"version {token} is not set to become current")
    STEPS[step](arn, token)


def create_secret(arn, token):
    try:
        read_secret(arn, "AWSPENDING", token)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ResourceNotFoundException":
            raise
    else:
        return
    password = "".join(secrets.choice(ALPHABET) for _ in range(PASSWORD_LENGTH))
    secrets_manager.put_secret_value(
        SecretId=arn,
        ClientRequestToken=token,
        SecretString=json.dumps({**read_secret(arn, "AWSCURRENT"), "password": password}),
        VersionStages=["AWSPENDING"],
    )


def set_secret(arn, token):
    secret = read_secret(arn, "AWSPENDING", token)
    user, database, password = secret["username"], secret["database"], secret["password"]
    current = read_secret(arn, "AWSCURRENT").get("password", password)
    # Statements about users take no parameters, so what goes into them is checked instead.
    if not (IDENTIFIER.fullmatch(user) and IDENTIFIER.fullmatch(database) and f"{password}{current}".isalnum()):
        raise ValueError("user, database or password has characters that it must not have")
    for statement in (
        f"CREATE USER IF NOT EXISTS '{user}'@'%' IDENTIFIED BY '{password}' REQUIRE SSL",
        # When this step is tried again, the password to keep is the one in use, not the one that it set before.
        f"ALTER USER '{user}'@'%' IDENTIFIED BY '{current}'",
        f"ALTER USER '{user}'@'%' IDENTIFIED BY '{password}' RETAIN CURRENT PASSWORD",
        f"GRANT {PRIVILEGES} ON `{database}`.* TO '{user}'@'%'",
    ):
        execute(secret, secret["administratorSecretArn"], statement)


def test_secret(arn, token):
    """The Data API signs in with the current version of a secret only: the proof follows in finish_secret."""
    secret = read_secret(arn, "AWSPENDING", token)
    execute(secret, secret["administratorSecretArn"], f"SHOW GRANTS FOR '{secret['username']}'@'%'")


def finish_secret(arn, token):
    stages = secrets_manager.describe_secret(SecretId=arn)["VersionIdsToStages"]
    previous = next(version for version, labels in stages.items() if "AWSCURRENT" in labels)
    move_current(arn, previous, token)
    try:
        execute(read_secret(arn, "AWSCURRENT"), arn, "SELECT 1")
    except Exception:
        logger.exception("the new password does not sign in; the previous one is current again")
        move_current(arn, token, previous)
        raise


def move_current(arn, source, destination):
    secrets_manager.update_secret_version_stage(
        SecretId=arn,
        VersionStage="AWSCURRENT",
        RemoveFromVersionId=source,
        MoveToVersionId=destination,
    )


def read_secret(arn, stage, token=None):
    version = {"VersionId": token} if token else {}
    return json.loads(secrets_manager.get_secret_value(SecretId=arn, VersionStage=stage, **version)["SecretString"])


def execute(secret, credentials_arn, statement):
    return data_api.execute_statement(
        resourceArn=secret["clusterArn"],
        secretArn=credentials_arn,
        database=secret["database"],
        sql=statement,
    )


STEPS = {
    "createSecret": create_secret,
    "setSecret": set_secret,
    "testSecret": test_secret,
    "finishSecret": finish_secret,
}
