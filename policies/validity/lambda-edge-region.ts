import { edgeAssociations } from "../../stack/edge-functions";
import { EDGE_REGION, regionInForce } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

export default defineRule({
  id: "lambda-edge-region",
  category: "validity",
  description: "Functions at the edge lie in us-east-1 and have no environment variables",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "CloudFront copies a function of Lambda@Edge from us-east-1 to its own locations, without an environment. It " +
    "refuses a distribution whose function lies elsewhere or has variables, after the rest has been deployed.",
  fix: {
    typescript:
      'const edge = new aws.Provider("edge", { region: "us-east-1" });\n' +
      'new aws.lambda.Function("rewrite", { publish: true, /* … */ }, { provider: edge });',
    python:
      'edge = aws.Provider("edge", region="us-east-1")\n' +
      'aws.lambda_.Function("rewrite", publish=True, opts=pulumi.ResourceOptions(provider=edge))',
    yaml:
      "resources:\n  edge:\n    type: pulumi:providers:aws\n    properties:\n      region: us-east-1\n" +
      "  rewrite:\n    type: aws:lambda:Function\n    properties:\n      publish: true\n    options:\n" +
      "      provider: ${edge}",
  },
  limits: "Functions outside the stack whose ARN is not known, and the other restrictions of Lambda@Edge.",
  stack(stack, context) {
    const functions = new Set<Resource>();
    for (const { place, functions: named } of edgeAssociations(stack)) {
      named.filter(({ outside }) => !outside).forEach((fn) => functions.add(fn));
      const arn = place.str();
      const region = known(arn) ? /^arn:aws[\w-]*:lambda:([\w-]+):/.exec(arn)?.[1] : undefined;
      if (named.length === 0 && region !== undefined && region !== EDGE_REGION) {
        context.report({
          at: place,
          message: `this function lies in ${region}; name one that lies in ${EDGE_REGION}.`,
          answer: "The function must be in region 'us-east-1'",
        });
      } else if (named.length === 0 && arn === UNKNOWN) {
        context.undecided(place);
      }
    }
    functions.forEach((fn) => {
      checkRegion(fn, context);
      checkEnvironment(fn, context);
    });
  },
});

function checkRegion(fn: Resource, { project, report, undecided }: Context): void {
  const region = regionInForce(fn, project);
  if (!known(region)) {
    undecided(fn, "region");
  } else if (region !== EDGE_REGION) {
    report({
      at: fn,
      property: "region",
      message:
        `a distribution runs this function at the edge, but it lies in ${region}; make it (and its version) in ` +
        `${EDGE_REGION}: region: "${EDGE_REGION}", or a provider of that region.`,
      answer: "The function must be in region 'us-east-1'",
    });
  }
}

function checkEnvironment(fn: Resource, { report, undecided }: Context): void {
  const variables = fn.entries("environment", "variables") ?? [];
  if (variables === UNKNOWN) {
    undecided(fn, "environment.variables");
  } else if (variables.length > 0) {
    report({
      at: fn,
      property: "environment.variables",
      message:
        "a distribution runs this function at the edge, where there are no environment variables; take environment " +
        "out, and write the values into the code or pass them as custom headers of the origin.",
      answer: "The function cannot have environment variables",
    });
  }
}
