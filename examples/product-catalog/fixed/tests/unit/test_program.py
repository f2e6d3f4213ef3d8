"""Runs the program against mocks and looks at what it registers: python -m unittest discover tests/unit"""

import json
import runpy
import sys
import unittest
from pathlib import Path

import pulumi

PROGRAM = Path(__file__).parents[2]

CONFIG = {
    "aws:region": "us-east-1",
    "product-catalog:domainName": "catalog.test",
    "product-catalog:hostedZoneId": "zone",
    "product-catalog:imageVersion": "1.2.3",
    "product-catalog:logArchiveBucket": "logs",
    "product-catalog:minimumTasks": "2",
    "product-catalog:operatorsEmail": "operators@catalog.test",
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
            "masterUserSecrets": [{"secretArn": "arn:test:credentials"}],
            "repositoryUrl": f"registry.test/{args.name}",
        }
        return f"{args.name}-id", {**computed, **args.inputs}

    def call(self, args):
        return {"accountId": "test-account"}


def setUpModule():
    pulumi.runtime.set_mocks(Mocks(), project="product-catalog", stack="test")
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
    def test_every_tier_spans_two_zones_with_a_nat_gateway_each(self):
        zones = [subnet["availabilityZone"] for subnet in of_type("aws:ec2/subnet:Subnet")]
        self.assertEqual(sorted(zones), ["us-east-1a"] * 3 + ["us-east-1b"] * 3)
        self.assertEqual(len(of_type("aws:ec2/natGateway:NatGateway")), 2)

    def test_addresses_belong_to_the_vpc(self):
        self.assertEqual({address["domain"] for address in of_type("aws:ec2/eip:Eip")}, {"vpc"})

    def test_every_rule_of_a_security_group_says_what_it_is_for(self):
        for direction in ("Ingress", "Egress"):
            for rule in of_type(f"aws:vpc/securityGroup{direction}Rule:SecurityGroup{direction}Rule"):
                self.assertTrue(rule.get("description"))

    def test_the_database_admits_the_service_only(self):
        rules = of_type("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        (rule,) = [rule for rule in rules if rule["fromPort"] == 5432]
        self.assertNotIn("cidrIpv4", rule)
        self.assertEqual(rule["referencedSecurityGroupId"], "service-group-id")


class DatabaseTest(unittest.TestCase):
    def test_the_database_is_encrypted_backed_up_and_has_a_password_of_rds(self):
        database = only("aws:rds/instance:Instance")
        self.assertTrue(database["storageEncrypted"])
        self.assertTrue(database["manageMasterUserPassword"])
        self.assertNotIn("password", database)
        self.assertEqual(database["backupRetentionPeriod"], 7)

    def test_the_stack_can_be_destroyed_with_its_data(self):
        self.assertTrue(only("aws:rds/instance:Instance")["skipFinalSnapshot"])
        self.assertTrue(only("aws:ecr/repository:Repository")["forceDelete"])


class ServiceTest(unittest.TestCase):
    def container(self):
        (container,) = json.loads(only("aws:ecs/taskDefinition:TaskDefinition")["containerDefinitions"])
        return container

    def test_the_container_is_checked_and_gets_a_key_of_the_secret(self):
        container = self.container()
        self.assertIn("/health", container["healthCheck"]["command"][1])
        self.assertTrue(container["secrets"][0]["valueFrom"].endswith(":username::"))

    def test_the_container_runs_a_version(self):
        self.assertTrue(self.container()["image"].endswith(":1.2.3"))

    def test_a_deployment_keeps_all_tasks_and_undoes_itself(self):
        service = only("aws:ecs/service:Service")
        self.assertEqual(service["deploymentMinimumHealthyPercent"], 100)
        self.assertTrue(service["deploymentCircuitBreaker"]["rollback"])


if __name__ == "__main__":
    unittest.main()
