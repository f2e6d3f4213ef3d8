"""What wakes the operators, and what they look at then."""

import pulumi
import pulumi_aws as aws

from database import database
from delivery import load_balancer, target_group
from foundation import operators_topic
from service import cluster, service
from settings import physical_name, region

_DATABASE = {"DBInstanceIdentifier": database.identifier}
_SERVICE = {"ClusterName": cluster.name, "ServiceName": service.name}
_LOAD_BALANCER = {"LoadBalancer": load_balancer.arn_suffix}
_TARGETS = {**_LOAD_BALANCER, "TargetGroup": target_group.arn_suffix}

_GIGABYTE = 1024**3


def _alarm(
    logical_name, description, metric, dimensions, threshold, *, statistic="Average", comparison="GreaterThanThreshold"
):
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
        comparison_operator=comparison,
        threshold=threshold,
        treat_missing_data="notBreaching",
        alarm_actions=[operators_topic.arn],
        ok_actions=[operators_topic.arn],
    )


_alarm("database-cpu", "The database computes at its limit", "AWS/RDS/CPUUtilization", _DATABASE, 80)
_alarm(
    "database-connections",
    "The database comes close to the four hundred connections its class allows",
    "AWS/RDS/DatabaseConnections",
    _DATABASE,
    320,
    statistic="Maximum",
)
_alarm(
    "database-storage",
    "The database runs out of storage faster than it can grow",
    "AWS/RDS/FreeStorageSpace",
    _DATABASE,
    4 * _GIGABYTE,
    statistic="Minimum",
    comparison="LessThanThreshold",
)
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
    "One request in twenty takes longer than a second",
    "AWS/ApplicationELB/TargetResponseTime",
    _LOAD_BALANCER,
    1,
    statistic="p95",
)


def _graph(position, title, metric, dimensions, stat):
    namespace, metric_name = metric.rsplit("/", 1)
    row = [namespace, metric_name, *(part for dimension in dimensions.items() for part in dimension)]
    return {
        "type": "metric",
        "x": position % 2 * 12,
        "y": position // 2 * 6,
        "width": 12,
        "height": 6,
        "properties": {
            "title": title,
            "region": region,
            "view": "timeSeries",
            "stat": stat,
            "period": 60,
            "metrics": [row],
        },
    }


_GRAPHS = (
    ("Database CPU (%)", "AWS/RDS/CPUUtilization", _DATABASE, "Average"),
    ("Database connections", "AWS/RDS/DatabaseConnections", _DATABASE, "Maximum"),
    ("Database memory left (bytes)", "AWS/RDS/FreeableMemory", _DATABASE, "Minimum"),
    ("Response time (s)", "AWS/ApplicationELB/TargetResponseTime", _LOAD_BALANCER, "p95"),
)
aws.cloudwatch.Dashboard(
    "dashboard",
    dashboard_name=physical_name("overview"),
    dashboard_body=pulumi.Output.json_dumps(
        {"widgets": [_graph(position, *graph) for position, graph in enumerate(_GRAPHS)]}
    ),
)
