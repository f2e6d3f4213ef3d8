import rule from "../../../policies/network/rds-private-subnets";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

/** An instance in two subnets of a VPC whose route table has these routes. */
function stackWith(...routes: Input[]): BuiltResource[] {
  const vpc = resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
  const table = resource("aws:ec2/routeTable:RouteTable", "table", { vpcId: vpc.id, routes });
  const subnets = ["a", "b"].map((name) => resource("aws:ec2/subnet:Subnet", name, { vpcId: vpc.id }));
  const associations = subnets.map((subnet) =>
    resource("aws:ec2/routeTableAssociation:RouteTableAssociation", `${subnet.$name}-table`, {
      subnetId: subnet.id,
      routeTableId: table.id,
    }),
  );
  const group = resource("aws:rds/subnetGroup:SubnetGroup", "group", { subnetIds: subnets.map(({ id }) => id) });
  const instance = resource("aws:rds/instance:Instance", "orders", {
    engine: "postgres",
    dbSubnetGroupName: group.name,
  });
  return [vpc, table, ...subnets, ...associations, group, instance];
}

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "subnets without a way to the internet", stack: stackWith() },
        {
          name: "subnets behind a NAT gateway",
          stack: stackWith({ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-0a1b2c3d" }),
        },
      ],
      invalid: [
        {
          name: "subnets with a route to an internet gateway",
          stack: stackWith({ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0a1b2c3d" }),
          findings: [{ resource: "orders", path: "dbSubnetGroupName", message: /Put private subnets/ }],
        },
        {
          name: "the default VPC",
          stack: [resource("aws:rds/instance:Instance", "orders", { engine: "postgres" })],
          findings: [{ resource: "orders", path: "dbSubnetGroupName", message: /default VPC/ }],
        },
      ],
      undecided: [
        {
          name: "a subnet group of another stack",
          stack: [resource("aws:rds/instance:Instance", "orders", { engine: "postgres", dbSubnetGroupName: "shared" })],
          at: ["orders.dbSubnetGroupName"],
        },
      ],
    },
  ),
);
