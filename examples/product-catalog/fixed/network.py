"""The VPC, its ways out, and who may talk to whom in it."""

import pulumi
import pulumi_aws as aws

from foundation import log_group
from settings import APPLICATION_PORT, DATABASE_PORT, ZONES, allow, physical_name, policy, region, trust

vpc = aws.ec2.Vpc("vpc", cidr_block="10.32.0.0/16", enable_dns_support=True, enable_dns_hostnames=True)
internet_gateway = aws.ec2.InternetGateway("internet-gateway", vpc_id=vpc.id)

public_routes = aws.ec2.RouteTable("public-routes", vpc_id=vpc.id)
public_default_route = aws.ec2.Route(
    "public-default-route",
    route_table_id=public_routes.id,
    destination_cidr_block="0.0.0.0/0",
    gateway_id=internet_gateway.id,
)
# The database talks to nobody outside the VPC: its table has no default route.
database_routes = aws.ec2.RouteTable("database-routes", vpc_id=vpc.id)

public_subnets = []
private_subnets = []
database_subnets = []
private_route_tables = []


def _subnet(letter, tier, routes):
    """A subnet in the next of the adjacent /20 blocks; 10.32.96.0 and above is free for more."""
    block = len(public_subnets) + len(private_subnets) + len(database_subnets)
    subnet = aws.ec2.Subnet(
        f"{tier}-{letter}",
        vpc_id=vpc.id,
        cidr_block=f"10.32.{block * 16}.0/20",
        availability_zone=ZONES[letter],
        map_public_ip_on_launch=False,
    )
    aws.ec2.RouteTableAssociation(f"{tier}-{letter}", subnet_id=subnet.id, route_table_id=routes.id)
    return subnet


for zone in ZONES:
    public_subnet = _subnet(zone, "public", public_routes)
    public_subnets.append(public_subnet)

    # An Elastic IP gets its address, and a NAT gateway its way out, through the internet gateway, which none of their
    # properties names.
    address = aws.ec2.Eip(
        f"nat-{zone}", domain="vpc", opts=pulumi.ResourceOptions(depends_on=[internet_gateway])
    )
    nat_gateway = aws.ec2.NatGateway(
        f"nat-{zone}",
        allocation_id=address.allocation_id,
        subnet_id=public_subnet.id,
        opts=pulumi.ResourceOptions(depends_on=[internet_gateway, public_default_route]),
    )

    private_routes = aws.ec2.RouteTable(f"private-routes-{zone}", vpc_id=vpc.id)
    aws.ec2.Route(
        f"private-default-route-{zone}",
        route_table_id=private_routes.id,
        destination_cidr_block="0.0.0.0/0",
        nat_gateway_id=nat_gateway.id,
    )
    private_route_tables.append(private_routes)
    private_subnets.append(_subnet(zone, "private", private_routes))
    database_subnets.append(_subnet(zone, "database", database_routes))

# The default group admits nobody, so that what is launched without a group is cut off.
aws.ec2.DefaultSecurityGroup("default-group", vpc_id=vpc.id)


def _security_group(logical_name, description):
    return aws.ec2.SecurityGroup(logical_name, vpc_id=vpc.id, description=description)


load_balancer_group = _security_group("load-balancer-group", "Load balancer of the catalogue")
service_group = _security_group("service-group", "Tasks of the catalogue")
database_group = _security_group("database-group", "Database of the catalogue")
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
    ("https", 443, "Shoppers over HTTPS"),
    ("http", 80, "Shoppers over HTTP, to be redirected to HTTPS"),
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
    description="Image layers in S3, and price feeds of suppliers",
)

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
