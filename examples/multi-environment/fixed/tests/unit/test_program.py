"""Runs the program against mocks and looks at what it registers: python -m unittest discover tests/unit"""

import json
import runpy
import sys
import unittest
from ipaddress import ip_network
from pathlib import Path

import pulumi

PROGRAM = Path(__file__).parents[2] / "lib"

CONFIG = {
    "aws:region": "us-east-1",
    "TapStack:databaseCapacity": '{"minimum": 0.5, "maximum": 4}',
    "TapStack:domainName": "payments.test",
    "TapStack:hostedZoneId": "zone",
    "TapStack:imageVersion": "1.2.3",
    "TapStack:keepsData": "false",
    "TapStack:logArchiveBucket": "logs",
    "TapStack:natPerZone": "false",
    "TapStack:operatorsEmail": "operators@payments.test",
    "TapStack:tasks": '{"minimum": 2, "maximum": 4}',
    "TapStack:vpcCidr": "10.9.0.0/16",
}

registered = []


class Mocks(pulumi.runtime.Mocks):
    def new_resource(self, args):
        registered.append(args)
        # What AWS makes up and this program reads.
        computed = {
            "name": args.name,
            "arn": f"arn:test:{args.name}",
            "domainValidationOptions": [{"resourceRecordName": "name", "resourceRecordType": "CNAME"}],
            "clusterResourceId": "cluster-TEST",
            "masterUserSecrets": [{"secretArn": "arn:test:credentials"}],
        }
        return f"{args.name}-id", {**computed, **args.inputs}

    def call(self, args):
        return {"accountId": "test-account"}


def setUpModule():
    pulumi.runtime.set_mocks(Mocks(), project="TapStack", stack="test")
    pulumi.runtime.set_all_config(CONFIG)
    sys.path.insert(0, str(PROGRAM))
    run_program()


@pulumi.runtime.test
def run_program():
    runpy.run_path(str(PROGRAM / "__main__.py"))


def of_type(token):
    return [resource.inputs for resource in registered if resource.typ == token]


def only(token):
    (inputs,) = of_type(token)
    return inputs


class NetworkTest(unittest.TestCase):
    def test_every_tier_spans_three_zones(self):
        zones = [subnet["availabilityZone"] for subnet in of_type("aws:ec2/subnet:Subnet")]
        self.assertEqual(sorted(zones), sorted(["us-east-1a", "us-east-1b", "us-east-1c"] * 3))

    def test_blocks_follow_each_other(self):
        blocks = sorted(ip_network(subnet["cidrBlock"]) for subnet in of_type("aws:ec2/subnet:Subnet"))
        self.assertEqual(blocks, list(ip_network("10.9.0.0/16").subnets(new_prefix=20))[:9])

    def test_an_environment_that_is_not_production_has_one_nat_gateway(self):
        self.assertEqual(len(of_type("aws:ec2/natGateway:NatGateway")), 1)

    def test_the_traffic_of_the_vpc_is_logged(self):
        flow_log = only("aws:ec2/flowLog:FlowLog")
        self.assertEqual((flow_log["vpcId"], flow_log["trafficType"]), ("vpc-id", "ALL"))

    def test_the_database_admits_the_service_only(self):
        rules = of_type("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        (rule,) = [rule for rule in rules if rule["fromPort"] == 5432]
        self.assertNotIn("cidrIpv4", rule)
        self.assertEqual(rule["referencedSecurityGroupId"], "service-group-id")


class DatabaseTest(unittest.TestCase):
    def test_no_password_passes_through_the_program(self):
        cluster = only("aws:rds/cluster:Cluster")
        self.assertTrue(cluster["manageMasterUserPassword"])
        self.assertNotIn("masterPassword", cluster)

    def test_the_migrations_run_before_the_service_starts(self):
        types = [resource.typ for resource in registered]
        migration = types.index("aws:lambda/invocation:Invocation")
        self.assertLess(migration, types.index("aws:ecs/service:Service"))
        self.assertEqual(len(only("aws:lambda/invocation:Invocation")["triggers"]["migrations"]), 64)

    def test_an_environment_without_data_of_its_own_can_be_destroyed(self):
        cluster = only("aws:rds/cluster:Cluster")
        self.assertTrue(cluster["skipFinalSnapshot"])
        self.assertFalse(cluster["deletionProtection"])


class ServiceTest(unittest.TestCase):
    def container(self):
        (container,) = json.loads(only("aws:ecs/taskDefinition:TaskDefinition")["containerDefinitions"])
        return container

    def test_the_container_is_the_application(self):
        self.assertEqual(
            self.container()["image"], "test-account.dkr.ecr.us-east-1.amazonaws.com/payment-processor:1.2.3"
        )

    def test_the_container_has_no_credentials(self):
        self.assertNotIn("secrets", self.container())
        self.assertFalse([pair for pair in self.container()["environment"] if "PASSWORD" in pair["name"]])


if __name__ == "__main__":
    unittest.main()
