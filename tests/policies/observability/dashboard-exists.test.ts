import rule from "../../../policies/observability/dashboard-exists";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const contract = { dashboard: true };
const bucket = resource("aws:s3/bucket:Bucket", "files");

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [bucket] },
    {
      name: "a dashboard, whatever is on it",
      contract,
      stack: [resource("aws:cloudwatch/dashboard:Dashboard", "operations", { dashboardBody: unknown })],
    },
  ],
  invalid: [
    {
      name: "no dashboard",
      contract,
      stack: [bucket],
      findings: [{ message: /aws\.cloudwatch\.Dashboard/ }],
    },
  ],
});
