import rule from "../../../policies/validity/api-gateway-account-role";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

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
      name: "account settings that exist outside the stack",
      stack: [resource("aws:apigateway/account:Account", "logs", {}, { external: true }), logs, api, stage(access)],
    },
    ...[
      ["TypeScript", "index.ts", 'const account = aws.apigateway.Account.get("account", "api-gateway-account");'],
      ["TypeScript, by name", "index.ts", 'import { Account } from "@pulumi/aws/apigateway";\nAccount.get("a", "b");'],
      ["Python", "__main__.py", 'account = aws.apigateway.Account.get("account", "api-gateway-account")'],
      [
        "YAML",
        "Pulumi.yaml",
        "name: shop\nruntime: yaml\nresources:\n  account:\n    type: aws:apigateway:Account\n    get: { id: x }\n",
      ],
    ].map(([language = "", path = "", source = ""]) => ({
      name: `a program that reads the account settings, in ${language}`,
      stack: [logs, api, stage(access)],
      files: { [path]: source },
    })),
    {
      name: "what the stack only reads",
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
      name: "a stage that does not wait for the account settings",
      stack: [role, account, logs, api, stage(access)],
      findings: [
        { resource: "live", path: "accessLogSettings", message: /wait for logs, .*add `dependsOn: \[logs\]`/ },
      ],
    },
    ...[
      'const hub = aws.securityhub.Account.get("hub", "x");',
      'new aws.apigateway.Account("x", {}); cache.get("y");',
    ].map((source) => ({
      name: `a program that reads something else: ${source}`,
      stack: [logs, api, stage(access)],
      files: { "index.ts": source },
      findings: [{ resource: "live", path: "accessLogSettings" }],
    })),
  ],
  undecided: [
    { name: "a level that is not known", stack: [api, settings(unknown)], at: ["all.settings.loggingLevel"] },
  ],
});
