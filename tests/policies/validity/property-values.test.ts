import rule from "../../../policies/validity/property-values";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const role = (inputs: Record<string, Input>): BuiltResource => resource("aws:iam/role:Role", "deploy", inputs);
const table = (inputs: Record<string, Input>): BuiltResource => resource("aws:dynamodb/table:Table", "orders", inputs);
const repository = (filters: number): BuiltResource =>
  resource("aws:ecr/repository:Repository", "shop", {
    imageTagMutabilityExclusionFilters: Array.from({ length: filters }, (_, index) => ({
      filter: `v${String(index)}`,
      filterType: "WILDCARD",
    })),
  });

ruleTest(rule, {
  valid: [
    { name: "a number at the limit", stack: [role({ maxSessionDuration: 43_200 })] },
    { name: "a number in a string", stack: [role({ maxSessionDuration: "3600" })] },
    { name: "a number that is not known yet", stack: [role({ maxSessionDuration: unknown })] },
    { name: "zero, which the provider does not send", stack: [role({ maxSessionDuration: 0 })] },
    { name: "a value of another type", stack: [role({ maxSessionDuration: "one hour" }), role({ path: true })] },
    {
      name: "a value in another case, which the provider corrects",
      stack: [table({ billingMode: "pay_per_request" })],
    },
    { name: "as many items as there may be", stack: [repository(5)] },
    { name: "a type without limits", stack: [resource("random:index/randomId:RandomId", "id", { byteLength: 8 })] },
  ],
  invalid: [
    {
      name: "a number above the maximum",
      stack: [role({ maxSessionDuration: 86_400 })],
      shape: "preview",
      findings: [
        {
          resource: "deploy",
          path: "maxSessionDuration",
          message:
            /^`maxSessionDuration` is 86400\. AWS accepts 3600 to 43200\. \(aws\.iam\.role\.value\.max-session-duration, as of 20/,
        },
      ],
    },
    {
      name: "the same in a role that exists already",
      stack: [role({ maxSessionDuration: 86_400 })],
      shape: "up",
      findings: [{ resource: "deploy", path: "maxSessionDuration", level: "advisory" }],
    },
    {
      name: "the same when the table is old, since AWS may have raised the maximum",
      stack: [role({ maxSessionDuration: 86_400 })],
      day: "2027-10-01",
      shape: "preview",
      findings: [{ resource: "deploy", path: "maxSessionDuration", level: "advisory" }],
    },
    {
      name: "a number below the minimum, however old the table is",
      stack: [role({ maxSessionDuration: 60 })],
      day: "2027-10-01",
      shape: "preview",
      findings: [{ resource: "deploy", path: "maxSessionDuration" }],
    },
    {
      name: "a string that is too long",
      stack: [resource("aws:kms/key:Key", "key", { description: "x".repeat(9000) })],
      shape: "preview",
      findings: [{ resource: "key", path: "description", message: /has 9000 characters\. AWS accepts at most 8192\./ }],
    },
    {
      name: "a value that the table does not have",
      stack: [table({ billingMode: "FREE" })],
      shape: "preview",
      findings: [
        {
          resource: "orders",
          path: "billingMode",
          message:
            /is "FREE"\. AWS accepts "PAY_PER_REQUEST", "PROVISIONED", as far as this version of preflight knows\./,
        },
      ],
    },
    {
      name: "the same when the table is old, since AWS may have added it",
      stack: [table({ billingMode: "FREE" })],
      day: "2027-10-01",
      shape: "preview",
      findings: [{ resource: "orders", path: "billingMode", level: "advisory" }],
    },
    {
      name: "a name that does not match the pattern of the operation",
      stack: [
        resource("aws:appsync/dataSource:DataSource", "orders", { apiId: "a", name: "orders-table", type: "NONE" }),
      ],
      shape: "preview",
      findings: [
        {
          resource: "orders",
          path: "name",
          message: /`name` is "orders-table"\. AWS accepts what matches \/\^\(\?:\[_A-Za-z\]/,
        },
      ],
    },
    {
      name: "an element of a list that is not in the set",
      stack: [resource("aws:grafana/workspace:Workspace", "charts", { authenticationProviders: ["SAML", "LDAP"] })],
      shape: "preview",
      findings: [
        { resource: "charts", path: "authenticationProviders", message: /has "LDAP"\. AWS accepts "AWS_SSO", "SAML"/ },
      ],
    },
    {
      name: "too many items",
      stack: [repository(6)],
      shape: "preview",
      findings: [
        { resource: "shop", path: "imageTagMutabilityExclusionFilters", message: /has 6 items\. AWS accepts 1 to 5\./ },
      ],
    },
  ],
});
