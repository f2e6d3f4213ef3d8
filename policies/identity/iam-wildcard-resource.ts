import type { Statement } from "../../stack/iam";
import { isEveryResource, reachOf } from "../../stack/iam-actions";
import { known } from "../../stack/value";
import { defineRule, type Context } from "../rule";
import { statementChecks } from "../statements";

/** How many actions a message names. */
const NAMED = 4;

export default defineRule({
  id: "iam-wildcard-resource",
  category: "identity",
  description: "Policies name the resources that their actions are for",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["leastPrivilege"],
  failures: ["P15", "C8"],
  why:
    'With Resource "*", a task that needs one secret can read every secret of the account, of other teams and other ' +
    "environments too. Most actions can be limited to the ARNs that they are for.",
  fix: {
    typescript:
      "policy: pulumi.jsonStringify({\n" +
      '  Version: "2012-10-17",\n' +
      '  Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret.arn }],\n' +
      "}),",
    python:
      "policy=pulumi.Output.json_dumps({\n" +
      '    "Version": "2012-10-17",\n' +
      '    "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": secret.arn}],\n' +
      "}),",
    yaml:
      'policy:\n  fn::toJSON:\n    Version: "2012-10-17"\n    Statement:\n      - Effect: Allow\n' +
      "        Action: secretsmanager:GetSecretValue\n        Resource: ${secret.arn}",
  },
  limits:
    "Actions that know no resource (ec2:DescribeInstances, ecr:GetAuthorizationToken) or that the table does not have; " +
    "patterns such as ec2:Describe*; what ordinary uses need for everything (network interfaces of functions in a VPC, " +
    "sns:Publish to telephones); NotAction, NotResource and ARNs with wildcards in some of their fields; permissions " +
    "boundaries and the policies of resources. Under a condition it only advises, and only on secrets, keys, roles and data.",
  ...statementChecks(judge),
});

function judge(statement: Statement, { report }: Context): void {
  if (!isForEverything(statement)) {
    return;
  }
  const actions = statement.actions.patterns.filter(known);
  const sensitive = actions.filter((action) => reachOf(action) === "sensitive");
  const limitable = statement.hasCondition ? [] : actions.filter((action) => reachOf(action) === "limitable");
  const wide = [...new Set([...sensitive, ...limitable])];
  if (wide.length === 0) {
    return;
  }
  const reason = statement.hasCondition
    ? "with a condition as the only limit"
    : "so on those of other applications too";
  report({
    at: statement.view,
    property: "Resource",
    message:
      `the statement allows ${listed(wide)} on every resource, ${reason}; ` +
      "name in Resource the ARNs that these are for, such as secret.arn, and leave in a statement of their own the " +
      'actions that need "*".',
    restsOnComputedText: statement.isComputed,
    ...(statement.hasCondition ? { level: "advisory" } : sensitive.length > 0 && { level: "mandatory" }),
  });
}

function isForEverything({ effect, actions, resources }: Statement): boolean {
  return (
    effect === "Allow" &&
    !actions.except &&
    !resources.except &&
    resources.patterns.some((pattern) => known(pattern) && isEveryResource(pattern))
  );
}

function listed(actions: readonly string[]): string {
  const more = actions.length - NAMED;
  return `${actions.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}
