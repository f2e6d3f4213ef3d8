import { isMisplaced, regionInForce } from "../../src/aws/region";
import { DYNAMODB_TABLE } from "../../src/aws/type-tokens";
import { SERVICES, type ServiceName } from "../../src/contract/services";
import type { Resource } from "../../src/graph/resource";
import { grouped, type Stack } from "../../src/graph/stack";
import { classOf } from "../../src/graph/tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule, type Context } from "../../src/rules/rule";

const MOST = 20;

export default defineRule({
  id: "regions-covered",
  category: "naming",
  description: "Resources must be in the regions of the contract, and each region must have its services",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["regions.names"],
  why:
    "A stack in several regions survives the failure of one only if each of them has all that it takes. A resource in any " +
    "other region breaks the promise of where data is kept.",
  fix: {
    typescript: `for (const region of ["us-east-1", "us-west-2"]) {
  new aws.lambda.Function(\`api-\${region}\`, { region, role: role.arn, runtime: "nodejs22.x", handler: "index.handler" });
}`,
    python: `for region in ["us-east-1", "us-west-2"]:
    aws.lambda_.Function(f"api-{region}", region=region, role=role.arn, runtime="nodejs22.x", handler="index.handler")`,
    yaml: `resources:
  api-west:
    type: aws:lambda:Function
    properties:
      region: us-west-2
      role: \${role.arn}
      runtime: nodejs22.x
      handler: index.handler`,
  },
  limits:
    "Global services, and what AWS requires in us-east-1 for them; whether the parts of a region are connected. Replicas of a " +
    "table count in their region.",
  references: [
    "https://docs.aws.amazon.com/whitepapers/latest/aws-multi-region-fundamentals/aws-multi-region-fundamentals.html",
  ],
  stack(stack, context) {
    const { names = [], services = [] } = context.contract.regions ?? {};
    reportOthers(stack, names, context);
    for (const service of services) {
      checkService(stack, service, names, context);
    }
  },
});

/** Reports the resources of each region that is not one of the contract. */
function reportOthers(stack: Stack, names: readonly string[], { project, report }: Context): void {
  const [first = ""] = names;
  const resources = stack.resources.filter(
    ({ type, external, skipped }) => type.startsWith("aws:") && !external && !skipped,
  );
  const byRegion = grouped(resources, (resource) => {
    const region = regionInForce(resource, project);
    return known(region) && !names.includes(region) && isMisplaced(stack, resource, region, first) ? [region] : [];
  });
  for (const [region, [one, ...others]] of byRegion) {
    report({
      at: one,
      alsoAt: others.slice(0, MOST),
      message:
        `This is in ${region}, and the contract requires ${joinNames(names)}. Use a provider for one of these regions, or set ` +
        "`region`.",
    });
  }
}

/** The regions in which a resource is: its own, and those of a table's replicas; unknown where one is. */
function regionsOf(resource: Resource, { project }: Context): (string | typeof UNKNOWN)[] {
  const replicas = resource.type === DYNAMODB_TABLE ? (resource.list("replicas") ?? []) : [];
  const own = regionInForce(resource, project) ?? UNKNOWN;
  return known(replicas) ? [own, ...replicas.map((one) => one.str("regionName") ?? UNKNOWN)] : [UNKNOWN];
}

function checkService(stack: Stack, service: ServiceName, names: readonly string[], context: Context): void {
  const types: readonly string[] = SERVICES[service];
  const resources = stack.ofType(...types);
  const found = resources.flatMap((resource) => regionsOf(resource, context));
  const missing = names.filter((name) => !found.includes(name));
  const [unclear] = resources.filter((resource) => regionsOf(resource, context).includes(UNKNOWN));
  if (missing.length === 0) {
    return;
  }
  if (unclear) {
    context.undecided(unclear, "region");
  } else {
    context.report({
      at: stack.root,
      message:
        `The contract requires the service "${service}" in each region, and there is none in ${joinNames(missing)}. Add ` +
        `${types.map(classOf).join(" or ")} there.`,
    });
  }
}
