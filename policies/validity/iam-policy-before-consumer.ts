import { isMadeByPackage } from "../../stack/components";
import { TASK_DEFINITION } from "../../stack/environments";
import { FUNCTION } from "../../stack/functions";
import { ROLE, ROLE_POLICY } from "../../stack/iam";
import { ECS_SERVICE } from "../../stack/load-balancing";
import { awaitedBy, makeWait } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
const QUEUE = "aws:sqs/queue:Queue";
const EKS: Readonly<Record<string, string>> = {
  "aws:eks/cluster:Cluster": "roleArn",
  "aws:eks/fargateProfile:FargateProfile": "podExecutionRoleArn",
  "aws:eks/nodeGroup:NodeGroup": "nodeRoleArn",
};

/** What AWS looks up in a role when a resource is made, and what it says where that is not there. */
interface Consumer {
  place: View;
  role: View;
  answer?: string;
}

export default defineRule({
  id: "iam-policy-before-consumer",
  category: "validity",
  description: "What uses a role at once waits for the role's policies",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A resource that names a role waits for the role, not for the policies that are attached to it later. What AWS " +
    "checks or starts with the role when it is made then fails, or not, as chance has it.",
  fix: {
    typescript:
      'new aws.lambda.Function("api", { role: role.arn, vpcConfig: { /* … */ } }, { dependsOn: [vpcAccess] });',
    python:
      'aws.lambda_.Function("api", role=role.arn, vpc_config={...},\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[vpc_access]))",
    yaml:
      "resources:\n  api:\n    type: aws:lambda:Function\n    properties:\n      role: ${role.arn}\n" +
      '      vpcConfig:\n        subnetIds: ["${privateA.id}", "${privateB.id}"]\n' +
      '        securityGroupIds: ["${functions.id}"]\n    options:\n      dependsOn: ["${vpcAccess}"]',
  },
  limits:
    "Functions of which AWS checks nothing when they are made (no VPC, file system or dead-letter target), since they " +
    "only need their policies when they are called; policies that come after what they would have to come before.",
  stack(stack, { report, undecided, project }) {
    for (const resource of stack.ofType(FUNCTION, MAPPING, ECS_SERVICE, ...Object.keys(EKS))) {
      const consumer = resource.outside || isMadeByPackage(resource) ? undefined : consumerOf(stack, resource);
      if (!consumer) {
        continue;
      }
      const { resources, complete } = stack.refs(consumer.role, ROLE);
      const [role] = resources;
      if (!role || resources.length > 1) {
        if (!complete && consumer.role.isUnknown) {
          undecided(consumer.place);
        }
        continue;
      }
      const awaited = awaitedBy(stack, resource);
      const late = policiesFor(stack, role).filter(
        (policy) => !awaited.has(policy) && !awaitedBy(stack, policy).has(resource),
      );
      if (late.length > 0) {
        report({
          at: consumer.place,
          awaits: late,
          message:
            `nothing makes this wait for ${late.map(({ name }) => name).join(" and ")}, which ` +
            `${late.length === 1 ? "gives" : "give"} the role ${role.name} what AWS needs here; ` +
            `${makeWait(stack, resource, late, project.files?.settings?.runtime)}.`,
          ...(consumer.answer !== undefined && { answer: consumer.answer }),
        });
      }
    }
  },
});

function consumerOf(stack: Stack, resource: Resource): Consumer | undefined {
  if (resource.type === FUNCTION) {
    return functionConsumer(resource);
  }
  if (resource.type === MAPPING) {
    const place = resource.at("functionName");
    const [fn, another] = stack.refs(place, FUNCTION).resources;
    const isQueue = stack.refs(resource.at("eventSourceArn"), QUEUE).resources.length > 0;
    return fn && !another
      ? {
          place,
          role: fn.at("role"),
          ...(isQueue && {
            answer: "The function execution role does not have permissions to call ReceiveMessage on SQS",
          }),
        }
      : undefined;
  }
  if (resource.type === ECS_SERVICE) {
    const place = resource.at("taskDefinition");
    const [task, another] = stack.refs(place, TASK_DEFINITION).resources;
    return task && !another && !task.at("executionRoleArn").isAbsent
      ? { place, role: task.at("executionRoleArn") }
      : undefined;
  }
  const place = resource.at(EKS[resource.type] ?? "");
  return { place, role: place };
}

function functionConsumer(fn: Resource): Consumer | undefined {
  const subnets = fn.list("vpcConfig", "subnetIds");
  const place = fn.at("role");
  const permissions = "The provided execution role does not have permissions to call";
  if (known(subnets) && subnets.length > 0) {
    return { place, role: place, answer: `${permissions} CreateNetworkInterface on EC2` };
  }
  const isChecked = !fn.at("deadLetterConfig", "targetArn").isAbsent || !fn.at("fileSystemConfig", "arn").isAbsent;
  return isChecked ? { place, role: place } : undefined;
}

/** The resources that give a role its policies. */
function policiesFor(stack: Stack, role: Resource): Resource[] {
  const found = [
    ...stack.referrers(role, "role", ROLE_POLICY, "aws:iam/rolePolicyAttachment:RolePolicyAttachment"),
    ...stack.referrers(role, "roles", "aws:iam/policyAttachment:PolicyAttachment"),
    ...stack.referrers(role, "roleName", "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive"),
  ];
  return found.filter(({ outside }) => !outside);
}
