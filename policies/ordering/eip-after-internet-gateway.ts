import { EC2_EIP, EC2_NAT_GATEWAY } from "../../src/aws/type-tokens";
import { isMadeByPackage } from "../../src/graph/components";
import { vpcOfNat } from "../../src/aws/network/nat-gateways";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { variablesOf } from "../../src/source/variables";
import { internetAccessOf } from "../../src/aws/network/vpc";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "eip-after-internet-gateway",
  category: "ordering",
  description: "Addresses of NAT gateways must wait for the internet gateway of their VPC",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["ordering"],
  failures: ["C2"],
  why:
    "An Elastic IP address is of no use before its VPC has an internet gateway, and AWS may reject its association until " +
    "then. When the stack is destroyed, the gateway cannot be detached while the address is still in use.",
  fix: {
    typescript: `new aws.ec2.Eip("nat", { domain: "vpc" }, { dependsOn: [internetGateway] });`,
    python: `aws.ec2.Eip("nat", domain="vpc", opts=pulumi.ResourceOptions(depends_on=[internet_gateway]))`,
    yaml: `resources:
  nat:
    type: aws:ec2:Eip
    properties:
      domain: vpc
    options:
      dependsOn: ["\${internetGateway}"]`,
  },
  limits:
    "Addresses of anything other than NAT gateways; those of a VPC whose internet gateway is not in the stack; those that " +
    "a component of a published package creates. On an address that exists the finding is advisory.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html"],
  stack(stack, { project, report }) {
    const checked = new Set<Resource>();
    for (const gateway of stack.ofType(EC2_NAT_GATEWAY)) {
      const vpc = vpcOfNat(stack, gateway);
      const { ways, attached } = vpc ? internetAccessOf(stack, vpc) : { ways: [], attached: [] };
      const addresses = ["allocationId", "secondaryAllocationIds", "availabilityZoneAddresses"].flatMap(
        (property) => stack.refs(gateway.at(property), EC2_EIP).resources,
      );
      for (const address of addresses) {
        const isLeftOut = address.external || isMadeByPackage(address) || checked.has(address);
        if (!isLeftOut && ways.length > 0 && !waitsForOneOf(stack, address, [...ways, ...attached])) {
          checked.add(address);
          report({
            at: address,
            onlyAtCreation: true,
            missingDependencies: ways,
            message:
              `This address of the NAT gateway ${gateway.name} does not wait for the internet gateway of the VPC: ` +
              `${makeWait(stack, address, ways, variablesOf(project.files))}.`,
            ...(isAlreadyOrdered(address, ways) && { level: "advisory" }),
          });
        }
      }
    }
  },
});
