"""The catalogue's database and its backups.

RDS makes the password, renews it every seven days and keeps it in a secret under our key: it passes neither through
this program nor through its state.
"""

import pulumi
import pulumi_aws as aws

from foundation import key, log_group
from network import database_group, database_subnets
from settings import DATABASE_NAME, DATABASE_PORT, physical_name, trust

_IDENTIFIER = physical_name("database")
_LOG_EXPORTS = ["postgresql", "upgrade"]

# RDS would make these itself, unencrypted and kept for ever.
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
    username="catalog_administrator",
    manage_master_user_password=True,
    master_user_secret_kms_key_id=key.arn,
    db_subnet_group_name=_subnet_group.name,
    parameter_group_name=_parameters.name,
    vpc_security_group_ids=[database_group.id],
    publicly_accessible=False,
    multi_az=True,
    backup_retention_period=7,
    backup_window="03:00-04:00",
    maintenance_window="mon:04:30-mon:05:30",
    enabled_cloudwatch_logs_exports=_LOG_EXPORTS,
    performance_insights_enabled=True,
    performance_insights_kms_key_id=key.arn,
    copy_tags_to_snapshot=True,
    # The stack is destroyed after its tests, with its data.
    deletion_protection=False,
    skip_final_snapshot=True,
    opts=pulumi.ResourceOptions(depends_on=_log_groups),
)

credentials_arn = database.master_user_secrets[0].secret_arn

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
    resources=[database.arn],
    opts=pulumi.ResourceOptions(depends_on=_backup_policies),
)
