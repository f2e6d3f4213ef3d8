"""Brings the schema into the database, before the service starts and whenever a migration is added."""

import hashlib
from pathlib import Path

import pulumi
import pulumi_aws as aws

from database import administrator_secret_arn, cluster, instances
from foundation import key, log_group
from settings import DATABASE_NAME, allow, physical_name, policy, trust

# Relative to this folder, which is the project's `main`: an absolute path would differ from machine to machine.
_SOURCES = "./migrations"
_NAME = physical_name("migration")

_log = log_group("migration-log", f"/aws/lambda/{_NAME}")
_role = aws.iam.Role("migration-role", assume_role_policy=trust("lambda.amazonaws.com"))
_policy = aws.iam.RolePolicy(
    "migration-policy",
    role=_role.id,
    policy=policy(
        allow(
            [
                "rds-data:BeginTransaction",
                "rds-data:CommitTransaction",
                "rds-data:ExecuteStatement",
                "rds-data:RollbackTransaction",
            ],
            cluster.arn,
        ),
        allow(["secretsmanager:GetSecretValue"], administrator_secret_arn),
        allow(["kms:Decrypt"], key.arn),
        # Traces cannot be limited to a resource.
        allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*"),
        allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.Output.concat(_log.arn, ":*")),
    ),
)

function = aws.lambda_.Function(
    "migration-function",
    name=_NAME,
    description="Applies the migrations that the database does not have yet",
    role=_role.arn,
    runtime=aws.lambda_.Runtime.PYTHON3D13,
    architectures=["arm64"],
    handler="migrate.handler",
    code=pulumi.FileArchive(_SOURCES),
    timeout=300,
    memory_size=256,
    environment={
        "variables": {
            "DATABASE_CLUSTER_ARN": cluster.arn,
            "DATABASE_NAME": DATABASE_NAME,
            "DATABASE_SECRET_ARN": administrator_secret_arn,
        }
    },
    kms_key_arn=key.arn,
    tracing_config={"mode": "Active"},
    logging_config={"log_format": "JSON", "log_group": _log.name},
    opts=pulumi.ResourceOptions(depends_on=[_policy]),
)


def _digest():
    """Changes with any of the migrations, and only then."""
    files = sorted((Path(__file__).parent / _SOURCES).glob("*.sql"))
    return hashlib.sha256(b"".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()


migration = aws.lambda_.Invocation(
    "migration",
    function_name=function.name,
    input="{}",
    triggers={"migrations": _digest()},
    opts=pulumi.ResourceOptions(depends_on=instances),
)
