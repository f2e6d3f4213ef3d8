import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import {
  mayActThroughService,
  missingAccess,
  restsOnComputedText,
  type Need,
  type Use,
} from "../../src/aws/identity/access";
import { workloads } from "../../src/aws/containers/environments";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule, type Context } from "../../src/rules/rule";
import { callsService } from "./iam-role-grants-needed-access.calls";

export default defineRule({
  id: "iam-role-grants-needed-access",
  category: "identity",
  description: "Roles must allow the access that their functions and tasks need",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["F12", "B28"],
  why:
    "A function or task that is wired to a table, a stream or a secret calls AWS with its role. Where no policy allows " +
    "that, every call fails at run time with AccessDenied, although the deployment succeeds.",
  fix: {
    typescript: `new aws.iam.RolePolicy("orders", {
  role: role.name,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
      Resource: table.arn,
    }],
  }),
});`,
    python: `aws.iam.RolePolicy("orders",
    role=role.name,
    policy=pulumi.Output.json_dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],
            "Resource": table.arn,
        }],
    }))`,
    yaml: `resources:
  orders:
    type: aws:iam:RolePolicy
    properties:
      role: \${role.name}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: ["dynamodb:GetItem", "dynamodb:PutItem"]
              Resource: \${table.arn}`,
  },
  limits:
    "Whether the right actions are allowed: a single one that fits is enough, under any condition. Mandatory where the " +
    "need is certain: secrets that ECS fetches, event sources that Lambda reads, and code in the program that creates a " +
    "client of the service. Advisory for other resources in environment variables, since the code may not call the " +
    "service, or another service may use its own role (Glue, DAX, S3 Access Grants). Nothing is reported where a " +
    "policy is not known yet, or where the role may assume another one or is defined in another stack. Permissions " +
    "boundaries and keys are not checked.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  ],
  stack(stack, context) {
    const managed = tableOf(context.contract, "aws-managed-policies");
    for (const workload of workloads(stack)) {
      const { missing, unknown } = missingAccess(stack, workload, managed);
      for (const property of new Set(unknown.flatMap(({ roles }) => roles))) {
        context.undecided(workload, property);
      }
      const read = context.project.files?.assets.read;
      const isCertain = (need: Need): boolean =>
        need.use !== "environment" ||
        (callsService(workload, need.service, read) && !mayActThroughService(stack, workload, need, managed));
      for (const use of USES) {
        const needs = missing.filter((need) => need.use === use);
        for (const certain of [true, false]) {
          const group = needs.filter((need) => isCertain(need) === certain);
          if (group.length > 0) {
            reportGroup({ stack, workload, needs: group, use, certain }, context);
          }
        }
      }
    }
  },
});

const USES: readonly Use[] = ["environment", "eventSource", "secrets"];

interface Group {
  stack: Stack;
  workload: Resource;
  use: Use;
  needs: readonly Need[];
  certain: boolean;
}

function reportGroup({ stack, workload, use, needs, certain }: Group, { contract, report }: Context): void {
  const isFunction = workload.type === LAMBDA_FUNCTION;
  const managed = tableOf(contract, "aws-managed-policies");
  const denied = `${[...new Set(needs.map(describe))].join(", ")}, which no policy of ${isFunction ? "its role" : "their roles"} allows`;
  report({
    at: workload,
    property: isFunction ? "role" : "containerDefinitions",
    message: `${problemOf(use, denied, isFunction, certain)} Allow the actions on these ARNs in an aws.iam.RolePolicy.`,
    restsOnComputedText: restsOnComputedText(stack, workload, needs, managed),
    ...(!certain && { level: "advisory" }),
  });
}

function problemOf(use: Use, denied: string, isFunction: boolean, certain: boolean): string {
  switch (use) {
    case "eventSource":
      return `Lambda reads events for the function from ${denied}, so AWS rejects the event source mapping.`;
    case "secrets":
      return `ECS fetches ${denied}, so the tasks do not start.`;
    case "environment":
      return (
        `${isFunction ? "The function is" : "The containers are"} wired to ${denied}. ` +
        `${certain ? "The code creates a client of the service, so its calls fail" : "Calls of the code to the service fail"} with AccessDenied.`
      );
  }
}

const describe = ({ label, target, actions }: Need): string =>
  `the ${label} ${target.name} (such as ${actions
    .slice(0, 2)
    .map((action) => `"${action}"`)
    .join(" or ")})`;
