import { EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import { isMadeByPackage } from "../../src/graph/components";
import { isPrivateNat, vpcOfNat } from "../../src/aws/network/nat-gateways";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import { UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { internetAccessOf } from "../../src/aws/network/vpc";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "nat-gateway-after-internet-gateway",
  category: "ordering",
  description: "Public NAT gateways must wait for the internet gateway of their VPC",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["ordering"],
  failures: ["F18", "C2"],
  why:
    "AWS does not create a public NAT gateway in a VPC that has no internet gateway yet. No argument of the NAT gateway " +
    "comes from the internet gateway, so without an explicit dependency Pulumi creates both at the same time, and the " +
    "deployment fails whenever the NAT gateway comes first.",
  fix: {
    typescript: `new aws.ec2.NatGateway("nat", { subnetId: publicSubnet.id, allocationId: address.id }, {
  dependsOn: [internetGateway],
});`,
    python: `aws.ec2.NatGateway("nat", subnet_id=public_subnet.id, allocation_id=address.id,
    opts=pulumi.ResourceOptions(depends_on=[internet_gateway]))`,
    yaml: `resources:
  nat:
    type: aws:ec2:NatGateway
    properties:
      subnetId: \${publicSubnet.id}
      allocationId: \${address.id}
    options:
      dependsOn: ["\${internetGateway}"]`,
  },
  limits:
    "Private NAT gateways; NAT gateways in a VPC that is not known, or whose internet gateway is not in the stack; NAT " +
    "gateways that a component of a published package creates. On a NAT gateway that exists the finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  ],
  stack(stack, { project, report, undecided }) {
    for (const gateway of stack.managed(EC2_NAT_GATEWAY).filter((one) => !isMadeByPackage(one))) {
      const vpc = vpcOfNat(stack, gateway);
      const { ways } = vpc ? internetAccessOf(stack, vpc) : { ways: [] };
      if (ways.length === 0 || waitsForOneOf(stack, gateway, ways)) {
        continue;
      }
      const isPrivate = isPrivateNat(gateway);
      if (isPrivate === UNKNOWN) {
        undecided(gateway, "connectivityType");
      } else if (!isPrivate) {
        report({
          at: gateway,
          onlyAtCreation: true,
          missingDependencies: ways,
          message:
            "This NAT gateway does not wait for the internet gateway of its VPC, so it may be created too early: " +
            `${makeWait(stack, gateway, ways, variablesOf(project.files))}.`,
          awsError: "Network vpc-… has no Internet gateway attached",
          ...(isAlreadyOrdered(gateway, ways) && { level: "advisory" }),
        });
      }
    }
  },
});
