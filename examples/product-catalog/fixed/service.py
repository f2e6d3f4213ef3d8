"""The catalogue's image, its tasks, and how many of them there are."""

import pulumi
import pulumi_aws as aws

from database import credentials_arn, database
from delivery import https_listener, target_group
from foundation import key, log_group
from network import private_subnets, service_group
from settings import (
    APPLICATION_PORT,
    DATABASE_NAME,
    DATABASE_PORT,
    allow,
    image_version,
    minimum_tasks,
    physical_name,
    policy,
    region,
    trust,
)

_CONTAINER = "catalog"
_MAXIMUM_TASKS = 6

repository = aws.ecr.Repository(
    "images",
    name=physical_name("images"),
    # A version names one image for ever: what was tested is what runs.
    image_tag_mutability="IMMUTABLE",
    image_scanning_configuration={"scan_on_push": True},
    encryption_configurations=[{"encryption_type": "KMS", "kms_key": key.arn}],
    # The stack is destroyed after its tests, with its images.
    force_delete=True,
)
aws.ecr.LifecyclePolicy(
    "images",
    repository=repository.name,
    policy=pulumi.Output.json_dumps(
        {
            "rules": [
                {
                    "rulePriority": 1,
                    "description": "The twenty latest images",
                    "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 20},
                    "action": {"type": "expire"},
                }
            ]
        }
    ),
)

_log = log_group("service-log", physical_name("service"))

_execution_role = aws.iam.Role("execution-role", assume_role_policy=trust("ecs-tasks.amazonaws.com"))
_execution_policy = aws.iam.RolePolicy(
    "execution-policy",
    role=_execution_role.id,
    policy=policy(
        # A token for the registry cannot be limited to a repository.
        allow(["ecr:GetAuthorizationToken"], "*"),
        allow(
            ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"], repository.arn
        ),
        allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.Output.concat(_log.arn, ":*")),
        allow(["secretsmanager:GetSecretValue"], credentials_arn),
        allow(["kms:Decrypt"], key.arn),
    ),
)

_task_role = aws.iam.Role("task-role", assume_role_policy=trust("ecs-tasks.amazonaws.com"))
_task_policy = aws.iam.RolePolicy(
    "task-policy",
    role=_task_role.id,
    policy=policy(
        allow(["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], credentials_arn),
        allow(["kms:Decrypt"], key.arn),
    ),
)

_task_definition = aws.ecs.TaskDefinition(
    "catalog-task",
    family=physical_name("task"),
    requires_compatibilities=["FARGATE"],
    network_mode="awsvpc",
    cpu="512",
    memory="1024",
    runtime_platform={"operating_system_family": "LINUX", "cpu_architecture": "ARM64"},
    execution_role_arn=_execution_role.arn,
    task_role_arn=_task_role.arn,
    container_definitions=pulumi.Output.json_dumps(
        [
            {
                "name": _CONTAINER,
                "image": pulumi.Output.concat(repository.repository_url, ":", image_version),
                "essential": True,
                "portMappings": [{"containerPort": APPLICATION_PORT, "hostPort": APPLICATION_PORT, "protocol": "tcp"}],
                "environment": [
                    {"name": "DATABASE_HOST", "value": database.address},
                    {"name": "DATABASE_PORT", "value": str(DATABASE_PORT)},
                    {"name": "DATABASE_NAME", "value": DATABASE_NAME},
                    # The password changes while a task runs, so the application reads it whenever it connects.
                    {"name": "DATABASE_SECRET_ARN", "value": credentials_arn},
                ],
                # The user's name stays the same, so that a task can be given it for good.
                "secrets": [
                    {"name": "DATABASE_USER", "valueFrom": pulumi.Output.concat(credentials_arn, ":username::")}
                ],
                "healthCheck": {
                    "command": [
                        "CMD-SHELL",
                        f"curl --fail --silent http://localhost:{APPLICATION_PORT}/health || exit 1",
                    ],
                    "interval": 30,
                    "timeout": 5,
                    "retries": 3,
                    "startPeriod": 60,
                },
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
    health_check_grace_period_seconds=60,
    deployment_minimum_healthy_percent=100,
    deployment_maximum_percent=200,
    deployment_circuit_breaker={"enable": True, "rollback": True},
    propagate_tags="SERVICE",
    enable_ecs_managed_tags=True,
    opts=pulumi.ResourceOptions(
        depends_on=[https_listener, database, _execution_policy, _task_policy],
        # The scaling below decides.
        ignore_changes=["desiredCount"],
    ),
)

_scaling = aws.appautoscaling.Target(
    "service-scaling",
    service_namespace="ecs",
    scalable_dimension="ecs:service:DesiredCount",
    resource_id=pulumi.Output.concat("service/", cluster.name, "/", service.name),
    min_capacity=minimum_tasks,
    max_capacity=_MAXIMUM_TASKS,
    opts=pulumi.ResourceOptions(depends_on=[service]),
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
