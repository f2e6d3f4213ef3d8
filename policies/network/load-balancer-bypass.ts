import { balancedTargets, isApplication, type BalancedTarget } from "../../src/aws/delivery/targets";
import { ownGroups } from "../../src/aws/network/openings";
import { admitsInternet, internetAt, opensTcpPort, rulesOfGroup } from "../../src/aws/network/security-groups";
import { allOf } from "../../src/graph/certainty";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

function check(stack: Stack, { report, undecided }: Context, { resource, at, port, balancers }: BalancedTarget): void {
  const balancer = balancers.every(isApplication) ? balancers[0] : undefined;
  const groups = ownGroups(stack, resource);
  if (!balancer || !groups || ownGroups(stack, balancer) === undefined) {
    return;
  }
  if (!known(port)) {
    undecided(at);
    return;
  }
  const rules = groups.resources.flatMap((group) => rulesOfGroup(stack, group, "ingress").rules);
  const open = rules.find((rule) => allOf([opensTcpPort(rule, port), admitsInternet(stack, rule, port)]) === true);
  if (open) {
    const isShared = groups.resources.some((group) => ownGroups(stack, balancer)?.resources.includes(group));
    report({
      at: internetAt(open),
      message:
        `This admits the internet to port ${String(port)} of ${resource.name}, which is behind ${balancer.name}` +
        `${isShared ? " and shares its security group" : ""}. Give the targets a group of their own, whose only source is ` +
        "the group of the load balancer, so that nothing gets past it.",
    });
  } else if (rules.some((rule) => allOf([opensTcpPort(rule, port), admitsInternet(stack, rule, port)]) === UNKNOWN)) {
    undecided(at);
  }
}

export default defineRule({
  id: "load-balancer-bypass",
  category: "network",
  description: "What is behind a load balancer must admit the load balancer only",
  severity: "medium",
  level: "advisory",
  why:
    "A load balancer ends TLS, keeps a log and has the web ACL. Targets that admit everyone can be reached without it, as " +
    "soon as they have a public address or something else in the network is taken over.",
  fix: {
    typescript: `const tasks = new aws.ec2.SecurityGroup("tasks", {
  vpcId: vpc.id,
  ingress: [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [balancerGroup.id] }],
});`,
    python: `tasks = aws.ec2.SecurityGroup("tasks",
    vpc_id=vpc.id,
    ingress=[{"protocol": "tcp", "from_port": 8080, "to_port": 8080, "security_groups": [balancer_group.id]}])`,
    yaml: `resources:
  tasks:
    type: aws:ec2:SecurityGroup
    properties:
      vpcId: \${vpc.id}
      ingress:
        - protocol: tcp
          fromPort: 8080
          toPort: 8080
          securityGroups: ["\${balancerGroup.id}"]`,
  },
  limits:
    "Targets behind network load balancers, which may keep the client's address; groups outside the stack; targets that " +
    "are neither the tasks of ECS services nor attached instances; other ports of the target.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html",
  ],
  stack(stack, context) {
    for (const target of balancedTargets(stack)) {
      check(stack, context, target);
    }
  },
});
