"""The API and its alarms."""

import json

import pulumi
import pulumi_aws as aws

from data import bookings, key
from settings import PRIMARY, domain_name, hosted_zone_id, named, operators_email, trust


def alarm(part: str, region: str, topic: aws.sns.Topic, **watched: object) -> None:
    """Notifies the operators after three bad minutes."""
    aws.cloudwatch.MetricAlarm(
        named(part, region),
        **{
            "region": region,
            "alarm_description": f"{part} of the bookings API in {region}",
            "statistic": "Sum",
            "period": 60,
            "evaluation_periods": 3,
            "comparison_operator": "GreaterThanThreshold",
            "threshold": 0,
            "treat_missing_data": "notBreaching",
            "alarm_actions": [topic.arn],
            "ok_actions": [topic.arn],
            **watched,
        },
    )


def log_group(part: str, region: str, name: str) -> aws.cloudwatch.LogGroup:
    return aws.cloudwatch.LogGroup(
        named(part, region), region=region, name=name, retention_in_days=90, kms_key_id=key.arn
    )


def function_in(region: str) -> aws.lambda_.Function:
    name = named("api", region)
    logs = log_group("function-logs", region, f"/aws/lambda/{name}")
    role = aws.iam.Role(name, assume_role_policy=trust("lambda.amazonaws.com"))
    policy = aws.iam.RolePolicy(
        name,
        role=role.id,
        policy=pulumi.Output.json_dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                        "Resource": pulumi.Output.concat(logs.arn, ":*"),
                    },
                    {
                        "Effect": "Allow",
                        "Action": "dynamodb:GetItem",
                        "Resource": bookings.arn,
                    },
                    {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": key.arn},
                    {
                        "Effect": "Allow",
                        "Action": ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
                        "Resource": "*",
                    },
                ],
            }
        ),
    )
    return aws.lambda_.Function(
        name,
        region=region,
        name=name,
        runtime="python3.13",
        handler="index.handle",
        code=pulumi.FileArchive("handler"),
        role=role.arn,
        timeout=10,
        memory_size=256,
        kms_key_arn=key.arn,
        tracing_config={"mode": "Active"},
        environment={"variables": {"BOOKINGS_TABLE": bookings.name}},
        opts=pulumi.ResourceOptions(depends_on=[policy, logs]),
    )


def domain_in(region: str) -> aws.apigatewayv2.DomainName:
    certificate = aws.acm.Certificate(
        named("api", region), region=region, domain_name=domain_name, validation_method="DNS"
    )
    proof = certificate.domain_validation_options[0]
    record = aws.route53.Record(
        named("certificate", region),
        zone_id=hosted_zone_id,
        name=proof.resource_record_name,
        type=proof.resource_record_type,
        records=[proof.resource_record_value],
        ttl=300,
        allow_overwrite=True,
    )
    validated = aws.acm.CertificateValidation(
        named("api", region),
        region=region,
        certificate_arn=certificate.arn,
        validation_record_fqdns=[record.fqdn],
    )
    return aws.apigatewayv2.DomainName(
        named("api", region),
        region=region,
        domain_name=domain_name,
        domain_name_configuration={
            "certificate_arn": validated.certificate_arn,
            "endpoint_type": "REGIONAL",
            "security_policy": "TLS_1_2",
        },
    )


def api_in(region: str) -> aws.apigatewayv2.Api:
    name = named("api", region)
    function = function_in(region)
    api = aws.apigatewayv2.Api(name, region=region, protocol_type="HTTP")
    integration = aws.apigatewayv2.Integration(
        name,
        region=region,
        api_id=api.id,
        integration_type="AWS_PROXY",
        integration_uri=function.invoke_arn,
        payload_format_version="2.0",
    )
    routes = [
        aws.apigatewayv2.Route(
            named(part, region),
            region=region,
            api_id=api.id,
            route_key=route_key,
            target=pulumi.Output.concat("integrations/", integration.id),
        )
        for part, route_key in (("booking", "GET /bookings/{id}"), ("health", "GET /health"))
    ]
    aws.lambda_.Permission(
        name,
        region=region,
        function=function.name,
        action="lambda:InvokeFunction",
        principal="apigateway.amazonaws.com",
        source_arn=pulumi.Output.concat(api.execution_arn, "/*"),
    )
    stage = aws.apigatewayv2.Stage(
        name,
        region=region,
        api_id=api.id,
        name="$default",
        auto_deploy=True,
        access_log_settings={
            "destination_arn": log_group("access-logs", region, named("access", region)).arn,
            "format": json.dumps({"requestId": "$context.requestId", "status": "$context.status"}),
        },
        default_route_settings={"throttling_burst_limit": 200, "throttling_rate_limit": 100},
        opts=pulumi.ResourceOptions(depends_on=routes),
    )
    domain = domain_in(region)
    aws.apigatewayv2.ApiMapping(name, region=region, api_id=api.id, domain_name=domain.id, stage=stage.id)

    topic = aws.sns.Topic(named("on-call", region), region=region, kms_master_key_id=key.arn)
    aws.sns.TopicSubscription(
        named("on-call", region), region=region, topic=topic.arn, protocol="email", endpoint=operators_email
    )
    alarm(
        "errors",
        region,
        topic,
        namespace="AWS/Lambda",
        metric_name="Errors",
        dimensions={"FunctionName": function.name},
    )
    for access in ("Read", "Write"):
        alarm(
            f"{access.lower()}-throttling",
            region,
            topic,
            namespace="AWS/DynamoDB",
            metric_name=f"{access}ThrottleEvents",
            dimensions={"TableName": bookings.name},
        )
    aws.route53.Record(
        name,
        zone_id=hosted_zone_id,
        name=domain_name,
        type="A",
        aliases=[
            {
                "name": domain.domain_name_configuration.target_domain_name,
                "zone_id": domain.domain_name_configuration.hosted_zone_id,
                "evaluate_target_health": False,
            }
        ],
    )
    return api


api = api_in(PRIMARY)
