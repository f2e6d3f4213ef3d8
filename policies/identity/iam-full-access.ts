import type { Statement } from "../../src/aws/identity/iam";
import { isEveryResource, wholeServiceOf } from "../../src/aws/identity/iam-actions";
import { known, UNKNOWN } from "../../src/graph/value";
import { statementChecks } from "../../src/rules/identity-statements";
import { defineRule, type Context } from "../../src/rules/rule";

/** True where a statement names every action of every service, on every resource. */
function isForEverything({ actions, resources }: Statement): boolean {
  return (
    !actions.except &&
    !resources.except &&
    actions.patterns.some((pattern) => known(pattern) && wholeServiceOf(pattern) === "*") &&
    resources.patterns.some((pattern) => known(pattern) && isEveryResource(pattern))
  );
}

function checkStatement(statement: Statement, { report, undecided }: Context): void {
  const { view, effect, isComputed } = statement;
  if (!isForEverything(statement) || effect === "Deny") {
    return;
  }
  if (effect === UNKNOWN) {
    undecided(view, "Effect");
    return;
  }
  report({
    at: view,
    property: "Action",
    restsOnComputedText: isComputed,
    message:
      "The statement allows every action on every resource, so its holder controls the account. " +
      'List in "Action" and "Resource" what is used, such as "s3:GetObject" on one bucket.',
  });
}

export default defineRule({
  id: "iam-full-access",
  category: "identity",
  description: "Policies must not allow every action on every resource",
  severity: "high",
  level: "only-if-required",
  supersedes: ["iam-wildcard-action"],
  why:
    "A policy with every action on every resource is that of an administrator, whatever it is called. A key that leaks, or " +
    "a task that is taken over, is then the whole account.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: pulumi.concat(bucket.arn, "/*") }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": pulumi.Output.concat(bucket.arn, "/*")}],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ["s3:GetObject"]
        Resource: \${bucket.arn}/*`,
  },
  limits:
    "Policies that AWS publishes, such as AdministratorAccess, and policies that are only used as permissions boundaries. " +
    "Wide statements that are narrower than this are those of iam-wildcard-action and iam-wildcard-resource.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
  ],
  ...statementChecks(checkStatement),
});
