import { edgeAssociations } from "../../src/aws/functions/edge-functions";
import { EDGE_REGION, regionInForce } from "../../src/aws/region";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

const OTHER_REGION = "The function must be in region 'us-east-1'";
const FUNCTION_REGION = /^arn:aws[\w-]*:lambda:([\w-]+):/;

/** The functions of the stack at the edge, each with the distributions that run it. */
function edgeFunctions(stack: Stack): Map<Resource, Resource[]> {
  const found = new Map<Resource, Resource[]>();
  for (const { at, functions } of edgeAssociations(stack)) {
    for (const fn of functions.filter(({ external }) => !external)) {
      found.set(fn, [...(found.get(fn) ?? []), at.resource]);
    }
  }
  return found;
}

export default defineRule({
  id: "lambda-edge-region",
  category: "validity",
  description: "Functions at the edge must be in us-east-1 and have no environment variables",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "CloudFront copies a Lambda@Edge function from us-east-1 to its own locations, without environment variables. It rejects " +
    "a distribution whose function is in another region or has variables, after the rest has been deployed.",
  fix: {
    typescript: `const edge = new aws.Provider("edge", { region: "us-east-1" });
new aws.lambda.Function("rewrite", { publish: true, /* … */ }, { provider: edge });`,
    python: `edge = aws.Provider("edge", region="us-east-1")
aws.lambda_.Function("rewrite", publish=True, opts=pulumi.ResourceOptions(provider=edge))`,
    yaml: `resources:
  edge:
    type: pulumi:providers:aws
    properties:
      region: us-east-1
  rewrite:
    type: aws:lambda:Function
    properties:
      publish: true
    options:
      provider: \${edge}`,
  },
  limits: "Functions of other stacks whose ARN is not known, and the other restrictions of Lambda@Edge.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html",
  ],
  stack(stack, context) {
    for (const { at, functions } of edgeAssociations(stack)) {
      const arn = at.str();
      const region = known(arn) ? FUNCTION_REGION.exec(arn)?.[1] : undefined;
      if (functions.length === 0 && region !== undefined && region !== EDGE_REGION) {
        context.report({
          at,
          message: `The function is in ${region}, and a distribution runs only functions of ${EDGE_REGION}. Use one from there.`,
          awsError: OTHER_REGION,
        });
      } else if (functions.length === 0 && arn === UNKNOWN) {
        context.undecided(at);
      }
    }
    for (const [fn, distributions] of edgeFunctions(stack)) {
      // A new distribution is rejected for a function that exists as well.
      const onlyAtCreation = distributions.every(({ exists }) => exists === true);
      checkRegion(fn, onlyAtCreation, context);
      checkEnvironment(fn, onlyAtCreation, context);
    }
  },
});

function checkRegion(fn: Resource, onlyAtCreation: boolean, { project, report, undecided }: Context): void {
  const region = regionInForce(fn, project);
  if (!known(region)) {
    undecided(fn, "region");
  } else if (region !== EDGE_REGION) {
    report({
      at: fn,
      property: "region",
      onlyAtCreation,
      message:
        `A distribution runs this function at the edge, but the function is in ${region}. Set \`region: "${EDGE_REGION}"\` on it ` +
        "and on its version, or use a provider for that region.",
      awsError: OTHER_REGION,
    });
  }
}

function checkEnvironment(fn: Resource, onlyAtCreation: boolean, { report, undecided }: Context): void {
  const variables = fn.entries("environment", "variables") ?? [];
  if (variables === UNKNOWN) {
    undecided(fn, "environment.variables");
  } else if (variables.length > 0) {
    report({
      at: fn,
      property: "environment.variables",
      onlyAtCreation,
      message:
        "A distribution runs this function at the edge, where there are no environment variables. Remove `environment`, and put " +
        "the values into the code or into custom headers of the origin.",
      awsError: "The function cannot have environment variables",
    });
  }
}
