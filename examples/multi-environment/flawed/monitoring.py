"""What wakes the operators."""

import pulumi_aws as aws

from compute import cluster, service
from database import cluster as database
from delivery import load_balancer, target_group
from foundation import operators_topic

_DATABASE = {"DBClusterIdentifier": database.cluster_identifier}
_SERVICE = {"ClusterName": cluster.name, "ServiceName": service.name}
_LOAD_BALANCER = {"LoadBalancer": load_balancer.arn_suffix}
_TARGETS = {**_LOAD_BALANCER, "TargetGroup": target_group.arn_suffix}


def _alarm(logical_name, description, metric, dimensions, threshold, *, statistic="Average"):
    """An alarm that tells the operators after three bad minutes, and when they are over."""
    namespace, metric_name = metric.rsplit("/", 1)
    is_percentile = statistic.startswith("p")
    aws.cloudwatch.MetricAlarm(
        logical_name,
        alarm_description=description,
        namespace=namespace,
        metric_name=metric_name,
        dimensions=dimensions,
        statistic=None if is_percentile else statistic,
        extended_statistic=statistic if is_percentile else None,
        period=60,
        evaluation_periods=3,
        comparison_operator="GreaterThanThreshold",
        threshold=threshold,
        treat_missing_data="notBreaching",
        alarm_actions=[operators_topic.arn],
        ok_actions=[operators_topic.arn],
    )


_alarm("database-cpu", "The database computes at its limit", "AWS/RDS/CPUUtilization", _DATABASE, 80)
_alarm(
    "database-connections",
    "The database is asked for more connections than the tasks' pools should open",
    "AWS/RDS/DatabaseConnections",
    _DATABASE,
    150,
    statistic="Maximum",
)
_alarm("database-capacity", "The database cannot grow much more", "AWS/RDS/ACUUtilization", _DATABASE, 90)
_alarm("service-cpu", "The tasks compute at their limit", "AWS/ECS/CPUUtilization", _SERVICE, 80)
_alarm("service-memory", "The tasks are short of memory", "AWS/ECS/MemoryUtilization", _SERVICE, 80)
_alarm(
    "unhealthy-targets",
    "Tasks fail the load balancer's health check",
    "AWS/ApplicationELB/UnHealthyHostCount",
    _TARGETS,
    0,
    statistic="Maximum",
)
_alarm(
    "response-time",
    "One payment in twenty takes longer than a second",
    "AWS/ApplicationELB/TargetResponseTime",
    _LOAD_BALANCER,
    1,
    statistic="p95",
)

# E8: no dashboard: an engineer on call looks for the metrics one service at a time.
