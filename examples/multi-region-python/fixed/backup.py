"""Daily backups, with a copy in the other region."""

import pulumi
import pulumi_aws as aws

from data import bookings, keys
from settings import PRIMARY, REGIONS, STANDBY, named, trust

vaults = {
    region: aws.backup.Vault(
        named("vault", region), region=region, name=named("vault", region), kms_key_arn=keys[region]
    )
    for region in REGIONS
}
plan = aws.backup.Plan(
    named("daily"),
    region=PRIMARY,
    name=named("daily"),
    rules=[
        {
            "rule_name": "daily",
            "target_vault_name": vaults[PRIMARY].name,
            "schedule": "cron(0 3 * * ? *)",
            "lifecycle": {"delete_after": 35},
            "copy_actions": [
                {"destination_vault_arn": vaults[STANDBY].arn, "lifecycle": {"delete_after": 35}},
            ],
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
