"""The VPC, its ways out, and who may talk to whom in it."""

import pulumi
import pulumi_aws as aws

from foundation import log_group
from settings import (
    APPLICATION_PORT,
    DATABASE_PORT,
    ZONES,
    allow,
    nat_per_zone,
    physical_name,
    policy,
    region,
    trust,
    vpc_cidr,
)

vpc = aws.ec2.Vpc("vpc", cidr_block=str(vpc_cidr), enable_dns_support=True, enable_dns_hostnames=True)
internet_gateway = aws.ec2.InternetGateway("internet-gateway", vpc_id=vpc.id)

public_routes = aws.ec2.RouteTable("public-routes", vpc_id=vpc.id)
public_default_route = aws.ec2.Route(
    "public-default-route",
    route_table_id=public_routes.id,
    destination_cidr_block="0.0.0.0/0",
    gateway_id=internet_gateway.id,
)
# Databases talk to nobody outside the VPC: their table has no default route.
database_routes = aws.ec2.RouteTable("database-routes", vpc_id=vpc.id)

# Adjacent blocks of 4096 addresses, three for each tier; the last seven are free for more.
_BLOCKS = vpc_cidr.subnets(new_prefix=20)


def _subnet(tier, letter, routes):
    subnet = aws.ec2.Subnet(
        f"{tier}-{letter}",
        vpc_id=vpc.id,
        cidr_block=str(next(_BLOCKS)),
        availability_zone=ZONES[letter],
        map_public_ip_on_launch=False,
    )
    aws.ec2.RouteTableAssociation(f"{tier}-{letter}", subnet_id=subnet.id, route_table_id=routes.id)
    return subnet


public_subnets = {letter: _subnet("public", letter, public_routes) for letter in ZONES}


def _nat_gateway(letter):
    address = aws.ec2.Eip(
        f"nat-{letter}", domain="vpc", opts=pulumi.ResourceOptions(depends_on=[internet_gateway])
    )
    return aws.ec2.NatGateway(
        f"nat-{letter}",
        allocation_id=address.allocation_id,
        subnet_id=public_subnets[letter].id,
        opts=pulumi.ResourceOptions(depends_on=[internet_gateway, public_default_route]),
    )


# Production keeps its way out when a zone fails; other environments share one.
_letters = list(ZONES) if nat_per_zone else list(ZONES)[:1]
nat_gateways = {letter: _nat_gateway(letter) for letter in _letters}

private_route_tables = {}
for zone in ZONES:
    routes = aws.ec2.RouteTable(f"private-routes-{zone}", vpc_id=vpc.id)
    aws.ec2.Route(
        f"private-default-route-{zone}",
        route_table_id=routes.id,
        destination_cidr_block="0.0.0.0/0",
        nat_gateway_id=nat_gateways.get(zone, nat_gateways[_letters[0]]).id,
    )
    private_route_tables[zone] = routes

private_subnets = {letter: _subnet("private", letter, private_route_tables[letter]) for letter in ZONES}
database_subnets = {letter: _subnet("database", letter, database_routes) for letter in ZONES}

# The default group admits nobody, so that what is launched without a group is cut off.
aws.ec2.DefaultSecurityGroup("default-group", vpc_id=vpc.id)


def _security_group(logical_name, description):
    return aws.ec2.SecurityGroup(logical_name, vpc_id=vpc.id, description=description)


load_balancer_group = _security_group("load-balancer-group", "Load balancer of payment processing")
service_group = _security_group("service-group", "Tasks of payment processing")
database_group = _security_group("database-group", "Database of payment processing")
endpoint_group = _security_group("endpoint-group", "Interface endpoints of AWS services")


def _connect(client_name, client, server_name, server, port, what):
    """Lets one group call another, at both ends."""
    ports = {"ip_protocol": "tcp", "from_port": port, "to_port": port}
    aws.vpc.SecurityGroupEgressRule(
        f"{client_name}-to-{server_name}",
        security_group_id=client.id,
        referenced_security_group_id=server.id,
        description=f"{what} to the {server_name}",
        **ports,
    )
    aws.vpc.SecurityGroupIngressRule(
        f"{server_name}-from-{client_name}",
        security_group_id=server.id,
        referenced_security_group_id=client.id,
        description=f"{what} from the {client_name}",
        **ports,
    )


for protocol, port, purpose in (
    ("https", 443, "Clients over HTTPS"),
    ("http", 80, "Clients over HTTP, to be redirected to HTTPS"),
):
    aws.vpc.SecurityGroupIngressRule(
        f"load-balancer-{protocol}",
        security_group_id=load_balancer_group.id,
        cidr_ipv4="0.0.0.0/0",
        ip_protocol="tcp",
        from_port=port,
        to_port=port,
        description=purpose,
    )

_connect("load-balancer", load_balancer_group, "service", service_group, APPLICATION_PORT, "Requests")
_connect("service", service_group, "database", database_group, DATABASE_PORT, "Queries")
_connect("service", service_group, "endpoints", endpoint_group, 443, "AWS API calls")

# Image layers come from S3, which has no security group to name.
aws.vpc.SecurityGroupEgressRule(
    "service-to-https",
    security_group_id=service_group.id,
    cidr_ipv4="0.0.0.0/0",
    ip_protocol="tcp",
    from_port=443,
    to_port=443,
    description="Image layers in S3, and the card networks",
)

aws.ec2.VpcEndpoint(
    "s3-endpoint",
    vpc_id=vpc.id,
    vpc_endpoint_type="Gateway",
    service_name=f"com.amazonaws.{region}.s3",
    route_table_ids=[table.id for table in private_route_tables.values()],
)

for service in ("ecr.api", "ecr.dkr", "logs", "secretsmanager", "kms"):
    aws.ec2.VpcEndpoint(
        f"{service.replace('.', '-')}-endpoint",
        vpc_id=vpc.id,
        vpc_endpoint_type="Interface",
        service_name=f"com.amazonaws.{region}.{service}",
        subnet_ids=[subnet.id for subnet in private_subnets.values()],
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
