import rule from "../../../policies/validity/api-gateway-account-role";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const role = resource("aws:iam/role:Role", "logging");
const account = resource("aws:apigateway/account:Account", "logs", { cloudwatchRoleArn: role.arn });
const logs = resource("aws:cloudwatch/logGroup:LogGroup", "access");
const stream = resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "access", {
  name: "amazon-apigateway-access",
});
const api = resource("aws:apigateway/restApi:RestApi", "orders");
const stage = (accessLogSettings?: Input, options: BuildOptions = {}, name = "live"): BuiltResource =>
  resource(
    "aws:apigateway/stage:Stage",
    name,
    { restApi: api.id, deployment: "d1", stageName: "live", accessLogSettings },
    options,
  );
const settings = (loggingLevel: Input, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:apigateway/methodSettings:MethodSettings",
    "all",
    { restApi: api.id, stageName: "live", methodPath: "*/*", settings: { loggingLevel, metricsEnabled: true } },
    options,
  );
const access = { destinationArn: logs.arn, format: "$context.requestId" };

ruleTest(rule, {
  valid: [
    { name: "a stage that waits", stack: [role, account, logs, api, stage(access, { dependsOn: [account] })] },
    { name: "settings that wait", stack: [role, account, api, settings("INFO", { dependsOn: [account] })] },
    { name: "no logs", stack: [api, stage(), settings("OFF"), settings(undefined)] },
    {
      name: "logs that go to Firehose",
      stack: [
        api,
        stream,
        stage({ destinationArn: stream.arn, format: "x" }),
        stage(
          {
            destinationArn: "arn:aws:firehose:us-east-1:464738291005:deliverystream/amazon-apigateway-x",
            format: "x",
          },
          {},
          "second",
        ),
      ],
    },
    {
      name: "an HTTP API",
      stack: [resource("aws:apigatewayv2/stage:Stage", "live", { apiId: "abc", accessLogSettings: access }), logs],
    },
    {
      name: "an account that is there already",
      stack: [resource("aws:apigateway/account:Account", "logs", {}, { external: true }), logs, api, stage(access)],
    },
    {
      name: "what is only read",
      stack: [stage(access, { external: true }), settings("INFO", { external: true })],
    },
  ],
  invalid: [
    {
      name: "no role",
      stack: [logs, api, stage(access), settings("ERROR")],
      findings: [
        {
          resource: "live",
          path: "accessLogSettings",
          message: /add an aws\.apigateway\.Account.*must be set in account/,
        },
        { resource: "all", path: "settings.loggingLevel" },
      ],
    },
    {
      name: "an account without a role",
      stack: [logs, api, resource("aws:apigateway/account:Account", "logs"), stage(access)],
      findings: [{ resource: "live", path: "accessLogSettings", message: /sets no role/ }],
    },
    {
      name: "a stage that does not wait for it",
      stack: [role, account, logs, api, stage(access)],
      findings: [{ resource: "live", path: "accessLogSettings", message: /wait for logs, .*add dependsOn: \[logs\]/ }],
    },
  ],
  undecided: [
    { name: "a level that is not known", stack: [api, settings(unknown)], at: ["all.settings.loggingLevel"] },
  ],
});
