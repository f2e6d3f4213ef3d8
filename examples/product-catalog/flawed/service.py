"""The catalogue's image, its tasks, and how many of them there are."""

import json

import pulumi
import pulumi_aws as aws

from database import credentials_arn
from delivery import target_group
from foundation import key, log_group
from network import private_subnets, service_group
from settings import APPLICATION_PORT, account_id, image_version, minimum_tasks, physical_name, region, trust

_CONTAINER = "catalog"
_MAXIMUM_TASKS = 6

repository = aws.ecr.Repository(
    "images",
    name=physical_name("images"),
    # C6: neither image_tag_mutability nor force_delete: it cannot be destroyed while it holds images.
    image_scanning_configuration={"scan_on_push": True},
    encryption_configurations=[{"encryption_type": "KMS", "kms_key": key.arn}],
)

_log = log_group("service-log", physical_name("service"))

_execution_role = aws.iam.Role("execution-role", assume_role_policy=trust("ecs-tasks.amazonaws.com"))
_execution_policies = [
    aws.iam.RolePolicyAttachment(
        "execution-role-for-images-and-logs",
        role=_execution_role.name,
        policy_arn=aws.iam.ManagedPolicy.AMAZON_ECS_TASK_EXECUTION_ROLE_POLICY,
    ),
    aws.iam.RolePolicy(
        "execution-policy",
        role=_execution_role.id,
        policy=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": ["secretsmanager:GetSecretValue", "kms:Decrypt"],
                        "Resource": "*",  # C8: every secret of the account, and every key.
                    }
                ],
            }
        ),
    ),
]

_task_definition = aws.ecs.TaskDefinition(
    "catalog-task",
    family=physical_name("task"),
    requires_compatibilities=["FARGATE"],
    network_mode="awsvpc",
    cpu="512",
    memory="1024",
    execution_role_arn=_execution_role.arn,
    container_definitions=pulumi.Output.json_dumps(
        [
            {
                "name": _CONTAINER,
                "image": pulumi.Output.concat(
                    f"{account_id}.dkr.ecr.{region}.amazonaws.com/", repository.name, ":", image_version
                ),
                "essential": True,
                "portMappings": [{"containerPort": APPLICATION_PORT, "protocol": "tcp"}],
                "secrets": [
                    # C4: the whole secret, which is JSON, where the application wants the name of the host …
                    {"name": "DATABASE_HOST", "valueFrom": credentials_arn},
                    # … and a key without the two colons that close its reference.
                    {"name": "DATABASE_PASSWORD", "valueFrom": pulumi.Output.concat(credentials_arn, ":password")},
                ],
                # C7: no healthCheck, so that ECS takes a hanging process for a healthy one.
                "logConfiguration": {
                    "logDriver": "awslogs",
                    "options": {
                        "awslogs-group": _log.name,
                        "awslogs-region": region,
                        "awslogs-stream-prefix": _CONTAINER,
                    },
                },
            }
        ]
    ),
)

_exec_log = log_group("exec-log", physical_name("exec"))
cluster = aws.ecs.Cluster(
    "cluster",
    name=physical_name("cluster"),
    settings=[{"name": "containerInsights", "value": "enabled"}],
    configuration={
        "execute_command_configuration": {
            "kms_key_id": key.arn,
            "logging": "OVERRIDE",
            "log_configuration": {
                "cloud_watch_encryption_enabled": True,
                "cloud_watch_log_group_name": _exec_log.name,
            },
        }
    },
)

service = aws.ecs.Service(
    "service",
    name=physical_name("service"),
    cluster=cluster.arn,
    task_definition=_task_definition.arn,
    launch_type="FARGATE",
    desired_count=minimum_tasks,
    network_configuration={
        "subnets": [subnet.id for subnet in private_subnets],
        "security_groups": [service_group.id],
        "assign_public_ip": False,
    },
    load_balancers=[
        {
            "target_group_arn": target_group.arn,
            "container_name": _CONTAINER,
            "container_port": APPLICATION_PORT,
        }
    ],
    # C11: no deployment percentages, circuit breaker or grace period.
    propagate_tags="SERVICE",
    enable_ecs_managed_tags=True,
    # C9: depends on neither the listener nor the database.
    opts=pulumi.ResourceOptions(depends_on=_execution_policies, ignore_changes=["desiredCount"]),
)

# C12: the service's name as text, so that nothing orders the scaling after the service.
_SERVICE_ID = f"service/{physical_name('cluster')}/{physical_name('service')}"

_scaling = aws.appautoscaling.Target(
    "service-scaling",
    service_namespace="ecs",
    scalable_dimension="ecs:service:DesiredCount",
    resource_id=_SERVICE_ID,
    min_capacity=minimum_tasks,
    max_capacity=_MAXIMUM_TASKS,
)
aws.appautoscaling.Policy(
    "service-scaling-by-cpu",
    service_namespace=_scaling.service_namespace,
    scalable_dimension=_scaling.scalable_dimension,
    resource_id=_scaling.resource_id,
    policy_type="TargetTrackingScaling",
    target_tracking_scaling_policy_configuration={
        "predefined_metric_specification": {"predefined_metric_type": "ECSServiceAverageCPUUtilization"},
        "target_value": 60,
    },
)
