import rule from "../../../policies/validity/duplicate-tag-keys";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const ROLE = "aws:iam/role:Role";
const provider = resource("pulumi:providers:aws", "tagged", {
  region: "us-east-1",
  defaultTags: JSON.stringify({ tags: { Environment: "prod" } }),
});
const role = (tags: Input, type = ROLE) => resource(type, "api", { tags });
const found = { resource: "api", path: "tags" };

ruleTest(rule, {
  valid: [
    {
      name: "two spellings on other resources of IAM, for which case counts",
      stack: ["policy:Policy", "instanceProfile:InstanceProfile", "openIdConnectProvider:OpenIdConnectProvider"].map(
        (type) => role({ Name: "a", name: "b" }, `aws:iam/${type}`),
      ),
    },
    { name: "different keys", stack: [role({ Environment: "prod", Team: "orders" })] },
    { name: "no tags", stack: [role(undefined)] },
    {
      name: "two spellings on a VPC, for which case counts",
      stack: [resource("aws:ec2/vpc:Vpc", "main", { tags: { Name: "main", name: "main" } })],
    },
    {
      name: "a default tag that the role sets again",
      stack: [provider, resource(ROLE, "api", { tags: { Environment: "b" } }, { provider })],
    },
    {
      name: "a part of a role, which has no tags",
      stack: [resource("aws:iam/rolePolicy:RolePolicy", "api", { role: "api" })],
    },
    {
      name: "a role that the stack only reads",
      stack: [resource(ROLE, "api", { tags: { Name: "a", name: "a" } }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "two spellings",
      stack: [role({ Environment: "prod", Team: "orders", environment: "prod" })],
      findings: [{ ...found, message: /"Environment" and "environment".*"Duplicate tag keys found/ }],
    },
    {
      name: "two spellings, one with a value that is not known yet",
      stack: [role({ Environment: "prod", ENVIRONMENT: unknown })],
      findings: [found],
    },
    {
      name: "three spellings, reported once",
      stack: [role({ name: "a", Name: "b", NAME: "c" }, "aws:iam/user:User")],
      findings: [found],
    },
    {
      name: "a default tag in another spelling",
      stack: [provider, resource(ROLE, "api", { tags: { environment: "prod" } }, { provider })],
      findings: [found],
    },
  ],
  undecided: [{ name: "tags that are not known yet", stack: [role(unknown)], at: ["api.tags"] }],
});
