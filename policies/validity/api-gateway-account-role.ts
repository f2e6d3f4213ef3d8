import { API_STAGE, METHOD_SETTINGS } from "../../stack/api-gateway";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const ACCOUNT = "aws:apigateway/account:Account";
const FIREHOSE = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

/** The place by which a stage, or settings of its methods, write to CloudWatch Logs; unknown places are left out. */
function loggingAt(stack: Stack, resource: Resource): View | undefined {
  if (resource.type === METHOD_SETTINGS) {
    const level = resource.at("settings", "loggingLevel");
    return known(level.str()) && level.str() !== "OFF" ? level : undefined;
  }
  const settings = resource.at("accessLogSettings");
  const destination = settings.at("destinationArn");
  const isStream =
    stack.refs(destination, FIREHOSE).resources.length > 0 || String(destination.str()).includes(":firehose:");
  return settings.isAbsent || settings.isUnknown || isStream ? undefined : settings;
}

export default defineRule({
  id: "api-gateway-account-role",
  category: "validity",
  description: "API Gateway has a role to write logs with",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "API Gateway writes logs with one role for the whole account and region. Where nobody has set it, a stage that logs is " +
    "refused.",
  fix: {
    typescript:
      'const account = new aws.apigateway.Account("logs", { cloudwatchRoleArn: role.arn });\n' +
      'new aws.apigateway.Stage("live", { /* … */ accessLogSettings }, { dependsOn: [account] });',
    python:
      'account = aws.apigateway.Account("logs", cloudwatch_role_arn=role.arn)\n' +
      'aws.apigateway.Stage("live", ..., opts=pulumi.ResourceOptions(depends_on=[account]))',
    yaml:
      "resources:\n  logs:\n    type: aws:apigateway:Account\n    properties:\n" +
      "      cloudwatchRoleArn: ${role.arn}\n  live:\n    type: aws:apigateway:Stage\n    options:\n" +
      '      dependsOn: ["${logs}"]',
  },
  limits:
    "HTTP and WebSocket APIs, and access logs that go to Firehose. Whether another stack has set the role is not known.",
  stack(stack, { report, undecided, project }) {
    const accounts = stack.ofType(ACCOUNT).filter((one) => !one.at("cloudwatchRoleArn").isAbsent);
    if (accounts.some(({ outside }) => outside)) {
      return;
    }
    for (const resource of stack.ofType(API_STAGE, METHOD_SETTINGS).filter(({ outside }) => !outside)) {
      const at = loggingAt(stack, resource);
      if (resource.type === METHOD_SETTINGS && resource.str("settings", "loggingLevel") === UNKNOWN) {
        undecided(resource, "settings.loggingLevel");
      } else if (at && !waitsForOneOf(stack, resource, accounts)) {
        const [account] = accounts;
        report({
          at,
          ...(account && { awaits: [account] }),
          message: account
            ? `nothing makes it wait for ${account.name}, which sets the role that API Gateway writes logs with; ` +
              `${makeWait(stack, resource, [account], project.files?.settings?.runtime)}.`
            : "it writes logs, and the stack sets no role that API Gateway could write them with; unless the account has " +
              "one already, add an aws.apigateway.Account with cloudwatchRoleArn, and wait for it.",
          answer: "CloudWatch Logs role ARN must be set in account settings to enable logging",
        });
      }
    }
  },
});
