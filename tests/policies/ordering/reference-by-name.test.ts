import rule from "../../../policies/ordering/reference-by-name";
import { resource, ruleTest, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing";

const nightly = resource("aws:cloudwatch/eventRule:EventRule", "nightly-rule", { name: "nightly" });
const target = (name: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:cloudwatch/eventTarget:EventTarget", "reports", { rule: name, arn: "arn:aws:sqs:x" }, options);
const other = resource("pulumi:providers:aws", "tokyo", { region: "ap-northeast-1" });

ruleTest(rule, {
  valid: [
    { name: "a reference", stack: [nightly, target(nightly.name)] },
    { name: "an explicit dependency", stack: [nightly, target("nightly", { dependsOn: [nightly] })] },
    { name: "a name of another stack", stack: [nightly, target("weekly")] },
    { name: "the same name in another region", stack: [other, nightly, target("nightly", { provider: other })] },
    {
      name: "a rule that exists already",
      shape: "up",
      stack: [nightly, target("nightly", { dependsOn: [nightly] })],
    },
  ],
  invalid: [
    {
      name: "a string",
      shape: "preview",
      stack: [nightly, target("nightly")],
      findings: [
        {
          resource: "reports",
          path: "rule",
          message: /^"nightly" is the aws\.cloudwatch\.EventRule nightly-rule of this stack.*Use its `name`/,
        },
      ],
    },
    {
      name: "a cluster and a role",
      shape: "preview",
      stack: [
        resource("aws:ecs/cluster:Cluster", "main", { name: "shop" }),
        resource("aws:ecs/service:Service", "web", { cluster: "shop", taskDefinition: "web:1" }),
        resource("aws:iam/role:Role", "task", { name: "shop-task", assumeRolePolicy: "{}" }),
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "task", { role: "shop-task", policyArn: "arn" }),
      ],
      findings: [
        { resource: "web", path: "cluster" },
        { resource: "task", path: "role" },
      ],
    },
  ],
});
