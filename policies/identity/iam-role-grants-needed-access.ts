import { tableOf } from "../../contract/facts";
import { isGranted, needsOf, restsOnComputedText, type Need } from "../../stack/access";
import { isMadeByPackage } from "../../stack/components";
import { workloads } from "../../stack/environments";
import { FUNCTION } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const describe = ({ label, target, actions }: Need): string =>
  `the ${label} ${target.name} (such as ${actions.slice(0, 2).join(" or ")})`;

export default defineRule({
  id: "iam-role-grants-needed-access",
  category: "identity",
  description: "Roles allow what their functions and tasks are wired to",
  severity: "high",
  level: "mandatory",
  failures: ["F12", "B28"],
  why:
    "A function or task that is told of a table, a stream or a secret calls AWS with its role; where no policy allows " +
    "that, every call fails at run time with AccessDenied, although the deployment succeeds.",
  fix: {
    typescript:
      'new aws.iam.RolePolicy("orders", {\n  role: role.name,\n  policy: pulumi.jsonStringify({\n' +
      '    Version: "2012-10-17",\n' +
      '    Statement: [{ Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: table.arn }],\n' +
      "  }),\n});",
    python:
      'aws.iam.RolePolicy("orders",\n    role=role.name,\n    policy=pulumi.Output.json_dumps({\n' +
      '        "Version": "2012-10-17",\n' +
      '        "Statement": [{"Effect": "Allow", "Action": ["dynamodb:GetItem", "dynamodb:PutItem"],\n' +
      '                       "Resource": table.arn}],\n    }))',
    yaml:
      "resources:\n  orders:\n    type: aws:iam:RolePolicy\n    properties:\n      role: ${role.name}\n" +
      '      policy:\n        fn::toJSON:\n          Version: "2012-10-17"\n          Statement:\n' +
      '            - Effect: Allow\n              Action: ["dynamodb:GetItem", "dynamodb:PutItem"]\n' +
      "              Resource: ${table.arn}",
  },
  limits:
    "Whether the right ones of the actions are allowed: one that makes sense is enough, under whatever condition. " +
    "Nothing is said where a policy's text is not known yet, where the role may take on another one or lies outside " +
    "the stack, nor of permissions boundaries and keys.",
  stack(stack, { contract, report, undecided }) {
    const managed = tableOf(contract, "aws-managed-policies");
    for (const workload of workloads(stack)) {
      const needs = needsOf(stack, workload).map((need) => ({
        need,
        granted: isGranted(stack, workload, need, managed),
      }));
      const missing = needs.filter(({ granted }) => granted === false).map(({ need }) => need);
      const open = new Set(needs.filter(({ granted }) => granted === UNKNOWN).flatMap(({ need }) => need.roles));
      open.forEach((property) => {
        undecided(workload, property);
      });
      if (missing.length > 0) {
        const isFunction = workload.type === FUNCTION;
        report({
          at: workload,
          property: isFunction ? "role" : "containerDefinitions",
          message:
            `${isFunction ? "the function is" : "the containers are"} wired to what no policy of ` +
            `${isFunction ? "its role" : "their roles"} allows to use: ` +
            `${[...new Set(missing.map(describe))].join(", ")}; ` +
            "allow the actions that are called on these ARNs in an aws.iam.RolePolicy.",
          restsOnComputedText: restsOnComputedText(stack, workload, missing, managed),
          ...(isMadeByPackage(workload) && { level: "advisory" }),
        });
      }
    }
  },
});
