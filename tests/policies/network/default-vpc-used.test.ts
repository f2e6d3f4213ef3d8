import rule from "../../../policies/network/default-vpc-used";
import { vpc } from "../../kit/network";
import { resource, ruleTest, type BuiltResource, type Input } from "../../../src/testing";

const instance = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { instanceClass: "db.t4g.medium", ...more });

ruleTest(rule, {
  valid: [
    { name: "a subnet group", stack: [vpc, instance({ dbSubnetGroupName: "private" })] },
    { name: "a stack without a VPC", stack: [instance()] },
    { name: "a replica", stack: [vpc, instance({ replicateSourceDb: "orders-main" })] },
    { name: "a database that is restored", stack: [vpc, instance({ snapshotIdentifier: "orders-2026" })] },
    { name: "security groups of another stack", stack: [vpc, instance({ vpcSecurityGroupIds: ["sg-0a"] })] },
    { name: "a machine", stack: [vpc, resource("aws:ec2/instance:Instance", "builder", { ami: "ami-0a" })] },
  ],
  invalid: [
    {
      name: "a database and a cache",
      stack: [vpc, instance(), resource("aws:elasticache/cluster:Cluster", "sessions", { engine: "memcached" })],
      findings: [
        { resource: "orders", path: "dbSubnetGroupName", message: /default VPC, and the stack creates main/ },
        { resource: "sessions", path: "subnetGroupName" },
      ],
    },
  ],
});
