import { edgeAssociations, namesVersion } from "../../stack/edge-functions";
import { FUNCTION } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";
import { anyOf, type Certainty } from "../../stack/certainty";
import type { Stack } from "../../stack/stack";

const PROVISIONED = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";
const ALIAS = "aws:lambda/alias:Alias";
const LATEST = "$LATEST";

export default defineRule({
  id: "lambda-version-required",
  category: "validity",
  description: "Provisioned concurrency and functions at the edge name a published version",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Lambda keeps environments warm for, and CloudFront copies, a version that does not change any more. $LATEST, which " +
    "is all that a function has without publish, is refused.",
  fix: {
    typescript:
      'const fn = new aws.lambda.Function("api", { publish: true, /* … */ });\n' +
      'new aws.lambda.ProvisionedConcurrencyConfig("warm", {\n' +
      "  functionName: fn.name, qualifier: fn.version, provisionedConcurrentExecutions: 5,\n});",
    python:
      'fn = aws.lambda_.Function("api", publish=True)\n' +
      'aws.lambda_.ProvisionedConcurrencyConfig("warm", function_name=fn.name, qualifier=fn.version,\n' +
      "    provisioned_concurrent_executions=5)",
    yaml:
      "resources:\n  api:\n    type: aws:lambda:Function\n    properties:\n      publish: true\n  warm:\n" +
      "    type: aws:lambda:ProvisionedConcurrencyConfig\n    properties:\n      functionName: ${api.name}\n" +
      "      qualifier: ${api.version}\n      provisionedConcurrentExecutions: 5",
  },
  limits:
    "Aliases and versions outside the stack. Whether a published function's arn or qualifiedArn is used shows once it exists.",
  stack(stack, context) {
    checkProvisioned(stack, context);
    checkEdge(stack, context);
  },
});

function checkProvisioned(stack: Stack, { report, undecided }: Context): void {
  for (const config of stack.ofType(PROVISIONED).filter(({ outside }) => !outside)) {
    const latest = isLatest(config, "qualifier");
    if (latest === UNKNOWN) {
      undecided(config, "qualifier");
    } else if (latest) {
      report({
        at: config,
        property: "qualifier",
        message:
          `the qualifier comes to ${LATEST}, for which no concurrency can be provisioned; set publish: true on the ` +
          "function and name its version, or an alias of that version.",
        answer: "Provisioned Concurrency Configs cannot be applied to unpublished function versions",
      });
    }
  }
}

/** True when a property that names a version or an alias comes to the version that is not published. */
function isLatest(owner: Resource, property: string): Certainty {
  const text = owner.str(property);
  const sources = owner.propertyDependencies.get(property) ?? [];
  const aliases = sources.filter(({ type }) => type === ALIAS);
  if (aliases.length > 0) {
    return anyOf(aliases.map((alias) => (alias.outside ? UNKNOWN : isLatest(alias, "functionVersion"))));
  }
  if (known(text)) {
    return text === LATEST;
  }
  const functions = sources.filter(({ type }) => type === FUNCTION);
  return functions.length === 1 && functions.length === sources.length ? anyOf(functions.map(isUnpublished)) : UNKNOWN;
}

function isUnpublished(fn: Resource): Certainty {
  const published = fn.bool("publish");
  const isTold = published !== UNKNOWN && fn.at("publishTo").isAbsent;
  return fn.outside || !isTold ? UNKNOWN : published !== true;
}

function checkEdge(stack: Stack, { report, undecided }: Context): void {
  const answer =
    "The function ARN must reference a specific function version. (The ARN must end with the version number.)";
  const unpublished = new Set<Resource>();
  for (const { place, functions } of edgeAssociations(stack)) {
    const arn = place.str();
    const isVersion = known(arn) && (namesVersion(arn) || !arn.startsWith("arn:"));
    const never = isVersion ? [] : functions.filter((fn) => isUnpublished(fn) === true);
    never.forEach((fn) => unpublished.add(fn));
    if (never.length > 0 || isVersion) {
      continue;
    }
    if (!known(arn)) {
      undecided(place);
    } else {
      report({
        at: place,
        message: "this ARN names no version of the function; name one (qualifiedArn of a function with publish: true).",
        answer,
        restsOnComputedText: functions.length > 0,
      });
    }
  }
  unpublished.forEach((fn) => {
    report({
      at: fn,
      property: "publish",
      message:
        "a distribution runs this function at the edge, which takes a published version; set publish: true, and give " +
        "the distribution its qualifiedArn.",
      answer,
    });
  });
}
