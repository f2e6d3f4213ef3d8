import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { managedVpcs, subnetsOf, tierOf, zoneOf, zonesOf } from "../../src/aws/network/vpc";
import { defineRule, type Context } from "../../src/rules/rule";

const DEFAULT_MINIMUM = 2;

const names = (subnets: readonly Resource[]): string => subnets.map(({ name }) => name).join(", ");

/** Checks the subnets of one tier; `others` may be of this tier too. */
function checkTier(
  stack: Stack,
  context: Context,
  vpc: Resource,
  tier: string,
  subnets: readonly Resource[],
  others: number,
): void {
  const { minimum = DEFAULT_MINIMUM, exactly } = context.contract.availabilityZones ?? {};
  const [least, most] = exactly === undefined ? [minimum, Infinity] : [exactly, exactly];
  const { zones, atLeast, atMost } = zonesOf(stack, subnets);
  const isTooFew = atMost + others < least;
  if (isTooFew || atLeast > most) {
    const required = exactly === undefined ? `${String(minimum)} or more` : `exactly ${String(exactly)}`;
    const count = zones.length > 0 ? zones.length : atMost;
    const span =
      `${zones.length > 0 ? "" : "at most "}${String(count)} availability ${count === 1 ? "zone" : "zones"}` +
      (zones.length > 0 ? ` (${zones.join(", ")})` : "");
    context.report({
      at: vpc,
      message:
        `The ${tier}subnets (${names(subnets)}) span ${span}, and ${required} are required. ` +
        `${isTooFew ? "Add subnets in further zones" : "Remove the subnets in the zones beyond"} (\`availabilityZone\`).`,
    });
  } else if (atLeast < least || atMost + others > most) {
    const unclear = subnets.find((subnet) => zoneOf(stack, subnet) === UNKNOWN);
    context.undecided(unclear ?? vpc, unclear && "availabilityZone");
  }
}

export default defineRule({
  id: "vpc-availability-zones",
  category: "network",
  description: "Each tier of a VPC must span enough availability zones",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["availabilityZones"],
  failures: ["P1", "B8"],
  why:
    "An availability zone fails as a whole. What runs in one zone only is down until that zone is back, and AWS rejects " +
    "load balancers and database subnet groups in a single zone.",
  fix: {
    typescript: `["us-east-1a", "us-east-1b", "us-east-1c"].map((availabilityZone, i) =>
  new aws.ec2.Subnet(\`private-\${i}\`, { vpcId: vpc.id, cidrBlock: \`10.0.\${i}.0/24\`, availabilityZone }));`,
    python: `for i, zone in enumerate(["us-east-1a", "us-east-1b", "us-east-1c"]):
    aws.ec2.Subnet(f"private-{i}", vpc_id=vpc.id, cidr_block=f"10.0.{i}.0/24", availability_zone=zone)`,
    yaml: `resources:
  private-0:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.0.0/24
      availabilityZone: us-east-1a
  private-1:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.1.0/24
      availabilityZone: us-east-1b
  private-2:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.2.0/24
      availabilityZone: us-east-1c`,
  },
  limits: "VPCs of other stacks, VPCs without subnets in the stack, and whether resources use the subnets.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
    "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
  ],
  stack(stack, context) {
    const least = context.contract.availabilityZones?.exactly ?? context.contract.availabilityZones?.minimum;
    for (const vpc of managedVpcs(stack)) {
      const { resources: subnets, complete } = subnetsOf(stack, vpc);
      const unknowns = subnets.filter((subnet) => tierOf(stack, subnet) === UNKNOWN).length;
      if (subnets.length === 0) {
        continue;
      }
      if (!complete) {
        context.undecided(vpc);
      } else if (unknowns === subnets.length || zonesOf(stack, subnets).atMost < (least ?? DEFAULT_MINIMUM)) {
        checkTier(stack, context, vpc, "", subnets, 0);
      } else {
        for (const tier of ["public", "private"] as const) {
          const own = subnets.filter((subnet) => tierOf(stack, subnet) === tier);
          if (own.length > 0) {
            checkTier(stack, context, vpc, `${tier} `, own, unknowns);
          }
        }
      }
    }
  },
});
