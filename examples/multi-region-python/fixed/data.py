"""What is kept, each with its copy in the other region. Resources name their region themselves."""

import pulumi
import pulumi_aws as aws

from settings import PRIMARY, REGIONS, STANDBY, account_id, named, trust

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
                "Principal": {"Service": [f"logs.{region}.amazonaws.com" for region in REGIONS]},
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
primary_key = aws.kms.Key(
    named("key"), region=PRIMARY, description="Bookings", multi_region=True, enable_key_rotation=True, policy=key_policy
)
standby_key = aws.kms.ReplicaKey(
    named("key-replica"),
    region=STANDBY,
    description="Bookings, in the other region",
    primary_key_arn=primary_key.arn,
    policy=key_policy,
)
keys = {PRIMARY: primary_key.arn, STANDBY: standby_key.arn}

bookings = aws.dynamodb.Table(
    named("bookings"),
    region=PRIMARY,
    billing_mode="PAY_PER_REQUEST",
    hash_key="id",
    attributes=[{"name": "id", "type": "S"}],
    stream_enabled=True,
    stream_view_type="NEW_AND_OLD_IMAGES",
    point_in_time_recovery={"enabled": True},
    deletion_protection_enabled=True,
    server_side_encryption={"enabled": True, "kms_key_arn": primary_key.arn},
    replicas=[
        {
            "region_name": STANDBY,
            "kms_key_arn": standby_key.arn,
            "point_in_time_recovery": True,
            "deletion_protection_enabled": True,
        }
    ],
)

payment_token = aws.secretsmanager.Secret(
    named("payment-token"),
    region=PRIMARY,
    kms_key_id=primary_key.arn,
    replicas=[{"region": STANDBY, "kms_key_id": standby_key.arn}],
)

tickets = {}
versioned = []
for region in REGIONS:
    name = named("tickets", region)
    bucket = tickets[region] = aws.s3.Bucket(name, region=region)
    versioning = aws.s3.BucketVersioning(
        name, region=region, bucket=bucket.id, versioning_configuration={"status": "Enabled"}
    )
    versioned.append(versioning)
    aws.s3.BucketLifecycleConfiguration(
        name,
        region=region,
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
        region=region,
        bucket=bucket.id,
        rules=[
            {
                "apply_server_side_encryption_by_default": {
                    "sse_algorithm": "aws:kms",
                    "kms_master_key_id": keys[region],
                },
                "bucket_key_enabled": True,
            }
        ],
    )
    block = aws.s3.BucketPublicAccessBlock(
        name,
        region=region,
        bucket=bucket.id,
        block_public_acls=True,
        block_public_policy=True,
        ignore_public_acls=True,
        restrict_public_buckets=True,
    )
    aws.s3.BucketPolicy(
        name,
        region=region,
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
                    "Resource": tickets[PRIMARY].arn,
                },
                {
                    "Effect": "Allow",
                    "Action": [
                        "s3:GetObjectVersionForReplication",
                        "s3:GetObjectVersionAcl",
                        "s3:GetObjectVersionTagging",
                    ],
                    "Resource": pulumi.Output.concat(tickets[PRIMARY].arn, "/*"),
                },
                {
                    "Effect": "Allow",
                    "Action": ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"],
                    "Resource": pulumi.Output.concat(tickets[STANDBY].arn, "/*"),
                },
                {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": primary_key.arn},
                {"Effect": "Allow", "Action": ["kms:Encrypt", "kms:GenerateDataKey"], "Resource": standby_key.arn},
            ],
        }
    ),
)
aws.s3.BucketReplicationConfig(
    named("tickets"),
    region=PRIMARY,
    bucket=tickets[PRIMARY].id,
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
                "bucket": tickets[STANDBY].arn,
                "encryption_configuration": {"replica_kms_key_id": standby_key.arn},
            },
        }
    ],
    opts=pulumi.ResourceOptions(depends_on=[*versioned, replicates]),
)
