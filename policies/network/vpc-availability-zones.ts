import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { managedVpcs, subnetsOf, tierOf, zoneOf, zonesOf } from "../../stack/vpc";
import { defineRule, type Context } from "../rule";

const DEFAULT_MINIMUM = 2;

const names = (subnets: readonly Resource[]): string => subnets.map(({ name }) => name).join(", ");

/** Judges the subnets of one tier; `others` may be of this tier too. */
function judge(stack: Stack, context: Context, vpc: Resource, tier: string, subnets: Resource[], others: number): void {
  const { minimum = DEFAULT_MINIMUM, exactly } = context.contract.availabilityZones ?? {};
  const [least, most] = exactly === undefined ? [minimum, Infinity] : [exactly, exactly];
  const { zones, atLeast, atMost } = zonesOf(stack, subnets);
  const isTooFew = atMost + others < least;
  if (isTooFew || atLeast > most) {
    const wanted = exactly === undefined ? `${String(minimum)} or more` : `exactly ${String(exactly)}`;
    const span = zones.length > 0 ? `${String(zones.length)} (${zones.join(", ")})` : `at most ${String(atMost)}`;
    context.report({
      at: vpc,
      message:
        `${wanted} availability zones are wanted, and the ${tier}subnets (${names(subnets)}) span ${span}; ` +
        `${isTooFew ? "add subnets in further zones" : "remove the subnets in the zones beyond"} (availabilityZone).`,
    });
  } else if (atLeast < least || atMost + others > most) {
    const unplaced = subnets.find((subnet) => zoneOf(stack, subnet) === UNKNOWN);
    context.undecided(unplaced ?? vpc, unplaced && "availabilityZone");
  }
}

export default defineRule({
  id: "vpc-availability-zones",
  category: "network",
  description: "Each tier of a VPC spans enough availability zones",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["availabilityZones"],
  failures: ["P1", "B8"],
  why:
    "An availability zone fails as a whole. What runs in one zone only is down until that zone is back, and load " +
    "balancers and database subnet groups need two zones to be made at all.",
  fix: {
    typescript:
      '["us-east-1a", "us-east-1b", "us-east-1c"].map((availabilityZone, i) =>\n' +
      "  new aws.ec2.Subnet(`private-${i}`, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone }));",
    python:
      'for i, zone in enumerate(["us-east-1a", "us-east-1b", "us-east-1c"]):\n' +
      '    aws.ec2.Subnet(f"private-{i}", vpc_id=vpc.id, cidr_block=f"10.0.{i}.0/24", availability_zone=zone)',
    yaml:
      "resources:\n  private-0:\n    type: aws:ec2:Subnet\n    properties:\n      vpcId: ${vpc.id}\n" +
      "      cidrBlock: 10.0.0.0/24\n      availabilityZone: us-east-1a\n  private-1:\n" +
      "    type: aws:ec2:Subnet\n    properties:\n      vpcId: ${vpc.id}\n      cidrBlock: 10.0.1.0/24\n" +
      "      availabilityZone: us-east-1b\n  private-2:\n    type: aws:ec2:Subnet\n    properties:\n" +
      "      vpcId: ${vpc.id}\n      cidrBlock: 10.0.2.0/24\n      availabilityZone: us-east-1c",
  },
  limits:
    "VPCs outside the stack, VPCs without subnets in it, and whether the resources use the subnets that are there.",
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
        judge(stack, context, vpc, "", subnets, 0);
      } else {
        for (const tier of ["public", "private"] as const) {
          const own = subnets.filter((subnet) => tierOf(stack, subnet) === tier);
          if (own.length > 0) {
            judge(stack, context, vpc, `${tier} `, own, unknowns);
          }
        }
      }
    }
  },
});
