import {
  CLOUDWATCH_LOG_SUBSCRIPTION_FILTER,
  LAMBDA_FUNCTION,
  LAMBDA_PERMISSION,
  LAMBDA_RESOURCE_POLICY,
} from "../../src/aws/type-tokens";
import { opaqueUsersOf } from "../../src/graph/opaque";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

const REJECTION =
  "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function";

const isForLogs = (permission: Resource): boolean => {
  const principal = permission.str("principal");
  return !known(principal) || principal === "*" || principal.startsWith("logs.");
};

function check(stack: Stack, filter: Resource, { report, undecided, project }: Context): void {
  const at = filter.at("destinationArn");
  const { resources, complete } = stack.refs(at, LAMBDA_FUNCTION);
  const [fn, another] = resources;
  if (!fn || another || !complete || fn.external) {
    return;
  }
  const all = stack.ofType(LAMBDA_PERMISSION).filter(isForLogs);
  const own = all.filter((one) => stack.refs(one.at("function"), LAMBDA_FUNCTION).resources.includes(fn));
  const isOpen =
    all.some((one) => mayReferTo(stack, one.at("function"), LAMBDA_FUNCTION)) ||
    stack.referrers(fn, "resourceArn", LAMBDA_RESOURCE_POLICY).length > 0 ||
    opaqueUsersOf(stack, fn).length > 0;
  const [permission] = own;
  if (permission) {
    if (!waitsForOneOf(stack, filter, own) && !isAlreadyOrdered(filter, own)) {
      report({
        at,
        onlyAtCreation: true,
        missingDependencies: [permission],
        message:
          `Nothing makes this wait for ${permission.name}, which lets CloudWatch Logs call ${fn.name}: ` +
          `${makeWait(stack, filter, [permission], variablesOf(project.files))}.`,
        awsError: REJECTION,
      });
    }
  } else if (isOpen) {
    undecided(at);
  } else {
    report({
      at,
      onlyAtCreation: true,
      message:
        `Nothing lets CloudWatch Logs call ${fn.name}. Add an aws.lambda.Permission with ` +
        '`principal: "logs.amazonaws.com"`, and make this wait for it.',
      awsError: REJECTION,
    });
  }
}

export default defineRule({
  id: "log-subscription-permission",
  category: "validity",
  description: "Subscription filters must wait for the permission to call their function",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "CloudWatch Logs tests whether it may call the function when a subscription filter is created. The filter uses no " +
    "output of the permission, so without an explicit dependency it may be created first.",
  fix: {
    typescript: `const permission = new aws.lambda.Permission("logs", {
  function: forward.name, action: "lambda:InvokeFunction", principal: "logs.amazonaws.com", sourceArn: pulumi.interpolate\`\${group.arn}:*\`,
});
new aws.cloudwatch.LogSubscriptionFilter("logs", {
  logGroup: group.name, filterPattern: "", destinationArn: forward.arn,
}, { dependsOn: [permission] });`,
    python: `permission = aws.lambda_.Permission("logs", function=forward.name, action="lambda:InvokeFunction",
    principal="logs.amazonaws.com", source_arn=group.arn.apply(lambda arn: f"{arn}:*"))
aws.cloudwatch.LogSubscriptionFilter("logs", log_group=group.name, filter_pattern="",
    destination_arn=forward.arn, opts=pulumi.ResourceOptions(depends_on=[permission]))`,
    yaml: `resources:
  logs:
    type: aws:cloudwatch:LogSubscriptionFilter
    properties:
      logGroup: \${group.name}
      filterPattern: ""
      destinationArn: \${forward.arn}
    options:
      dependsOn: ["\${permission}"]`,
  },
  limits:
    "Functions of other stacks, or that another provider or a script uses. On a filter that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html"],
  stack(stack, context) {
    for (const filter of stack.managed(CLOUDWATCH_LOG_SUBSCRIPTION_FILTER)) {
      check(stack, filter, context);
    }
  },
});
