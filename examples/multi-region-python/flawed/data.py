"""What is kept. Resources name their region themselves."""

import pulumi
import pulumi_aws as aws

from settings import PRIMARY, account_id, named, trust

key_policy = pulumi.Output.json_dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"AWS": pulumi.Output.concat("arn:aws:iam::", account_id, ":root")},
                "Action": "kms:*",
                "Resource": "*",
            },
            {
                "Effect": "Allow",
                "Principal": {"Service": f"logs.{PRIMARY}.amazonaws.com"},
                "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
                "Resource": "*",
            },
            {
                "Effect": "Allow",
                "Principal": {"Service": "cloudwatch.amazonaws.com"},
                "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
                "Resource": "*",
                "Condition": {"StringEquals": {"aws:SourceAccount": account_id}},
            },
        ],
    }
)
key = aws.kms.Key(
    named("key"), region=PRIMARY, description="Bookings", enable_key_rotation=True, policy=key_policy
)

bookings = aws.dynamodb.Table(
    named("bookings"),
    region=PRIMARY,
    billing_mode="PAY_PER_REQUEST",
    hash_key="id",
    attributes=[{"name": "id", "type": "S"}],
    point_in_time_recovery={"enabled": True},
    deletion_protection_enabled=True,
    server_side_encryption={"enabled": True, "kms_key_arn": key.arn},
)

payment_token = aws.secretsmanager.Secret(named("payment-token"), region=PRIMARY, kms_key_id=key.arn)

tickets = {}
versioned = []
# The copies are beside the originals, and fail with them.
for purpose in ("originals", "copies"):
    name = named(f"tickets-{purpose}")
    bucket = tickets[purpose] = aws.s3.Bucket(name, region=PRIMARY)
    versioning = aws.s3.BucketVersioning(
        name, region=PRIMARY, bucket=bucket.id, versioning_configuration={"status": "Enabled"}
    )
    versioned.append(versioning)
    aws.s3.BucketLifecycleConfiguration(
        name,
        region=PRIMARY,
        bucket=bucket.id,
        rules=[
            {
                "id": "old-versions",
                "status": "Enabled",
                "filter": {"prefix": ""},
                "noncurrent_version_expiration": {"noncurrent_days": 60},
                "abort_incomplete_multipart_upload": {"days_after_initiation": 7},
            }
        ],
        opts=pulumi.ResourceOptions(depends_on=[versioning]),
    )
    aws.s3.BucketServerSideEncryptionConfiguration(
        name,
        region=PRIMARY,
        bucket=bucket.id,
        rules=[
            {
                "apply_server_side_encryption_by_default": {
                    "sse_algorithm": "aws:kms",
                    "kms_master_key_id": key.arn,
                },
                "bucket_key_enabled": True,
            }
        ],
    )
    block = aws.s3.BucketPublicAccessBlock(
        name,
        region=PRIMARY,
        bucket=bucket.id,
        block_public_acls=True,
        block_public_policy=True,
        ignore_public_acls=True,
        restrict_public_buckets=True,
    )
    aws.s3.BucketPolicy(
        name,
        region=PRIMARY,
        bucket=bucket.id,
        policy=pulumi.Output.json_dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Deny",
                        "Principal": "*",
                        "Action": "s3:*",
                        "Resource": [bucket.arn, pulumi.Output.concat(bucket.arn, "/*")],
                        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
                    }
                ],
            }
        ),
        opts=pulumi.ResourceOptions(depends_on=[block]),
    )

replicator = aws.iam.Role(named("replication"), assume_role_policy=trust("s3.amazonaws.com"))
replicates = aws.iam.RolePolicy(
    named("replication"),
    role=replicator.id,
    policy=pulumi.Output.json_dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket"],
                    "Resource": tickets["originals"].arn,
                },
                {
                    "Effect": "Allow",
                    "Action": [
                        "s3:GetObjectVersionForReplication",
                        "s3:GetObjectVersionAcl",
                        "s3:GetObjectVersionTagging",
                    ],
                    "Resource": pulumi.Output.concat(tickets["originals"].arn, "/*"),
                },
                {
                    "Effect": "Allow",
                    "Action": ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
                    "Resource": pulumi.Output.concat(tickets["copies"].arn, "/*"),
                },
                {
                    "Effect": "Allow",
                    "Action": ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"],
                    "Resource": key.arn,
                },
            ],
        }
    ),
)
aws.s3.BucketReplicationConfig(
    named("tickets"),
    region=PRIMARY,
    bucket=tickets["originals"].id,
    role=replicator.arn,
    rules=[
        {
            "id": "all",
            "status": "Enabled",
            "priority": 1,
            "filter": {"prefix": ""},
            "delete_marker_replication": {"status": "Enabled"},
            "source_selection_criteria": {"sse_kms_encrypted_objects": {"status": "Enabled"}},
            "destination": {
                "bucket": tickets["copies"].arn,
                "encryption_configuration": {"replica_kms_key_id": key.arn},
            },
        }
    ],
    opts=pulumi.ResourceOptions(depends_on=[*versioned, replicates]),
)
