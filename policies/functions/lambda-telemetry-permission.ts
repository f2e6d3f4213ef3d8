import { roleAllows } from "../../src/aws/identity/grants";
import { policiesOf } from "../../src/aws/identity/iam";
import { IAM_ROLE, LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** What a function sends with its role, and how it is allowed. */
const TELEMETRY = [
  {
    what: "logs",
    action: "logs:PutLogEvents",
    policy: "service-role/AWSLambdaBasicExecutionRole",
    isOn: (): boolean => true,
  },
  {
    what: "traces",
    action: "xray:PutTraceSegments",
    policy: "AWSXRayDaemonWriteAccess",
    isOn: (mode: unknown): boolean => mode === "Active",
  },
];

export default defineRule({
  id: "lambda-telemetry-permission",
  category: "functions",
  description: "The role of a function must allow the logs and traces that it sends",
  severity: "medium",
  level: "advisory",
  why:
    "A function writes its log and its traces with its own role. Without the permission it works, and nothing of it is " +
    "there when something fails.",
  fix: {
    typescript: `new aws.iam.RolePolicyAttachment("logs", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
});`,
    python: `aws.iam.RolePolicyAttachment("logs",
    role=role.name,
    policy_arn=aws.iam.ManagedPolicy.AWS_LAMBDA_BASIC_EXECUTION_ROLE)`,
    yaml: `resources:
  logs:
    type: aws:iam:RolePolicyAttachment
    properties:
      role: \${role.name}
      policyArn: arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`,
  },
  limits: "Roles of other stacks and unknown policies; roles without any policy (iam-role-has-policies).",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
  ],
  stack(stack, { contract, report }) {
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const { resources, complete } = stack.refs(fn.at("role"), IAM_ROLE);
      const [role] = resources;
      const policies =
        role && complete ? policiesOf(stack, role, tableOf(contract, "aws-managed-policies")) : undefined;
      const mode = fn.str("tracingConfig", "mode");
      if (!role || resources.length > 1 || !policies?.complete || policies.policies.length === 0 || mode === UNKNOWN) {
        continue;
      }
      const missing = TELEMETRY.filter(({ action, isOn }) => isOn(mode) && roleAllows(policies, action) === false);
      if (missing.length > 0) {
        report({
          at: fn,
          property: "role",
          message:
            `No policy of the role ${role.name} allows the function to send its ${missing.map(({ what }) => what).join(" and ")}` +
            `. Attach ${missing.map(({ policy }) => `"arn:aws:iam::aws:policy/${policy}"`).join(" and ")} to the role.`,
        });
      }
    }
  },
});
