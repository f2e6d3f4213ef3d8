"""The key that everything is encrypted with, the topic that operators listen to, and log groups."""

import pulumi
import pulumi_aws as aws

from settings import LOG_RETENTION_DAYS, account_id, operators_email, physical_name, policy, region

# Roles get at the key through their own policies; only services that act without a role of ours are named here.
key = aws.kms.Key(
    "key",
    description="Data of the product catalogue",
    enable_key_rotation=True,
    deletion_window_in_days=7,
    policy=policy(
        {
            "Sid": "AccountAdministersThroughIam",
            "Effect": "Allow",
            "Principal": {"AWS": pulumi.Output.concat("arn:aws:iam::", account_id, ":root")},
            "Action": "kms:*",
            "Resource": "*",
        },
        {
            "Sid": "LogGroupsOfThisAccount",
            "Effect": "Allow",
            "Principal": {"Service": f"logs.{region}.amazonaws.com"},
            "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            "Resource": "*",
            "Condition": {
                "ArnLike": {
                    "kms:EncryptionContext:aws:logs:arn": pulumi.Output.concat(
                        f"arn:aws:logs:{region}:", account_id, ":log-group:*"
                    )
                }
            },
        },
        {
            "Sid": "AlarmsToTheEncryptedTopic",
            "Effect": "Allow",
            "Principal": {"Service": ["cloudwatch.amazonaws.com", "sns.amazonaws.com"]},
            "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
            "Resource": "*",
            "Condition": {"StringEquals": {"aws:SourceAccount": account_id}},
        },
    ),
)

aws.kms.Alias("key-alias", name=f"alias/{physical_name('data')}", target_key_id=key.key_id)

operators_topic = aws.sns.Topic("operators", kms_master_key_id=key.arn)

aws.sns.TopicSubscription("operators-email", topic=operators_topic.arn, protocol="email", endpoint=operators_email)


def log_group(logical_name, name):
    """A log group that is encrypted with the key and does not grow for ever."""
    return aws.cloudwatch.LogGroup(
        logical_name, name=name, retention_in_days=LOG_RETENTION_DAYS, kms_key_id=key.arn
    )
