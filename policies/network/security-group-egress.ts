import { balancedTargets, isApplication, type BalancedTarget } from "../../src/aws/delivery/targets";
import { hasUnknownGroups, ownGroups, type Groups } from "../../src/aws/network/openings";
import { groupsAt } from "../../src/aws/network/security-groups";
import { isOnFargate } from "../../src/aws/network/vpc-workloads";
import { ECS_SERVICE } from "../../src/aws/type-tokens";
import { allOf, not } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** Image registries answer on this port. */
const HTTPS = 443;

const names = ({ resources }: Groups): string => resources.map(({ name }) => name).join(", ");

/** Another stack may add rules to a group that has none at all, and a deployed group may have got some by hand. */
function levelOf(stack: Stack, owner: Resource, egress: Groups): { level?: "advisory" } {
  const isDeployed = egress.resources.some((group) => group.exists === true && group.at("egress").isAbsent);
  const hasRules = egress.hasRules || ownGroups(stack, owner)?.hasRules === true;
  return hasRules && !isDeployed ? {} : { level: "advisory" };
}

function checkBalancer(
  stack: Stack,
  { report, undecided }: Context,
  { resource, at, port, ...target }: BalancedTarget,
): void {
  const own = ownGroups(stack, resource);
  for (const balancer of target.balancers.filter(isApplication)) {
    const groups = ownGroups(stack, balancer, "egress");
    if (!groups || !own) {
      if (hasUnknownGroups(stack, resource) || hasUnknownGroups(stack, balancer)) {
        undecided(at);
      }
      continue;
    }
    const isLetOut = known(port) ? groups.admit(port, own) : UNKNOWN;
    if (isLetOut === UNKNOWN) {
      undecided(at);
    } else if (!isLetOut) {
      report({
        at: groupsAt(balancer),
        message:
          `The security groups of this load balancer (${names(groups)}) have no egress rule to port ${String(port)} of ` +
          `${resource.name}, so its targets never become healthy. Add an aws.vpc.SecurityGroupEgressRule for the port.`,
        ...levelOf(stack, balancer, groups),
      });
    }
  }
}

function checkTasks(stack: Stack, { report, undecided }: Context, service: Resource): void {
  const groups = ownGroups(stack, service, "egress");
  const isLetOut = groups?.admit(HTTPS) ?? (hasUnknownGroups(stack, service) ? UNKNOWN : true);
  const isShut = allOf([isOnFargate(stack, service), not(isLetOut)]);
  if (isShut === UNKNOWN) {
    undecided(service);
  } else if (isShut && groups) {
    report({
      at: groupsAt(service),
      message:
        `The security groups of these tasks (${names(groups)}) have no egress rule to port 443, so Fargate cannot pull ` +
        "their images. Add an aws.vpc.SecurityGroupEgressRule for it: Pulumi removes the rule that AWS gives a new group.",
      // A registry may listen on another port.
      ...(groups.hasRules ? { level: "advisory" } : levelOf(stack, service, groups)),
    });
  }
}

export default defineRule({
  id: "security-group-egress",
  category: "network",
  description: "Security groups must let load balancers reach their targets, and tasks their images",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "Pulumi removes the rule with which AWS lets everything out of a new security group: what has no egress rule cannot " +
    "connect to anything. Targets then stay unhealthy, and tasks stop before they start.",
  fix: {
    typescript: `new aws.vpc.SecurityGroupEgressRule("to-tasks", {
  description: "Tasks",
  securityGroupId: balancerGroup.id,
  referencedSecurityGroupId: tasks.id,
  ipProtocol: "tcp",
  fromPort: 8080,
  toPort: 8080,
});`,
    python: `aws.vpc.SecurityGroupEgressRule("to-tasks",
    description="Tasks",
    security_group_id=balancer_group.id,
    referenced_security_group_id=tasks.id,
    ip_protocol="tcp", from_port=8080, to_port=8080)`,
    yaml: `resources:
  to-tasks:
    type: aws:vpc:SecurityGroupEgressRule
    properties:
      description: Tasks
      securityGroupId: \${balancerGroup.id}
      referencedSecurityGroupId: \${tasks.id}
      ipProtocol: tcp
      fromPort: 8080
      toPort: 8080`,
  },
  limits:
    "Groups outside the stack; which addresses a rule is for; functions, instances, and tasks that are not on Fargate; what " +
    "else an application connects to. Advisory for a group without any rule, since another stack may add them, for one that is " +
    "deployed without `egress`, and for tasks that are let out to other ports.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
  ],
  stack(stack, context) {
    for (const target of balancedTargets(stack)) {
      checkBalancer(stack, context, target);
    }
    for (const service of stack.managed(ECS_SERVICE)) {
      checkTasks(stack, context, service);
    }
  },
});
