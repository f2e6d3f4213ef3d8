"""The way from a client to payments: its name, the load balancer and what protects it."""

import pulumi_aws as aws

from network import load_balancer_group, public_subnets, vpc
from settings import APPLICATION_PORT, domain_name, hosted_zone_id, keeps_data, log_archive_bucket

_certificate = aws.acm.Certificate("certificate", domain_name=domain_name, validation_method="DNS")
_validation = _certificate.domain_validation_options[0]
_validation_record = aws.route53.Record(
    "certificate-validation-record",
    zone_id=hosted_zone_id,
    name=_validation.resource_record_name,
    type=_validation.resource_record_type,
    records=[_validation.resource_record_value],
    ttl=300,
)
_validated_certificate = aws.acm.CertificateValidation(
    "certificate-validation",
    certificate_arn=_certificate.arn,
    validation_record_fqdns=[_validation_record.fqdn],
)

load_balancer = aws.lb.LoadBalancer(
    "load-balancer",
    load_balancer_type="application",
    internal=False,
    subnets=[subnet.id for subnet in public_subnets.values()],
    security_groups=[load_balancer_group.id],
    drop_invalid_header_fields=True,
    enable_deletion_protection=keeps_data,
    access_logs={"enabled": True, "bucket": log_archive_bucket, "prefix": "payment-processing"},
)

target_group = aws.lb.TargetGroup(
    "service-targets",
    vpc_id=vpc.id,
    target_type="ip",
    protocol="HTTP",
    port=APPLICATION_PORT,
    deregistration_delay=30,
    health_check={
        "path": "/health",
        "protocol": "HTTP",
        "matcher": "200",
        "interval": 15,
        "timeout": 5,
        "healthy_threshold": 2,
        "unhealthy_threshold": 3,
    },
)

https_listener = aws.lb.Listener(
    "https-listener",
    load_balancer_arn=load_balancer.arn,
    protocol="HTTPS",
    port=443,
    ssl_policy="ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    certificate_arn=_validated_certificate.certificate_arn,
    default_actions=[{"type": "forward", "target_group_arn": target_group.arn}],
)

aws.lb.Listener(
    "http-listener",
    load_balancer_arn=load_balancer.arn,
    protocol="HTTP",
    port=80,
    default_actions=[
        {"type": "redirect", "redirect": {"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}}
    ],
)

aws.route53.Record(
    "address-record",
    zone_id=hosted_zone_id,
    name=domain_name,
    type="A",
    aliases=[{"name": load_balancer.dns_name, "zone_id": load_balancer.zone_id, "evaluate_target_health": True}],
)


def _visibility(metric_name):
    return {"metric_name": metric_name, "cloudwatch_metrics_enabled": True, "sampled_requests_enabled": True}


_web_acl = aws.wafv2.WebAcl(
    "web-acl",
    description="Requests to payment processing",
    scope="REGIONAL",
    default_action={"allow": {}},
    visibility_config=_visibility("payments"),
    rules=[
        {
            "name": name,
            "priority": priority,
            "override_action": {"none": {}},
            "statement": {"managed_rule_group_statement": {"vendor_name": "AWS", "name": name}},
            "visibility_config": _visibility(name),
        }
        for priority, name in enumerate(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"])
    ]
    + [
        {
            "name": "RequestsPerAddress",
            "priority": 2,
            "action": {"block": {}},
            "statement": {"rate_based_statement": {"aggregate_key_type": "IP", "limit": 2000}},
            "visibility_config": _visibility("RequestsPerAddress"),
        }
    ],
)
aws.wafv2.WebAclAssociation("web-acl-association", resource_arn=load_balancer.arn, web_acl_arn=_web_acl.arn)
