"""What wakes the operators, and what they look at then."""

import pulumi
import pulumi_aws as aws

from compute import cluster, service
from database import cluster as database
from delivery import load_balancer, target_group
from foundation import operators_topic
from migration import function as migration_function
from settings import physical_name, region

_DATABASE = {"DBClusterIdentifier": database.cluster_identifier}
_SERVICE = {"ClusterName": cluster.name, "ServiceName": service.name}
_LOAD_BALANCER = {"LoadBalancer": load_balancer.arn_suffix}
_MIGRATION = {"FunctionName": migration_function.name}
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
_alarm("migration-errors", "A migration failed", "AWS/Lambda/Errors", _MIGRATION, 0, statistic="Sum")
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
    ("Task CPU (%)", "AWS/ECS/CPUUtilization", _SERVICE, "Average"),
    ("Task memory (%)", "AWS/ECS/MemoryUtilization", _SERVICE, "Average"),
    ("Response time (s)", "AWS/ApplicationELB/TargetResponseTime", _LOAD_BALANCER, "p95"),
    ("Requests", "AWS/ApplicationELB/RequestCount", _LOAD_BALANCER, "Sum"),
)
# One place to look at, whatever the alarm was.
aws.cloudwatch.Dashboard(
    "dashboard",
    dashboard_name=physical_name("overview"),
    dashboard_body=pulumi.Output.json_dumps(
        {"widgets": [_graph(position, *graph) for position, graph in enumerate(_GRAPHS)]}
    ),
)
