"""Product catalogue of the shop: a Flask service on Fargate with a PostgreSQL database."""

import pulumi

import monitoring  # noqa: F401
from database import credentials, host
from delivery import load_balancer
from network import vpc
from service import cluster, repository, service
from settings import domain_name

pulumi.export("url", f"https://{domain_name}")
pulumi.export("albDnsName", load_balancer.dns_name)
pulumi.export("vpcId", vpc.id)
pulumi.export("ecsClusterName", cluster.name)
pulumi.export("ecsServiceName", service.name)
pulumi.export("ecrRepositoryUrl", repository.repository_url)
pulumi.export("databaseAddress", host)
pulumi.export("databaseSecretArn", credentials.arn)
