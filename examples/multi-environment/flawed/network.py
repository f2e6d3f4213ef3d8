"""The VPC, its ways out, and who may talk to whom in it."""

import pulumi
import pulumi_aws as aws

from settings import APPLICATION_PORT, DATABASE_PORT, ZONES, region

# E4: no flow log: who talked to whom cannot be seen afterwards.
vpc = aws.ec2.Vpc("vpc", cidr_block="10.50.0.0/16", enable_dns_support=True, enable_dns_hostnames=True)
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


def _subnet(tier, number, letter, routes):
    # E7: blocks of 256 addresses from .0, .10 and .20 on: what lies between them is lost to any larger tier.
    subnet = aws.ec2.Subnet(
        f"{tier}-{letter}",
        vpc_id=vpc.id,
        cidr_block=f"10.50.{number}.0/24",
        availability_zone=ZONES[letter],
    )
    aws.ec2.RouteTableAssociation(f"{tier}-{letter}", subnet_id=subnet.id, route_table_id=routes.id)
    return subnet


public_subnets = {letter: _subnet("public", index, letter, public_routes) for index, letter in enumerate(ZONES)}

address = aws.ec2.Eip("nat", domain="vpc", opts=pulumi.ResourceOptions(depends_on=[internet_gateway]))
nat_gateway = aws.ec2.NatGateway(
    "nat",
    allocation_id=address.allocation_id,
    subnet_id=public_subnets["a"].id,
    opts=pulumi.ResourceOptions(depends_on=[internet_gateway, public_default_route]),
)

private_routes = aws.ec2.RouteTable("private-routes", vpc_id=vpc.id)
aws.ec2.Route(
    "private-default-route",
    route_table_id=private_routes.id,
    destination_cidr_block="0.0.0.0/0",
    nat_gateway_id=nat_gateway.id,
)

private_subnets = {
    letter: _subnet("private", index + 10, letter, private_routes) for index, letter in enumerate(ZONES)
}
database_subnets = {
    letter: _subnet("database", index + 20, letter, database_routes) for index, letter in enumerate(ZONES)
}

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
    route_table_ids=[private_routes.id],
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
