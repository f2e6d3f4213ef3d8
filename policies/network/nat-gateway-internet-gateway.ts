import { isPrivateNat, vpcOfNat } from "../../src/aws/network/nat-gateways";
import { hasInternetGateway } from "../../src/aws/network/vpc";
import { EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "nat-gateway-internet-gateway",
  category: "network",
  description: "Public NAT gateways must be in a VPC with an internet gateway",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: [],
  why:
    "A public NAT gateway sends its traffic through the internet gateway of its VPC. AWS does not create it without one, so " +
    "the deployment stops half-way, with the private subnets cut off from the internet.",
  fix: {
    typescript: `const gateway = new aws.ec2.InternetGateway("main", { vpcId: vpc.id });
new aws.ec2.NatGateway("nat", { subnetId: publicSubnet.id, allocationId: address.id }, { dependsOn: [gateway] });`,
    python: `gateway = aws.ec2.InternetGateway("main", vpc_id=vpc.id)
aws.ec2.NatGateway("nat", subnet_id=public_subnet.id, allocation_id=address.id,
    opts=pulumi.ResourceOptions(depends_on=[gateway]))`,
    yaml: `resources:
  gateway:
    type: aws:ec2:InternetGateway
    properties:
      vpcId: \${vpc.id}
  nat:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicSubnet.id}
      allocationId: \${address.id}
    options:
      dependsOn: ["\${gateway}"]`,
  },
  limits:
    "VPCs that exist already or are not known, to which something else may attach a gateway; VPCs that resources of other " +
    "providers use; internet gateways whose VPC is not known.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  ],
  stack(stack, { report, undecided }) {
    for (const gateway of stack.managed(EC2_NAT_GATEWAY)) {
      const vpc = vpcOfNat(stack, gateway);
      const isPrivate = isPrivateNat(gateway);
      if (vpc === undefined || isPrivate === true || hasInternetGateway(stack, vpc) !== false) {
        continue;
      }
      if (isPrivate === UNKNOWN) {
        undecided(gateway, "connectivityType");
      } else {
        report({
          at: gateway,
          onlyAtCreation: true,
          message:
            `The VPC ${vpc.name} has no internet gateway, and AWS creates no public NAT gateway without one. Add an ` +
            "aws.ec2.InternetGateway for the VPC, and let this NAT gateway wait for it.",
          awsError: "Network vpc-… has no Internet gateway attached",
        });
      }
    }
  },
});
