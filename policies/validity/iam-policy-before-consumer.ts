import {
  ECS_SERVICE,
  ECS_TASK_DEFINITION,
  IAM_ROLE,
  IAM_ROLE_POLICY,
  LAMBDA_EVENT_SOURCE_MAPPING,
  LAMBDA_FUNCTION,
  SQS_QUEUE,
} from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import { isMadeByPackage } from "../../src/graph/components";
import { roleAllows } from "../../src/aws/identity/grants";
import { policiesOf } from "../../src/aws/identity/iam";
import { awaitedBy, makeWait } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

const EKS: Readonly<Record<string, string>> = {
  "aws:eks/cluster:Cluster": "roleArn",
  "aws:eks/fargateProfile:FargateProfile": "podExecutionRoleArn",
  "aws:eks/nodeGroup:NodeGroup": "nodeRoleArn",
};
const LACKS = "The provided execution role does not have permissions to call";

/** A resource whose role AWS checks or uses when it creates the resource. */
interface Consumer {
  at: View;
  role: View;
  /** The actions that AWS checks; without them any policy of the role may matter. */
  actions?: readonly string[];
  awsError?: string;
}

function functionConsumer(fn: Resource): Consumer | undefined {
  const at = fn.at("role");
  const subnets = fn.list("vpcConfig", "subnetIds");
  const isInVpc = known(subnets) && subnets.length > 0;
  const actions = [
    ...(isInVpc ? ["ec2:CreateNetworkInterface"] : []),
    ...(fn.at("deadLetterConfig", "targetArn").isAbsent ? [] : ["sqs:SendMessage", "sns:Publish"]),
    ...(fn.at("fileSystemConfig", "arn").isAbsent ? [] : ["elasticfilesystem:ClientMount"]),
  ];
  return actions.length === 0
    ? undefined
    : { at, role: at, actions, ...(isInVpc && { awsError: `${LACKS} CreateNetworkInterface on EC2` }) };
}

function mappingConsumer(stack: Stack, mapping: Resource): Consumer | undefined {
  const at = mapping.at("functionName");
  const [fn, another] = stack.refs(at, LAMBDA_FUNCTION).resources;
  if (!fn || another) {
    return undefined;
  }
  const isQueue = stack.refs(mapping.at("eventSourceArn"), SQS_QUEUE).resources.length > 0;
  return {
    at,
    role: fn.at("role"),
    ...(isQueue && {
      actions: ["sqs:ReceiveMessage"],
      awsError: "The function execution role does not have permissions to call ReceiveMessage on SQS",
    }),
  };
}

function serviceConsumer(stack: Stack, service: Resource): Consumer | undefined {
  const at = service.at("taskDefinition");
  const [task, another] = stack.refs(at, ECS_TASK_DEFINITION).resources;
  const role = task?.at("executionRoleArn");
  return role && !another && !role.isAbsent ? { at, role } : undefined;
}

function consumerOf(stack: Stack, resource: Resource): Consumer | undefined {
  switch (resource.type) {
    case LAMBDA_FUNCTION:
      return functionConsumer(resource);
    case LAMBDA_EVENT_SOURCE_MAPPING:
      return mappingConsumer(stack, resource);
    case ECS_SERVICE:
      return serviceConsumer(stack, resource);
    default: {
      const at = resource.at(EKS[resource.type] ?? "");
      return { at, role: at };
    }
  }
}

/** The resources that give a role its policies. */
function policyResourcesOf(stack: Stack, role: Resource): Resource[] {
  const found = [
    ...stack.referrers(role, "role", IAM_ROLE_POLICY, "aws:iam/rolePolicyAttachment:RolePolicyAttachment"),
    ...stack.referrers(role, "roles", "aws:iam/policyAttachment:PolicyAttachment"),
    ...stack.referrers(role, "roleName", "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive"),
  ];
  return found.filter(({ external }) => !external);
}

