"""The payment service: its tasks, and how many of them there are."""

import pulumi
import pulumi_aws as aws

from database import credentials, instances
from delivery import https_listener, target_group
from foundation import key, log_group
from network import private_subnets, service_group
from settings import APPLICATION_PORT, allow, environment, physical_name, policy, region, tasks, trust

_CONTAINER = "payment-api"

_log = log_group("service-log", physical_name("service"))

_execution_role = aws.iam.Role("execution-role", assume_role_policy=trust("ecs-tasks.amazonaws.com"))
_execution_policy = aws.iam.RolePolicyAttachment(
    "execution-policy",
    role=_execution_role.name,
    policy_arn=aws.iam.ManagedPolicy.AMAZON_ECS_TASK_EXECUTION_ROLE_POLICY,
)

_task_role = aws.iam.Role("task-role", assume_role_policy=trust("ecs-tasks.amazonaws.com"))
_task_policy = aws.iam.RolePolicy(
    "task-policy",
    role=_task_role.id,
    policy=policy(
        allow(["secretsmanager:GetSecretValue"], credentials.arn),
        allow(["kms:Decrypt"], key.arn),
    ),
)

_task_definition = aws.ecs.TaskDefinition(
    "payment-task",
    family=physical_name("task"),
    requires_compatibilities=["FARGATE"],
    network_mode="awsvpc",
    cpu="1024",
    memory="2048",
    execution_role_arn=_execution_role.arn,
    task_role_arn=_task_role.arn,
    container_definitions=pulumi.Output.json_dumps(
        [
            {
                "name": _CONTAINER,
                "image": "nginx:latest",  # E5: a web server where the payment service should be.
                "essential": True,
                "portMappings": [{"containerPort": APPLICATION_PORT, "hostPort": APPLICATION_PORT, "protocol": "tcp"}],
                "environment": [
                    {"name": "ENVIRONMENT", "value": environment},
                    {"name": "DATABASE_SECRET", "value": credentials.name},
                ],
                "healthCheck": {
                    "command": [
                        "CMD-SHELL",
                        f"curl --fail --silent http://localhost:{APPLICATION_PORT}/health || exit 1",
                    ],
                    "interval": 15,
                    "timeout": 5,
                    "retries": 3,
                    "startPeriod": 30,
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
    desired_count=tasks["minimum"],
    network_configuration={
        "subnets": [subnet.id for subnet in private_subnets.values()],
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
    health_check_grace_period_seconds=90,
    deployment_minimum_healthy_percent=100,
    deployment_maximum_percent=200,
    deployment_circuit_breaker={"enable": True, "rollback": True},
    propagate_tags="SERVICE",
    enable_ecs_managed_tags=True,
    opts=pulumi.ResourceOptions(
        depends_on=[https_listener, *instances, _execution_policy, _task_policy],
        # The scaling below decides.
        ignore_changes=["desiredCount"],
    ),
)

_scaling = aws.appautoscaling.Target(
    "service-scaling",
    service_namespace="ecs",
    scalable_dimension="ecs:service:DesiredCount",
    resource_id=pulumi.Output.concat("service/", cluster.name, "/", service.name),
    min_capacity=tasks["minimum"],
    max_capacity=tasks["maximum"],
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
