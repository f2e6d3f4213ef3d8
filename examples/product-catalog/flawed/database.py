"""The catalogue's database, the secret with its credentials, and its backups."""

import pulumi
import pulumi_aws as aws

from foundation import key, log_group
from network import database_group, database_subnets
from settings import DATABASE_NAME, DATABASE_PORT, account_id, database_host, physical_name, region, trust

_IDENTIFIER = physical_name("database")
_LOG_EXPORTS = ["postgresql", "upgrade"]
_USERNAME = "catalog_administrator"
_PASSWORD = "ChangeMe123!"  # C3: a password in the source, and one that will be guessed.

_log_groups = [log_group(f"database-{log}-log", f"/aws/rds/instance/{_IDENTIFIER}/{log}") for log in _LOG_EXPORTS]

_subnet_group = aws.rds.SubnetGroup(
    "database-subnets",
    description="Database tier over two zones",
    subnet_ids=[subnet.id for subnet in database_subnets],
)

_parameters = aws.rds.ParameterGroup(
    "database-parameters",
    family="postgres17",
    description="Encrypted connections only, slow statements in the log",
    parameters=[
        {"name": "rds.force_ssl", "value": "1"},
        {"name": "log_min_duration_statement", "value": "1000"},
    ],
)

database = aws.rds.Instance(
    "database",
    identifier=_IDENTIFIER,
    engine="postgres",
    engine_version="17.9",
    auto_minor_version_upgrade=False,
    instance_class="db.t4g.medium",
    allocated_storage=50,
    max_allocated_storage=200,
    storage_type="gp3",
    storage_encrypted=True,
    kms_key_id=key.arn,
    db_name=DATABASE_NAME,
    port=DATABASE_PORT,
    username=_USERNAME,
    password=_PASSWORD,
    db_subnet_group_name=_subnet_group.name,
    parameter_group_name=_parameters.name,
    vpc_security_group_ids=[database_group.id],
    publicly_accessible=False,
    multi_az=True,
    # C10: no backup_retention_period, backup_window or maintenance_window: RDS keeps no backup of its own.
    enabled_cloudwatch_logs_exports=_LOG_EXPORTS,
    performance_insights_enabled=True,
    performance_insights_kms_key_id=key.arn,
    copy_tags_to_snapshot=True,
    deletion_protection=False,
    skip_final_snapshot=True,
    opts=pulumi.ResourceOptions(depends_on=_log_groups),
)

credentials = aws.secretsmanager.Secret(
    "database-credentials",
    name=physical_name("database-credentials"),
    description="Administrator of the catalogue's database",
    kms_key_id=key.arn,
    recovery_window_in_days=0,
)
credentials_arn = pulumi.Output.concat(
    f"arn:aws:secretsmanager:{region}:{account_id}:secret:", credentials.name
)
aws.secretsmanager.SecretVersion(
    "database-credentials",
    secret_id=credentials_arn,
    secret_string=pulumi.Output.json_dumps(
        {
            "engine": "postgres",
            "username": _USERNAME,
            "password": _PASSWORD,
            "host": database_host,  # C5: the endpoint, which ends in a port, where a host belongs.
            "port": database.port,
            "dbname": database.db_name,
            "dbInstanceIdentifier": database.identifier,
        }
    ),
)

# C5: the endpoint taken apart by hand; `address` is the host without its port.
host = database.endpoint.apply(lambda endpoint: endpoint.split(":")[0])

_vault = aws.backup.Vault("backup-vault", name=physical_name("backups"), kms_key_arn=key.arn, force_destroy=True)
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
            "lifecycle": {"delete_after": 7},
        }
    ],
)
_backup_role = aws.iam.Role("backup-role", assume_role_policy=trust("backup.amazonaws.com"))
_backup_policy = aws.iam.RolePolicyAttachment(
    "backup-role-for-backup",
    role=_backup_role.name,
    policy_arn="arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
)
aws.backup.Selection(
    "backup-of-database",
    name=physical_name("database"),
    plan_id=_plan.id,
    iam_role_arn=_backup_role.arn,
    resources=[database.arn],
    opts=pulumi.ResourceOptions(depends_on=[_backup_policy]),
)
