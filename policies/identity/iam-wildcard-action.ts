import type { Statement } from "../../stack/iam";
import { wholeServiceOf } from "../../stack/iam-actions";
import { known } from "../../stack/value";
import { defineRule, type Context } from "../rule";
import { statementChecks } from "../statements";

/** Services whose actions only carry what the caller itself says: logs, traces, the channel of a session. */
const HARMLESS: ReadonlySet<string> = new Set(["ec2messages", "logs", "ssmmessages", "xray"]);

export default defineRule({
  id: "iam-wildcard-action",
  category: "identity",
  description: "Policies list the actions that they allow",
  severity: "high",
  level: "mandatory",
  failures: ["P15"],
  why:
    "A policy that allows every action of a service also allows to delete what it holds and to change who may use it. " +
    "Whoever takes over the task or function can do all of that, although its code needs two or three actions.",
  fix: {
    typescript:
      'policy: pulumi.jsonStringify({\n  Version: "2012-10-17",\n  Statement: [{\n    Effect: "Allow",\n' +
      '    Action: ["s3:GetObject", "s3:PutObject"], // instead of "s3:*"\n' +
      "    Resource: pulumi.interpolate`${bucket.arn}/*`,\n  }],\n}),",
    python:
      'policy=pulumi.Output.json_dumps({\n    "Version": "2012-10-17",\n    "Statement": [{\n' +
      '        "Effect": "Allow",\n' +
      '        "Action": ["s3:GetObject", "s3:PutObject"],  # instead of "s3:*"\n' +
      '        "Resource": pulumi.Output.concat(bucket.arn, "/*"),\n    }],\n}),',
    yaml:
      'policy:\n  fn::toJSON:\n    Version: "2012-10-17"\n    Statement:\n      - Effect: Allow\n' +
      '        Action: ["s3:GetObject", "s3:PutObject"] # instead of s3:*\n' +
      "        Resource: ${bucket.arn}/*",
  },
  limits:
    "Statements with a condition or with NotAction, permissions boundaries (by their use or name), the policies of " +
    "resources (keys, buckets, endpoints), service control policies, and AWS's own policies. For logs, traces and " +
    "session channels it only advises.",
  ...statementChecks(judge),
});

function judge(statement: Statement, { report }: Context): void {
  const wide = wideActions(statement);
  if (wide.length === 0) {
    return;
  }
  const services = wide.map(wholeServiceOf);
  const what = services.includes("*") ? "every action of every service" : "every action there is of the service";
  report({
    at: statement.view,
    property: "Action",
    message:
      `the statement allows ${[...new Set(wide)].join(" and ")}, ${what}, whatever AWS adds to them included; ` +
      'list in Action the actions that are used, such as "s3:GetObject".',
    restsOnComputedText: statement.isComputed,
    ...(services.every((service) => service !== undefined && HARMLESS.has(service)) && { level: "advisory" }),
  });
}

function wideActions({ effect, actions, hasCondition }: Statement): string[] {
  return effect === "Allow" && !hasCondition && !actions.except
    ? actions.patterns.filter(known).filter((pattern) => wholeServiceOf(pattern) !== undefined)
    : [];
}
