"""The VPC, its ways out, and who may talk to whom in it."""

import pulumi
import pulumi_aws as aws

from foundation import log_group
from settings import (
    APPLICATION_PORT,
    DATABASE_PORT,
    ZONES,
    allow,
    needs_own_addresses,
    physical_name,
    policy,
    region,
    trust,
)

vpc = aws.ec2.Vpc("vpc", cidr_block="10.32.0.0/16", enable_dns_support=True, enable_dns_hostnames=True)
internet_gateway = aws.ec2.InternetGateway("internet-gateway", vpc_id=vpc.id)

public_routes = aws.ec2.RouteTable("public-routes", vpc_id=vpc.id)
aws.ec2.Route(
    "public-default-route",
    route_table_id=public_routes.id,
    destination_cidr_block="0.0.0.0/0",
    gateway_id=internet_gateway.id,
)
database_routes = aws.ec2.RouteTable("database-routes", vpc_id=vpc.id)

public_subnets = []
private_subnets = []
database_subnets = []
private_route_tables = []


def _subnet(letter, tier, routes):
    block = len(public_subnets) + len(private_subnets) + len(database_subnets)
    subnet = aws.ec2.Subnet(
        f"{tier}-{letter}",
        vpc_id=vpc.id,
        cidr_block=f"10.32.{block * 16}.0/20",
        availability_zone=ZONES[letter],
    )
    aws.ec2.RouteTableAssociation(f"{tier}-{letter}", subnet_id=subnet.id, route_table_id=routes.id)
    return subnet


for zone in ZONES:
    public_subnets.append(_subnet(zone, "public", public_routes))
    private_routes = aws.ec2.RouteTable(f"private-routes-{zone}", vpc_id=vpc.id)
    private_route_tables.append(private_routes)
    private_subnets.append(_subnet(zone, "private", private_routes))
    database_subnets.append(_subnet(zone, "database", database_routes))

if needs_own_addresses:
    # C1: version 7 of the SDK took the argument `vpc` away: where this branch runs, it ends in a TypeError.
    address = aws.ec2.Eip("nat-own", vpc=True)
else:
    # C2: nothing orders the address after the internet gateway.
    address = aws.ec2.Eip("nat")

# C2: nor the NAT gateway.
nat_gateway = aws.ec2.NatGateway("nat", allocation_id=address.allocation_id, subnet_id=public_subnets[0].id)

aws.ec2.Route(
    "private-default-route-a",
    route_table_id=private_route_tables[0].id,
    destination_cidr_block="0.0.0.0/0",
    nat_gateway_id=nat_gateway.id,
)
aws.ec2.Route(
    "private-default-route-b",
    route_table_id=private_route_tables[1].id,
    destination_cidr_block="0.0.0.0/0",
    # C2: the gateway's id as the console shows it, so that nothing orders the route after the gateway.
    nat_gateway_id="nat-0b7d4e19c2a85f631",
)

aws.ec2.DefaultSecurityGroup("default-group", vpc_id=vpc.id)


def _security_group(logical_name, description):
    return aws.ec2.SecurityGroup(logical_name, vpc_id=vpc.id, description=description)


load_balancer_group = _security_group("load-balancer-group", "Load balancer of the catalogue")
service_group = _security_group("service-group", "Tasks of the catalogue")
database_group = _security_group("database-group", "Database of the catalogue")
endpoint_group = _security_group("endpoint-group", "Interface endpoints of AWS services")


def _rule(logical_name, group, direction, port, **peer):
    # C13: no description says what a rule is for.
    aws.ec2.SecurityGroupRule(
        logical_name,
        type=direction,
        security_group_id=group.id,
        protocol="tcp",
        from_port=port,
        to_port=port,
        **peer,
    )


def _connect(client_name, client, server_name, server, port):
    _rule(f"{client_name}-to-{server_name}", client, "egress", port, source_security_group_id=server.id)
    _rule(f"{server_name}-from-{client_name}", server, "ingress", port, source_security_group_id=client.id)


_rule("load-balancer-https", load_balancer_group, "ingress", 443, cidr_blocks=["0.0.0.0/0"])
_rule("load-balancer-http", load_balancer_group, "ingress", 80, cidr_blocks=["0.0.0.0/0"])
_rule("service-to-https", service_group, "egress", 443, cidr_blocks=["0.0.0.0/0"])
_connect("load-balancer", load_balancer_group, "service", service_group, APPLICATION_PORT)
_connect("service", service_group, "database", database_group, DATABASE_PORT)
_connect("service", service_group, "endpoints", endpoint_group, 443)

aws.ec2.VpcEndpoint(
    "s3-endpoint",
    vpc_id=vpc.id,
    vpc_endpoint_type="Gateway",
    service_name=f"com.amazonaws.{region}.s3",
    route_table_ids=[table.id for table in private_route_tables],
)

for service in ("ecr.api", "ecr.dkr", "logs", "secretsmanager", "kms"):
    aws.ec2.VpcEndpoint(
        f"{service.replace('.', '-')}-endpoint",
        vpc_id=vpc.id,
        vpc_endpoint_type="Interface",
        service_name=f"com.amazonaws.{region}.{service}",
        subnet_ids=[subnet.id for subnet in private_subnets],
        security_group_ids=[endpoint_group.id],
        private_dns_enabled=True,
    )

_flow_log_group = log_group("flow-log-group", physical_name("flow-log"))
_flow_log_role = aws.iam.Role("flow-log-role", assume_role_policy=trust("vpc-flow-logs.amazonaws.com"))
_flow_log_policy = aws.iam.RolePolicy(
    "flow-log-policy",
    role=_flow_log_role.id,
    policy=policy(
        allow(
            ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
            pulumi.Output.concat(_flow_log_group.arn, ":*"),
        )
    ),
)
aws.ec2.FlowLog(
    "flow-log",
    vpc_id=vpc.id,
    traffic_type="ALL",
    log_destination_type="cloud-watch-logs",
    log_destination=_flow_log_group.arn,
    iam_role_arn=_flow_log_role.arn,
    opts=pulumi.ResourceOptions(depends_on=[_flow_log_policy]),
)
