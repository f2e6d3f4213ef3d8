import {
  APIGATEWAY_METHOD_SETTINGS,
  APIGATEWAY_STAGE,
  KINESIS_FIREHOSE_DELIVERY_STREAM,
} from "../../src/aws/type-tokens";
import { makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

const ACCOUNT = "aws:apigateway/account:Account";

/** The property that makes a stage, or the settings of its methods, write to CloudWatch Logs; undefined where it is unknown. */
function loggingAt(stack: Stack, resource: Resource): View | undefined {
  if (resource.type === APIGATEWAY_METHOD_SETTINGS) {
    const level = resource.at("settings", "loggingLevel");
    return known(level.str()) && level.str() !== "OFF" ? level : undefined;
  }
  const settings = resource.at("accessLogSettings");
  const destination = settings.at("destinationArn");
  const mayBeStream =
    stack.refs(destination, KINESIS_FIREHOSE_DELIVERY_STREAM).resources.length > 0 ||
    String(destination.str()).includes(":firehose:") ||
    (destination.isUnknown && !resource.isComputed("accessLogSettings"));
  return settings.isAbsent || settings.isUnknown || mayBeStream ? undefined : settings;
}

// Python and TypeScript, then Go, then YAML. The engine does not send policies what a program only reads.
const READS_ACCOUNT = /\bAccount\.get\(|\bapigateway\.GetAccount\(|\baws:apigateway:Account\s+get:/;

/** True when the program reads the account settings, so that they exist outside the stack. */
const readsAccount = ({ project: { files } }: Context): boolean =>
  [...(files?.sources ?? []), { text: files?.read("Pulumi.yaml") ?? "" }].some(
    ({ text }) => text.includes("apigateway") && READS_ACCOUNT.test(text),
  );

export default defineRule({
  id: "api-gateway-account-role",
  category: "validity",
  description: "API Gateway must have a role to write logs with",
  severity: "medium",
  level: "advisory",
  why:
    "API Gateway writes logs with one role for the whole account and region. AWS rejects a stage with logs in an account " +
    "where the role is not set.",
  fix: {
    typescript: `const account = new aws.apigateway.Account("logs", { cloudwatchRoleArn: role.arn });
new aws.apigateway.Stage("live", { /* … */ accessLogSettings }, { dependsOn: [account] });`,
    python: `account = aws.apigateway.Account("logs", cloudwatch_role_arn=role.arn)
aws.apigateway.Stage("live", ..., opts=pulumi.ResourceOptions(depends_on=[account]))`,
    yaml: `resources:
  logs:
    type: aws:apigateway:Account
    properties:
      cloudwatchRoleArn: \${role.arn}
  live:
    type: aws:apigateway:Stage
    options:
      dependsOn: ["\${logs}"]`,
  },
  limits:
    "HTTP and WebSocket APIs, access logs that go to Firehose, and programs that read the account settings " +
    "(aws.apigateway.Account.get). Whether another stack has set the role is not known, so findings are advisory.",
  references: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"],
  stack(stack, context) {
    const { report, undecided } = context;
    const accounts = stack.ofType(ACCOUNT).filter((one) => !one.at("cloudwatchRoleArn").isAbsent);
    if (accounts.some(({ external }) => external) || readsAccount(context)) {
      return;
    }
    for (const resource of stack.managed(APIGATEWAY_STAGE, APIGATEWAY_METHOD_SETTINGS)) {
      const at = loggingAt(stack, resource);
      if (resource.type === APIGATEWAY_METHOD_SETTINGS && resource.str("settings", "loggingLevel") === UNKNOWN) {
        undecided(resource, "settings.loggingLevel");
      } else if (at && !waitsForOneOf(stack, resource, accounts)) {
        const [account] = accounts;
        report({
          at,
          ...(account && { missingDependencies: [account] }),
          message: account
            ? `Nothing makes this wait for ${account.name}, which sets the role that API Gateway writes logs with: ` +
              `${makeWait(stack, resource, [account], variablesOf(context.project.files))}.`
            : "This writes logs, but the stack sets no role that API Gateway writes them with. Unless the account has one, " +
              "add an aws.apigateway.Account with `cloudwatchRoleArn`, and make this depend on it.",
          awsError: "CloudWatch Logs role ARN must be set in account settings to enable logging",
        });
      }
    }
  },
});