/** The policies of a role that its consumer needs and does not wait for; unknown where none is certain. */
function latePolicies(
  stack: Stack,
  { consumer, role }: { consumer: Consumer; role: Resource },
  { contract }: Context,
): Resource[] | Unknown {
  const { at, actions } = consumer;
  const awaited = awaitedBy(stack, at.resource);
  const late = policyResourcesOf(stack, role).filter(
    (policy) => !awaited.has(policy) && !awaitedBy(stack, policy).has(at.resource),
  );
  if (actions === undefined) {
    return late;
  }
  const { policies } = policiesOf(stack, role, tableOf(contract, "aws-managed-policies"));
  const isGranted = (action: string, isOwner: (resource: Resource) => boolean): Certainty =>
    roleAllows({ policies: policies.filter(({ view }) => isOwner(view.resource)), complete: true }, action);
  const isInTime = (owner: Resource): boolean => owner === role || awaited.has(owner);
  const inTime = new Map<string, Certainty>(actions.map((action) => [action, isGranted(action, isInTime)]));
  const isNeeded = (policy: Resource): Certainty =>
    anyOf([...inTime].map(([action, isThere]) => allOf([not(isThere), isGranted(action, (one) => one === policy)])));
  const needed = late.filter((policy) => isNeeded(policy) === true);
  return needed.length === 0 && late.some((policy) => isNeeded(policy) === UNKNOWN) ? UNKNOWN : needed;
}

export default defineRule({
  id: "iam-policy-before-consumer",
  category: "validity",
  description: "Resources whose role AWS checks at creation must wait for the role's policies",
  severity: "medium",
  level: "advisory",
  why:
    "A resource that names a role waits for the role, not for the policies that are attached to it. Where AWS checks or uses " +
    "the role at once, it depends on chance whether the policies are there in time.",
  fix: {
    typescript: `new aws.lambda.Function("api", { role: role.arn, vpcConfig: { /* … */ } }, { dependsOn: [vpcAccess] });`,
    python: `aws.lambda_.Function("api", role=role.arn, vpc_config={...},
    opts=pulumi.ResourceOptions(depends_on=[vpc_access]))`,
    yaml: `resources:
  api:
    type: aws:lambda:Function
    properties:
      role: \${role.arn}
      vpcConfig:
        subnetIds: ["\${privateA.id}", "\${privateB.id}"]
        securityGroupIds: ["\${functions.id}"]
    options:
      dependsOn: ["\${vpcAccess}"]`,
  },
  limits:
    "Functions without a VPC, file system or dead-letter target, which need their policies only when they are called; " +
    "policies without the permissions that AWS checks, or whose permissions are not known; policies that wait for the resource themselves.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"],
  stack(stack, context) {
    const { report, undecided, project } = context;
    for (const resource of stack.managed(
      LAMBDA_FUNCTION,
      LAMBDA_EVENT_SOURCE_MAPPING,
      ECS_SERVICE,
      ...Object.keys(EKS),
    )) {
      const consumer = isMadeByPackage(resource) ? undefined : consumerOf(stack, resource);
      if (!consumer) {
        continue;
      }
      const { at } = consumer;
      const { resources, complete } = stack.refs(consumer.role, IAM_ROLE);
      const [role] = resources;
      if (!role || resources.length > 1) {
        if (!complete && consumer.role.isUnknown) {
          undecided(at);
        }
        continue;
      }
      const late = latePolicies(stack, { consumer, role }, context);
      if (late === UNKNOWN) {
        undecided(at);
      } else if (late.length > 0) {
        report({
          at,
          onlyAtCreation: true,
          missingDependencies: late,
          message:
            `AWS uses the role ${role.name} at once, and nothing makes this wait for ${late.map(({ name }) => name).join(" and ")}, ` +
            `which ${late.length === 1 ? "gives" : "give"} the role permissions: ` +
            `${makeWait(stack, resource, late, variablesOf(project.files))}.`,
          ...(consumer.awsError !== undefined && { awsError: consumer.awsError }),
        });
      }
    }
  },
});
