import { tableOf } from "../../contract/facts";
import { isMadeByPackage } from "../../stack/components";
import { workloads } from "../../stack/environments";
import { FUNCTION } from "../../stack/functions";
import { policiesOf, ROLE } from "../../stack/iam";
import type { Resource } from "../../stack/resource";
import { defineRule } from "../rule";

export default defineRule({
  id: "iam-role-has-policies",
  category: "identity",
  description: "The roles of functions and task executions have policies",
  severity: "high",
  level: "mandatory",
  failures: ["B28"],
  why:
    "A role without a policy allows nothing: the function cannot write its log nor call any service, and ECS can " +
    "neither pull the image nor start the task.",
  fix: {
    typescript:
      'new aws.iam.RolePolicyAttachment("logs", {\n' +
      "  role: role.name,\n" +
      "  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,\n});",
    python:
      'aws.iam.RolePolicyAttachment("logs",\n' +
      "    role=role.name,\n" +
      "    policy_arn=aws.iam.ManagedPolicy.AWS_LAMBDA_BASIC_EXECUTION_ROLE)",
    yaml:
      "resources:\n  logs:\n    type: aws:iam:RolePolicyAttachment\n    properties:\n" +
      "      role: ${role.name}\n" +
      "      policyArn: arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
  },
  limits: "Roles outside the stack, and those that something else than @pulumi/aws may give policies to.",
  stack(stack, { contract, report, undecided }) {
    const users = new Map<Resource, Resource>();
    for (const workload of workloads(stack)) {
      const property = workload.type === FUNCTION ? "role" : "executionRoleArn";
      const { resources, complete } = stack.refs(workload.at(property), ROLE);
      for (const role of complete && resources.length === 1 ? resources : []) {
        users.set(role, users.get(role) ?? workload);
      }
    }
    for (const [role, workload] of users) {
      const { policies, complete } = policiesOf(stack, role, tableOf(contract, "aws-managed-policies"));
      if (policies.length > 0 || role.outside) {
        continue;
      }
      if (!complete) {
        undecided(role);
        continue;
      }
      const [who, policy] =
        workload.type === FUNCTION
          ? [`the function ${workload.name} runs with this role`, "AWSLambdaBasicExecutionRole"]
          : [`ECS starts the tasks of ${workload.name} with this role`, "AmazonECSTaskExecutionRolePolicy"];
      report({
        at: role,
        message:
          `${who}, but it has no policy and so allows nothing; attach service-role/${policy} with an ` +
          "aws.iam.RolePolicyAttachment, and a policy with the actions that it takes.",
        ...(isMadeByPackage(role) && { level: "advisory" }),
      });
    }
  },
});
