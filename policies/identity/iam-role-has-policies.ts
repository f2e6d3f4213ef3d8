import { IAM_ROLE, LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { isMadeByPackage } from "../../src/graph/components";
import { containersOf, isForFargate, workloads } from "../../src/aws/containers/environments";
import { missingAccess } from "../../src/aws/identity/access";
import { policiesOf, type ManagedPolicies } from "../../src/aws/identity/iam";
import type { Resource } from "../../src/graph/resource";
import { grouped, type Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

export default defineRule({
  id: "iam-role-has-policies",
  category: "identity",
  description: "The roles of functions and task executions must have policies",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["B28"],
  why:
    "A role without a policy allows nothing: a function can neither write its log nor call any service, and ECS can " +
    "neither pull a private image, nor fetch secrets, nor send logs to CloudWatch.",
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
  limits:
    "Roles of other stacks, and those that a resource outside @pulumi/aws may give policies to; roles whose missing " +
    "access iam-role-grants-needed-access reports. Mandatory where the need is certain: a new function in a VPC; secrets " +
    "that ECS fetches; on Fargate, the awslogs driver and an image in ECR. Advisory otherwise, since functions and tasks " +
    "run without any permission.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
  ],
  stack(stack, { contract, report, undecided }) {
    const managed = tableOf(contract, "aws-managed-policies");
    for (const [role, users] of usersOfRoles(stack)) {
      const { policies, complete } = policiesOf(stack, role, managed);
      if (policies.length > 0 || role.external) {
        continue;
      }
      if (!complete) {
        undecided(role);
        continue;
      }
      const checked = users.map((user) => checkUser(stack, user, managed));
      // The most certain finding counts; the others have the same fix.
      const finding = checked.find((one) => one !== undefined && one.level !== "advisory") ?? checked.find(Boolean);
      if (finding) {
        report({ at: role, ...finding, ...(isMadeByPackage(role) && { level: "advisory" }) });
      }
    }
  },
});

/** The property with the role that AWS itself uses to run a workload. */
const roleProperty = ({ type }: Resource): string => (type === LAMBDA_FUNCTION ? "role" : "executionRoleArn");

/** The roles of the stack with the workloads that run with them. */
function usersOfRoles(stack: Stack): Map<Resource, Resource[]> {
  return grouped(workloads(stack), (workload) => {
    const { resources, complete } = stack.refs(workload.at(roleProperty(workload)), IAM_ROLE);
    return complete && resources.length === 1 ? resources : [];
  });
}

type Problem = Pick<Finding, "message" | "awsError" | "level">;

/** The problem of a workload whose role has no policies; absent where another rule reports it. */
function checkUser(stack: Stack, workload: Resource, managed: ManagedPolicies): Problem | undefined {
  const property = roleProperty(workload);
  const isReported = missingAccess(stack, workload, managed).missing.some(({ roles }) => roles.includes(property));
  return workload.type === LAMBDA_FUNCTION ? checkFunction(workload, isReported) : checkTask(workload, isReported);
}

function checkFunction(fn: Resource, isReported: boolean): Problem | undefined {
  const subnets = fn.at("vpcConfig").isUnknown ? undefined : fn.at("vpcConfig", "subnetIds");
  if (subnets && !subnets.isAbsent && !isEmpty(subnets.value)) {
    return {
      message:
        `The function ${fn.name} runs with this role in a VPC, but the role has no policy and cannot create the ` +
        `function's network interfaces. ${attach("AWSLambdaVPCAccessExecutionRole")}`,
      awsError: "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
      // A function that exists has got its network interfaces in some other way.
      ...(fn.exists === true && { level: "advisory" }),
    };
  }
  return isReported
    ? undefined
    : {
        message:
          `The function ${fn.name} runs with this role, which has no policy, so it can neither write its log nor call ` +
          `any AWS service. ${attach("AWSLambdaBasicExecutionRole")}`,
        level: "advisory",
      };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function checkTask(task: Resource, isReported: boolean): Problem | undefined {
  const needs = certainNeeds(task, isReported);
  if (needs.length > 0) {
    return {
      message:
        `ECS starts the tasks of ${task.name} with this role, which has no policy. They do not start, since ECS cannot ` +
        `${needs.join(" and ")}. ${attach("AmazonECSTaskExecutionRolePolicy")}`,
    };
  }
  return isReported
    ? undefined
    : {
        message:
          `ECS starts the tasks of ${task.name} with this role, which has no policy. It can neither pull private images, ` +
          `nor fetch secrets, nor send logs to CloudWatch. ${attach("AmazonECSTaskExecutionRolePolicy")}`,
        level: "advisory",
      };
}

const attach = (policy: string): string =>
  `Attach "service-role/${policy}", and what else it needs, with an aws.iam.RolePolicyAttachment.`;

const ECR_IMAGE = /^\d{12}\.dkr\.ecr\./;

/** What ECS certainly does with the execution role to start a task. */
function certainNeeds(task: Resource, isReported: boolean): string[] {
  const containers = containersOf(task);
  if (!known(containers)) {
    return [];
  }
  const some = (test: (container: View) => boolean): boolean => containers.some(test);
  // On instances, ECS pulls images and sends logs with the role of the instance.
  const isFargate = isForFargate(task);
  return [
    ...(isFargate && some((one) => ECR_IMAGE.test(String(one.str("image")))) ? ["pull their image from ECR"] : []),
    ...(isFargate && some((one) => one.str("logConfiguration", "logDriver") === "awslogs")
      ? ["send their logs to CloudWatch (awslogs)"]
      : []),
    ...(!isReported && some((one) => !one.at("secrets").isAbsent && !isEmpty(one.at("secrets").value))
      ? ["fetch their secrets"]
      : []),
  ];
}
