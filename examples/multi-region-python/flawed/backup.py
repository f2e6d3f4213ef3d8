"""Daily backups."""

import pulumi
import pulumi_aws as aws

from data import bookings, key
from settings import PRIMARY, named, trust

vault = aws.backup.Vault(named("vault"), region=PRIMARY, name=named("vault"), kms_key_arn=key.arn)
# Left from a try in another region.
aws.backup.Vault(named("vault-trial"), region="eu-north-1", name=named("vault-trial"))
plan = aws.backup.Plan(
    named("daily"),
    region=PRIMARY,
    name=named("daily"),
    rules=[
        {
            "rule_name": "daily",
            "target_vault_name": vault.name,
            "schedule": "cron(0 3 * * ? *)",
            "lifecycle": {"delete_after": 35},
        }
    ],
)
role = aws.iam.Role(named("backup"), assume_role_policy=trust("backup.amazonaws.com"))
attachments = [
    aws.iam.RolePolicyAttachment(
        named(f"backup-{purpose.lower()}"),
        role=role.name,
        policy_arn=f"arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor{purpose}",
    )
    for purpose in ("Backup", "Restores")
]
aws.backup.Selection(
    named("bookings"),
    region=PRIMARY,
    name=named("bookings"),
    plan_id=plan.id,
    iam_role_arn=role.arn,
    resources=[bookings.arn],
    opts=pulumi.ResourceOptions(depends_on=attachments),
)
