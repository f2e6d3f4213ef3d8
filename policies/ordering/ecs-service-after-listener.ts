import { forwardedGroups, forwardsOf, forwardersOf } from "../../src/aws/delivery/load-balancing";
import { mayBeShared } from "../../src/aws/sharing";
import {
  ECS_SERVICE,
  LB_LISTENER,
  LB_LISTENER_RULE,
  LB_LOAD_BALANCER,
  LB_TARGET_GROUP,
} from "../../src/aws/type-tokens";
import { opaqueUsersOf } from "../../src/graph/opaque";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import { known, UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

/** True where the stack has load balancers, and none forwards to the target groups of a service, which it keeps to itself. */
function isWithoutListener(stack: Stack, service: Resource): boolean {
  const entries = service.list("loadBalancers");
  const views = known(entries) ? entries.map((entry) => entry.at("targetGroupArn")) : [];
  const { resources, complete } = stack.refsOfAll(views, LB_TARGET_GROUP);
  const owners = stack.ofType(LB_LISTENER, LB_LISTENER_RULE);
  return (
    complete &&
    resources.length > 0 &&
    stack.managed(LB_LOAD_BALANCER).length > 0 &&
    resources.every((group) => isOwn(stack, group)) &&
    owners.every((owner) => isClear(stack, owner))
  );
}

/** True for a listener or rule whose target groups are known. */
const isClear = (stack: Stack, owner: Resource): boolean =>
  forwardedGroups(stack, owner).complete && forwardsOf(owner).every(({ targets }) => targets !== UNKNOWN);

const isOwn = (stack: Stack, group: Resource): boolean =>
  group.exists !== true &&
  !group.external &&
  forwardersOf(stack, group).length === 0 &&
  opaqueUsersOf(stack, group).length === 0 &&
  !mayBeShared(stack, group, ["arn", "id", "name"]);

export default defineRule({
  id: "ecs-service-after-listener",
  category: "ordering",
  description: "ECS services must wait for the listener that forwards to them",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["C9"],
  why:
    "A target group belongs to a load balancer only once a listener or listener rule forwards to it, and ECS rejects a " +
    "service whose target group belongs to none. The service names only the group, so Pulumi does not wait for the listener.",
  fix: {
    typescript: `new aws.ecs.Service("api", {
  loadBalancers: [{ targetGroupArn: group.arn, containerName: "api", containerPort: 8080 }],
}, { dependsOn: [listener] });`,
    python: `aws.ecs.Service("api",
    load_balancers=[{"target_group_arn": group.arn, "container_name": "api", "container_port": 8080}],
    opts=pulumi.ResourceOptions(depends_on=[listener]))`,
    yaml: `resources:
  api:
    type: aws:ecs:Service
    properties:
      loadBalancers:
        - targetGroupArn: \${group.arn}
          containerName: api
          containerPort: 8080
    options:
      dependsOn: ["\${listener}"]`,
  },
  limits:
    "Services whose target group or load balancer is not in the stack, or whose group is exported; classic load balancers. Of a service that ECS itself " +
    "shifts between two groups, one needs a listener. On a service that exists the finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"],
  stack(stack, { project, report, undecided }) {
    for (const service of stack.managed(ECS_SERVICE)) {
      const balancers = service.at("loadBalancers");
      const groups = stack.refs(balancers, LB_TARGET_GROUP).resources.map((group) => forwardersOf(stack, group));
      const served = groups.filter((forwarders) => waitsForOneOf(stack, service, forwarders));
      const missed = groups.filter((forwarders) => forwarders.length > 0 && !served.includes(forwarders));
      const shifts = balancers.scalars().some(({ path }) => path.includes("advancedConfiguration"));
      if (missed.length > 0 && !(shifts && served.length > 0)) {
        const listeners = [...new Set(missed.flat())];
        report({
          at: service,
          property: "loadBalancers",
          onlyAtCreation: true,
          missingDependencies: listeners,
          message:
            "This service does not wait for the listener that forwards to its target group, so it may be created too early: " +
            `${makeWait(stack, service, listeners, variablesOf(project.files))}.`,
          awsError: "The target group with targetGroupArn … does not have an associated load balancer",
          ...(missed.every((forwarders) => isAlreadyOrdered(service, forwarders)) && { level: "advisory" }),
        });
      } else if (served.length === 0 && isWithoutListener(stack, service)) {
        report({
          at: service,
          property: "loadBalancers",
          onlyAtCreation: true,
          message:
            "No listener or listener rule forwards to the target group of this service. Add an aws.lb.Listener whose " +
            "`defaultActions` forward to it, and make the service wait for it.",
          awsError: "The target group with targetGroupArn … does not have an associated load balancer",
        });
      } else if (served.length === 0 && !balancers.isAbsent) {
        undecided(service, "loadBalancers");
      }
    }
  },
});
