import { edgeAssociations, namesVersion } from "../../src/aws/functions/edge-functions";
import { LAMBDA_ALIAS, LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Stack } from "../../src/graph/stack";

const PROVISIONED = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";
const LATEST = "$LATEST";
const EDGE_ERROR =
  "The function ARN must reference a specific function version. (The ARN must end with the version number.)";

/** True when a property that names a version or an alias comes to the version that is not published. */
function isLatest(owner: Resource, property: string): Certainty {
  const text = owner.str(property);
  const sources = owner.propertyDependencies.get(property) ?? [];
  const aliases = sources.filter(({ type }) => type === LAMBDA_ALIAS);
  if (aliases.length > 0) {
    return anyOf(aliases.map((alias) => (alias.external ? UNKNOWN : isLatest(alias, "functionVersion"))));
  }
  if (known(text)) {
    return text === LATEST;
  }
  const [fn, ...others] = sources;
  return fn?.type === LAMBDA_FUNCTION && others.length === 0 ? neverPublished(fn) : UNKNOWN;
}

/** True for a function that has no published version; one that exists may have been published before. */
function neverPublished(fn: Resource): Certainty {
  return fn.exists === true ? UNKNOWN : isUnpublished(fn);
}

function isUnpublished(fn: Resource): Certainty {
  const published = fn.bool("publish");
  const isDecided = published !== UNKNOWN && fn.at("publishTo").isAbsent;
  return fn.external || !isDecided ? UNKNOWN : published !== true;
}

function checkProvisioned(stack: Stack, { report, undecided }: Context): void {
  for (const config of stack.managed(PROVISIONED)) {
    const latest = isLatest(config, "qualifier");
    if (latest === UNKNOWN) {
      undecided(config, "qualifier");
    } else if (latest) {
      report({
        at: config,
        property: "qualifier",
        onlyAtCreation: true,
        message:
          `The qualifier is "${LATEST}", for which no concurrency can be provisioned. Set \`publish: true\` on the ` +
          "function, and use its `version` or an alias of that version.",
        awsError: "Provisioned Concurrency Configs cannot be applied to unpublished function versions",
      });
    }
  }
}

function checkEdge(stack: Stack, { report, undecided }: Context): void {
  const unpublished = new Set<Resource>();
  for (const { at, functions } of edgeAssociations(stack)) {
    const arn = at.str();
    const isVersion = known(arn) && (namesVersion(arn) || !arn.startsWith("arn:"));
    const check = known(arn) ? isUnpublished : neverPublished;
    const never = isVersion ? [] : functions.filter((fn) => check(fn) === true);
    never.forEach((fn) => unpublished.add(fn));
    if (never.length > 0 || isVersion) {
      continue;
    }
    if (!known(arn) || functions.some((fn) => fn.at("publish").isUnknown)) {
      undecided(at);
    } else {
      report({
        at,
        message:
          "This ARN names no version of the function. Use the `qualifiedArn` of a function with `publish: true`.",
        awsError: EDGE_ERROR,
        restsOnComputedText: functions.length > 0,
      });
    }
  }
  unpublished.forEach((fn) => {
    report({
      at: fn,
      property: "publish",
      message:
        "A CloudFront distribution runs this function, which needs a published version. Set `publish: true`, and use " +
        "the `qualifiedArn` of the function in the distribution.",
      awsError: EDGE_ERROR,
    });
  });
}

export default defineRule({
  id: "lambda-version-required",
  category: "validity",
  description: "Provisioned concurrency and functions at the edge must use a published version",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Lambda keeps environments ready for a version that does not change, and CloudFront copies one. AWS rejects $LATEST, " +
    "the only version that a function has without publish.",
  fix: {
    typescript: `const fn = new aws.lambda.Function("api", { publish: true, /* … */ });
new aws.lambda.ProvisionedConcurrencyConfig("warm", {
  functionName: fn.name, qualifier: fn.version, provisionedConcurrentExecutions: 5,
});`,
    python: `fn = aws.lambda_.Function("api", publish=True)
aws.lambda_.ProvisionedConcurrencyConfig("warm", function_name=fn.name, qualifier=fn.version,
    provisioned_concurrent_executions=5)`,
    yaml: `resources:
  api:
    type: aws:lambda:Function
    properties:
      publish: true
  warm:
    type: aws:lambda:ProvisionedConcurrencyConfig
    properties:
      functionName: \${api.name}
      qualifier: \${api.version}
      provisionedConcurrentExecutions: 5`,
  },
  limits:
    "Aliases and versions outside the stack. Whether the `arn` or the `qualifiedArn` of a published function is used shows " +
    "once it exists. Provisioned concurrency that exists already is advisory.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-function-restrictions.html",
  ],
  stack(stack, context) {
    checkProvisioned(stack, context);
    checkEdge(stack, context);
  },
});
