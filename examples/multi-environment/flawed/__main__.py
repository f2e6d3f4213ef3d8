"""Payment processing: a service on Fargate with an Aurora PostgreSQL database, one stack for each environment."""

import pulumi

import monitoring  # noqa: F401
from compute import cluster, service
from database import cluster as database
from database import credentials
from delivery import load_balancer
from network import vpc
from settings import domain_name

pulumi.export("url", f"https://{domain_name}")
pulumi.export("albDnsName", load_balancer.dns_name)
pulumi.export("vpcId", vpc.id)
pulumi.export("ecsClusterName", cluster.name)
pulumi.export("ecsServiceName", service.name)
pulumi.export("databaseEndpoint", database.endpoint)
pulumi.export("databaseReaderEndpoint", database.reader_endpoint)
pulumi.export("databaseSecretArn", credentials.arn)
