import type { Patterns, Statement } from "../../src/aws/identity/iam";
import { isEveryResource, wholeServiceOf } from "../../src/aws/identity/iam-actions";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";
import { statementChecks } from "../../src/rules/identity-statements";

/** Services whose actions only carry the caller's own data: logs, traces, the channels of a session. */
const HARMLESS: ReadonlySet<string> = new Set(["ec2messages", "logs", "ssmmessages", "xray"]);

export default defineRule({
  id: "iam-wildcard-action",
  category: "identity",
  description: "Policies must list the actions that they allow",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["leastPrivilege"],
  supersedes: ["iam-wildcard-resource"],
  failures: ["P15"],
  why:
    "A policy that allows every action of a service also allows deleting its data and changing who may use it. An " +
    "attacker who takes over the task or function can do all of that, although its code needs two or three actions.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:PutObject"], // instead of "s3:*"
    Resource: pulumi.concat(bucket.arn, "/*"),
  }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:PutObject"],  # instead of "s3:*"
        "Resource": pulumi.Output.concat(bucket.arn, "/*"),
    }],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ["s3:GetObject", "s3:PutObject"] # instead of s3:*
        Resource: \${bucket.arn}/*`,
  },
  limits:
    "Statements with a condition, NotAction with particular resources, policies that are only used as permissions " +
    "boundaries (by their name where nothing in the stack uses them), the policies of resources (keys, buckets, endpoints), service control policies, and AWS-managed policies. Always advisory for logs, " +
    "traces and session channels.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
  ...statementChecks(checkStatement),
});

function checkStatement(statement: Statement, { report, undecided }: Context): void {
  const { view, effect, hasCondition, isComputed } = statement;
  const finding = effect === "Deny" || hasCondition ? undefined : findingOn(statement);
  if (finding && effect === UNKNOWN) {
    undecided(view, "Effect");
  } else if (finding) {
    report({ at: view, restsOnComputedText: isComputed, ...finding });
  }
}

/** What is wrong with the actions of a statement that allows them. */
function findingOn({ actions, resources }: Statement): Omit<Finding, "at"> | undefined {
  if (actions.except) {
    return reachesEverything(resources) ? exceptionFinding(actions) : undefined;
  }
  const wide = actions.patterns.filter(known).filter((pattern) => wholeServiceOf(pattern) !== undefined);
  return wide.length > 0 ? wideFinding(wide) : undefined;
}

/** True for every resource, and for every one except some. */
const reachesEverything = ({ except, patterns }: Patterns): boolean =>
  except !== patterns.some((pattern) => known(pattern) && isEveryResource(pattern));

function exceptionFinding({ patterns }: Patterns): Omit<Finding, "at"> {
  const named = joinNames(patterns.filter(known).map((action) => `"${action}"`));
  return {
    property: "NotAction",
    message:
      `The statement allows every action of every service except ${named}, including those that AWS will add. List in ` +
      '"Action" the actions that are used, such as "s3:GetObject".',
  };
}

function wideFinding(wide: readonly string[]): Omit<Finding, "at"> {
  const services = wide.map(wholeServiceOf);
  const what = services.includes("*") ? "every action of every service" : "every action of the service";
  return {
    property: "Action",
    message:
      `The statement allows ${[...new Set(wide)].map((action) => `"${action}"`).join(" and ")}: ${what}, including those ` +
      'that AWS will add. List in "Action" the actions that are used, such as "s3:GetObject".',
    ...(services.every((service) => service !== undefined && HARMLESS.has(service)) && { level: "advisory" }),
  };
}
