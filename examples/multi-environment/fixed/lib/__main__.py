"""Payment processing: a service on Fargate with an Aurora PostgreSQL database, one stack for each environment."""

import pulumi

import monitoring  # noqa: F401
from compute import cluster, service
from database import administrator_secret_arn
from database import cluster as database
from delivery import load_balancer
from migration import function
from network import vpc
from settings import domain_name

pulumi.export("url", f"https://{domain_name}")
pulumi.export("albDnsName", load_balancer.dns_name)
pulumi.export("vpcId", vpc.id)
pulumi.export("ecsClusterName", cluster.name)
pulumi.export("ecsServiceName", service.name)
pulumi.export("databaseEndpoint", database.endpoint)
pulumi.export("databaseReaderEndpoint", database.reader_endpoint)
pulumi.export("databaseSecretArn", administrator_secret_arn)
pulumi.export("migrationFunctionName", function.name)
