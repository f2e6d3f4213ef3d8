import { overlaps, type Statement } from "../../src/aws/identity/iam";
import { isEveryResource, reachOf } from "../../src/aws/identity/iam-actions";
import { known } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";
import { statementChecks } from "../../src/rules/identity-statements";

/** How many actions a message names. */
const NAMED = 4;

export default defineRule({
  id: "iam-wildcard-resource",
  category: "identity",
  description: "Policies must name the resources that their actions are for",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["leastPrivilege"],
  failures: ["P15", "C8"],
  why:
    'With Resource "*", a task that needs one secret can read every secret of the account, including those of other teams ' +
    "and environments. Most actions can be limited to the ARNs that they are for.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret.arn }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": secret.arn}],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: secretsmanager:GetSecretValue
        Resource: \${secret.arn}`,
  },
  limits:
    "Actions that support no resource (ec2:DescribeInstances, ecr:GetAuthorizationToken) or that the table does not have; " +
    "patterns such as ec2:Describe*; ordinary uses that need every resource (network interfaces of functions in a VPC, " +
    "sns:Publish to telephones); NotAction (iam-wildcard-action) and ARNs with wildcards in some of their fields, except " +
    "those of every role; permissions boundaries and the policies of resources. With a condition it is always advisory, and only for secrets, keys, roles " +
    "and data.",
  references: [
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  ...statementChecks(checkStatement),
});

function checkStatement(statement: Statement, { report }: Context): void {
  const { view, hasCondition } = statement;
  const wide = wideActions(statement);
  if (wide.length === 0) {
    return;
  }
  const { except } = statement.resources;
  const reach = except ? 'every resource but those in its "NotResource"' : "every resource";
  const scope = hasCondition ? "limited only by a condition" : "including those of other applications";
  report({
    at: view,
    property: except ? "NotResource" : "Resource",
    message:
      `The statement allows ${listed(wide)} on ${reach}, ${scope}. Name in "Resource" the ARNs that these actions ` +
      'are for, such as "secret.arn", and keep actions that need "*" in a statement of their own.',
    restsOnComputedText: statement.isComputed,
    ...(hasCondition && { level: "advisory" }),
  });
}

/** The actions that a statement allows on everything although they could be limited. */
function wideActions({ effect, actions, resources, hasCondition }: Statement): string[] {
  if (effect !== "Allow" || actions.except) {
    return [];
  }
  const named = actions.patterns.filter(known);
  const patterns = resources.patterns.filter(known);
  // Without everything, nothing is left.
  if (resources.except === patterns.some(isEveryResource)) {
    return !resources.except && patterns.some(isEveryRole)
      ? named.filter((action) => overlaps(action.toLowerCase(), "iam:passrole"))
      : [];
  }
  const sensitive = named.filter((action) => reachOf(action) === "sensitive");
  const limitable = hasCondition ? [] : named.filter((action) => reachOf(action) === "limitable");
  return [...new Set([...sensitive, ...limitable])];
}

const isEveryRole = (pattern: string): boolean => /^arn:[^:]*:iam::[^:]*:role\/\*+$/.test(pattern);

function listed(actions: readonly string[]): string {
  const more = actions.length - NAMED;
  const named = actions.slice(0, NAMED).map((action) => `"${action}"`);
  return `${named.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
