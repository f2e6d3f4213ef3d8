import rule from "../../../policies/validity/security-group-vpc";
import { vpc } from "../../kit/network";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const staging = resource("aws:ec2/vpc:Vpc", "staging", { cidrBlock: "10.1.0.0/16" });
const subnetIn = (name: string, vpcId: Input): BuiltResource => resource("aws:ec2/subnet:Subnet", name, { vpcId });
const a = subnetIn("a", vpc.id);
const b = subnetIn("b", vpc.id);
const other = subnetIn("other", staging.id);
const group = resource("aws:ec2/securityGroup:SecurityGroup", "database", { vpcId: vpc.id });
const inDefault = resource("aws:ec2/securityGroup:SecurityGroup", "default-vpc");
const subnets = resource("aws:rds/subnetGroup:SubnetGroup", "database", { subnetIds: [a.id, b.id] });
const network = [vpc, a, b, group, subnets];
const instance = (more: Record<string, Input>): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", {
    instanceClass: "db.t4g.medium",
    vpcSecurityGroupIds: [group.id],
    ...more,
  });
const fn = (subnetIds: Input, securityGroupIds: Input): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", { role: "x", vpcConfig: { subnetIds, securityGroupIds } });

ruleTest(rule, {
  valid: [
    { name: "a subnet group of the same VPC", stack: [...network, instance({ dbSubnetGroupName: subnets.name })] },
    { name: "a subnet group of another stack", stack: [...network, instance({ dbSubnetGroupName: "shared" })] },
    {
      name: "a replica, which is in the VPC of its source",
      stack: [...network, instance({ replicateSourceDb: "orders-main" })],
    },
    {
      name: "a group of the default VPC",
      stack: [inDefault, instance({ vpcSecurityGroupIds: [inDefault.id] })],
    },
    { name: "a group of another stack", stack: [instance({ vpcSecurityGroupIds: ["sg-0a"] })] },
    { name: "no groups", stack: [instance({ vpcSecurityGroupIds: undefined })] },
    { name: "a function", stack: [...network, fn([a.id, b.id], [group.id])] },
    { name: "subnets that are not known yet", stack: [...network, fn(unknown, [group.id])] },
    {
      name: "a group whose VPC is not known yet",
      stack: [
        resource("aws:ec2/securityGroup:SecurityGroup", "shared", { vpcId: unknown }),
        instance({
          vpcSecurityGroupIds: [resource("aws:ec2/securityGroup:SecurityGroup", "shared", { vpcId: unknown }).id],
        }),
      ],
    },
    {
      name: "a group that is associated with the second VPC",
      stack: [
        ...network,
        staging,
        other,
        resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "staging", {
          securityGroupId: group.id,
          vpcId: staging.id,
        }),
        fn([other.id], [group.id]),
      ],
    },
    {
      name: "an instance with a launch template",
      stack: [
        vpc,
        group,
        resource("aws:ec2/instance:Instance", "bastion", {
          vpcSecurityGroupIds: [group.id],
          launchTemplate: { id: "lt-0a" },
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "a database in the default VPC",
      shape: "preview",
      stack: [...network, instance({})],
      findings: [
        {
          resource: "orders",
          path: "dbSubnetGroupName",
          message: /^Without `dbSubnetGroupName` .* default VPC.*VPC main.*different VPCs/s,
        },
      ],
    },
    {
      name: "an instance in the default VPC",
      shape: "preview",
      stack: [vpc, group, resource("aws:ec2/instance:Instance", "bastion", { vpcSecurityGroupIds: [group.id] })],
      findings: [{ resource: "bastion", path: "subnetId" }],
    },
    {
      name: "a function in two VPCs",
      shape: "preview",
      stack: [...network, staging, other, fn([other.id], [group.id])],
      findings: [{ resource: "worker", path: "vpcConfig.securityGroupIds", message: /VPC staging.*VPC main/ }],
    },
    {
      name: "a function with a group of the default VPC",
      shape: "preview",
      stack: [...network, inDefault, fn([a.id], [inDefault.id])],
      findings: [{ resource: "worker", path: "vpcConfig.securityGroupIds" }],
    },
    {
      name: "a function that exists already",
      shape: "up",
      stack: [...network, inDefault, fn([a.id], [inDefault.id])],
      findings: [{ resource: "worker", path: "vpcConfig.securityGroupIds", level: "advisory" }],
    },
  ],
});
