import { EC2_VPC_ENDPOINT_SERVICE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

// The name of the provider's type is misspelled.
const PRINCIPAL = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple";

export default defineRule({
  id: "vpc-endpoint-service-public",
  category: "network",
  description: "Endpoint services must not admit every AWS account",
  severity: "high",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "With the principal `*`, everyone with an AWS account who learns the name of the service can create an endpoint for it. " +
    "Where no one accepts the connections, they work at once, past every gateway and list of addresses.",
  fix: {
    typescript: `allowedPrincipals: ["arn:aws:iam::464738291005:root"], // not "*"`,
    python: `allowed_principals=["arn:aws:iam::464738291005:root"],  # not "*"`,
    yaml: `allowedPrincipals: ["arn:aws:iam::464738291005:root"] # not "*"`,
  },
  limits: "Advisory where connections have to be accepted, and for a service of another stack.",
  references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html"],
  stack(stack, context) {
    for (const service of stack.managed(EC2_VPC_ENDPOINT_SERVICE)) {
      const principals = service.at("allowedPrincipals");
      const list = principals.list() ?? [];
      for (const principal of list === UNKNOWN ? [principals] : list) {
        checkPrincipal(principal, service, context);
      }
    }
    for (const permission of stack.managed(PRINCIPAL)) {
      const [service, ...others] = stack.refs(
        permission.at("vpcEndpointServiceId"),
        EC2_VPC_ENDPOINT_SERVICE,
      ).resources;
      checkPrincipal(permission.at("principalArn"), others.length === 0 ? service : undefined, context);
    }
  },
});

/** @param service absent where it is not in the stack, or not known */
function checkPrincipal(principal: View, service: Resource | undefined, { report, undecided }: Context): void {
  const value = principal.str();
  if (value === UNKNOWN) {
    undecided(principal);
  } else if (value === "*") {
    const isAccepted = service?.external === false ? (service.bool("acceptanceRequired") ?? false) : UNKNOWN;
    report({
      at: principal,
      message:
        "Everyone with an AWS account can connect to this service" +
        (isAccepted === false ? ", and no one has to accept that. " : ", once that is accepted. ") +
        "Name the accounts of its clients instead.",
      ...(isAccepted !== false && { level: "advisory" }),
    });
  }
}
