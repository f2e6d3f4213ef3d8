"""The payments database, the secret with its credentials, and its backups."""

import pulumi
import pulumi_aws as aws

from foundation import key, log_group
from network import database_group, database_subnets
from settings import DATABASE_NAME, DATABASE_PORT, database_capacity, keeps_data, physical_name, trust

_IDENTIFIER = physical_name("database")
_INSTANCES = 2
_USERNAME = "payment_administrator"
# E3: a password in the source. That it is marked as a secret hides it in the state only.
_PASSWORD = pulumi.Output.secret("ChangeMe123!TempPassword")
_LOG_EXPORTS = ["postgresql"]

# RDS would make these itself, unencrypted and kept for ever.
_log_groups = [log_group(f"database-{log}-log", f"/aws/rds/cluster/{_IDENTIFIER}/{log}") for log in _LOG_EXPORTS]

_subnet_group = aws.rds.SubnetGroup(
    "database-subnets",
    description="Database tier over three zones",
    subnet_ids=[subnet.id for subnet in database_subnets.values()],
)

_parameters = aws.rds.ClusterParameterGroup(
    "database-parameters",
    family="aurora-postgresql15",
    description="Encrypted connections only, slow statements in the log",
    parameters=[
        {"name": "rds.force_ssl", "value": "1"},
        {"name": "log_min_duration_statement", "value": "1000"},
    ],
)

cluster = aws.rds.Cluster(
    "database",
    cluster_identifier=_IDENTIFIER,
    engine=aws.rds.EngineType.AURORA_POSTGRESQL,
    engine_version="15.3",  # E1: Aurora PostgreSQL does not offer it.
    serverlessv2_scaling_configuration={
        "min_capacity": database_capacity["minimum"],
        "max_capacity": database_capacity["maximum"],
    },
    database_name=DATABASE_NAME,
    port=DATABASE_PORT,
    master_username=_USERNAME,
    master_password=_PASSWORD,
    db_subnet_group_name=_subnet_group.name,
    db_cluster_parameter_group_name=_parameters.name,
    vpc_security_group_ids=[database_group.id],
    storage_encrypted=True,
    kms_key_id=key.arn,
    backup_retention_period=7,
    preferred_backup_window="02:00-03:00",
    preferred_maintenance_window="sun:07:00-sun:08:00",
    enabled_cloudwatch_logs_exports=_LOG_EXPORTS,
    copy_tags_to_snapshot=True,
    deletion_protection=keeps_data,
    skip_final_snapshot=not keeps_data,
    final_snapshot_identifier=f"{_IDENTIFIER}-final" if keeps_data else None,
    opts=pulumi.ResourceOptions(depends_on=_log_groups),
)

instances = [
    aws.rds.ClusterInstance(
        f"database-{number}",
        identifier=f"{_IDENTIFIER}-{number}",
        cluster_identifier=cluster.id,
        engine=aws.rds.EngineType.AURORA_POSTGRESQL,
        engine_version=cluster.engine_version,
        instance_class="db.serverless",
        db_subnet_group_name=_subnet_group.name,
        publicly_accessible=False,
        auto_minor_version_upgrade=False,
        performance_insights_enabled=True,
        performance_insights_kms_key_id=key.arn,
    )
    for number in range(1, _INSTANCES + 1)
]

credentials = aws.secretsmanager.Secret(
    "database-credentials",
    name=physical_name("database-credentials"),
    description="Administrator of the payments database",
    kms_key_id=key.arn,
)
aws.secretsmanager.SecretVersion(
    "database-credentials",
    secret_id=credentials.id,
    secret_string=pulumi.Output.json_dumps(
        {"username": _USERNAME, "password": _PASSWORD, "host": cluster.endpoint, "dbname": DATABASE_NAME}
    ),
)

# E6: nothing brings the schema into the database.

_vault = aws.backup.Vault(
    "backup-vault", name=physical_name("backups"), kms_key_arn=key.arn, force_destroy=not keeps_data
)
_plan = aws.backup.Plan(
    "backup-plan",
    name=physical_name("daily"),
    rules=[
        {
            "rule_name": "daily",
            "target_vault_name": _vault.name,
            "schedule": "cron(0 5 * * ? *)",
            "start_window": 60,
            "completion_window": 180,
            "lifecycle": {"delete_after": 35},
        }
    ],
)
_backup_role = aws.iam.Role("backup-role", assume_role_policy=trust("backup.amazonaws.com"))
_backup_policies = [
    aws.iam.RolePolicyAttachment(
        f"backup-role-for-{purpose.lower()}",
        role=_backup_role.name,
        policy_arn=f"arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor{purpose}",
    )
    for purpose in ("Backup", "Restores")
]
aws.backup.Selection(
    "backup-of-database",
    name=physical_name("database"),
    plan_id=_plan.id,
    iam_role_arn=_backup_role.arn,
    resources=[cluster.arn],
    opts=pulumi.ResourceOptions(depends_on=_backup_policies),
)
