import { namesAction, statementsOf, type Principal, type Statement } from "../../src/aws/identity/iam";
import { IAM_ROLE } from "../../src/aws/type-tokens";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";
import { USES, type Use } from "./role-trusts-service.uses";

const MOST_SHOWN = 3;

/** True for the principal of a service, also that of a region or of China. */
const isPrincipalOf = (service: string, id: string): boolean =>
  id.startsWith(`${service}.`) &&
  /^(?:[a-z]+(?:-[a-z]+)+-\d\.)?amazonaws\.com(?:\.cn)?$/.test(id.slice(service.length + 1));

function isOneOf({ type, id }: Principal, services: readonly string[]): Certainty {
  if (id === UNKNOWN || type === "*") {
    return UNKNOWN;
  }
  return type === "Service" && services.some((service) => isPrincipalOf(service, id));
}

/** Whether a statement of a trust policy lets one of these services assume the role, under any conditions. */
function trusts(statement: Statement, services: readonly string[]): Certainty {
  const { effect, principals } = statement;
  return effect === "Deny"
    ? false
    : allOf([
        effect === "Allow" ? true : UNKNOWN,
        namesAction(statement, "sts:AssumeRole"),
        principals === UNKNOWN ? UNKNOWN : anyOf(principals.map((principal) => isOneOf(principal, services))),
      ]);
}

/** The services that a trust policy names, in a few words. */
function trustedBy(statements: readonly Statement[]): string {
  const principals = statements.flatMap((statement) => (statement.principals === UNKNOWN ? [] : statement.principals));
  const ids = [...new Set(principals.flatMap(({ type, id }) => (type === "Service" && id !== UNKNOWN ? [id] : [])))];
  return ids.length === 0
    ? "trusts no service"
    : `trusts ${ids.slice(0, MOST_SHOWN).join(", ")}${ids.length > MOST_SHOWN ? " and others" : ""} only`;
}

/** The one role of the program behind a value. */
function roleOf(stack: Stack, arn: View): Resource | undefined {
  const { resources, complete } = stack.refs(arn, IAM_ROLE);
  return complete && resources.length === 1 && resources[0]?.external === false ? resources[0] : undefined;
}

function check(stack: Stack, { arn, use }: { arn: View; use: Use }, { report, undecided }: Context): void {
  const role = roleOf(stack, arn);
  const statements = role && statementsOf(role, "assumeRolePolicy");
  if (role === undefined || statements === undefined) {
    return;
  }
  const trusted = statements === UNKNOWN ? UNKNOWN : anyOf(statements.map((one) => trusts(one, use.services)));
  if (statements === UNKNOWN || trusted === UNKNOWN) {
    undecided(arn);
  } else if (!trusted) {
    report({
      at: arn,
      onlyAtCreation: true,
      message:
        `The role ${role.name} ${trustedBy(statements)}, and ${String(use.services[0])}.amazonaws.com has to assume it here. ` +
        "Name that service in the `assumeRolePolicy` of the role.",
      ...(use.awsError !== undefined && { awsError: use.awsError }),
    });
  }
}

/** The values at a path: elements of lists on the way, each. */
const arnsAt = (resource: Resource, path: string): View[] =>
  path.split(".").reduce<View[]>(
    (views, key) =>
      views.flatMap((view) => {
        const inner = view.at(key);
        const list = inner.list() ?? [];
        return known(list) ? list : [inner];
      }),
    [resource],
  );

export default defineRule({
  id: "role-trusts-service",
  category: "validity",
  description: "A role must trust the service that uses it",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A service can use a role only if the role's trust policy names the service's principal. Most services check that when " +
    "the resource is created and reject it; with the others nothing runs. The name of the principal is easily mistaken: " +
    "tasks of ECS need ecs-tasks.amazonaws.com, EventBridge Scheduler needs scheduler.amazonaws.com.",
  fix: {
    typescript: `const role = new aws.iam.Role("orders", {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});`,
    python: `role = aws.iam.Role("orders", assume_role_policy=json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}))`,
    yaml: `resources:
  role:
    type: aws:iam:Role
    properties:
      assumeRolePolicy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal:
                Service: lambda.amazonaws.com
              Action: sts:AssumeRole`,
  },
  limits:
    "Roles that are not created by the program, conditions of trust policies, and principals of everyone. On a resource " +
    "that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  ],
  stack(stack, context) {
    for (const resource of stack.managed(...Object.keys(USES))) {
      for (const use of USES[resource.type] ?? []) {
        for (const arn of arnsAt(resource, use.path)) {
          check(stack, { arn, use }, context);
        }
      }
    }
  },
});
