import { ECS_SERVICE, forwardersOf, TARGET_GROUP } from "../../stack/load-balancing";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import { defineRule } from "../rule";

export default defineRule({
  id: "ecs-service-after-listener",
  category: "ordering",
  description: "ECS services wait for the listener that forwards to them",
  severity: "high",
  level: "mandatory",
  failures: ["C9"],
  why:
    "A target group belongs to a load balancer only once a listener or listener rule forwards to it, and ECS refuses a " +
    "service whose target group belongs to none. The service names only the group, so nothing orders it after the listener.",
  fix: {
    typescript:
      'new aws.ecs.Service("api", {\n' +
      '  loadBalancers: [{ targetGroupArn: group.arn, containerName: "api", containerPort: 8080 }],\n' +
      "}, { dependsOn: [listener] });",
    python:
      'aws.ecs.Service("api",\n' +
      '    load_balancers=[{"target_group_arn": group.arn, "container_name": "api", "container_port": 8080}],\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[listener]))",
    yaml:
      "resources:\n  api:\n    type: aws:ecs:Service\n    properties:\n      loadBalancers:\n" +
      "        - targetGroupArn: ${group.arn}\n          containerName: api\n          containerPort: 8080\n" +
      '    options:\n      dependsOn: ["${listener}"]',
  },
  limits:
    "Services whose target group or listener lies outside the stack, and classic load balancers. Of a service that ECS " +
    "itself shifts between two groups, one of them has to be served.",
  stack(stack, { report, undecided, project }) {
    for (const service of stack.ofType(ECS_SERVICE).filter(({ outside }) => !outside)) {
      const place = service.at("loadBalancers");
      const groups = stack.refs(place, TARGET_GROUP).resources.map((group) => forwardersOf(stack, group));
      const served = groups.filter((forwarders) => waitsForOneOf(stack, service, forwarders));
      const missed = groups.filter((forwarders) => forwarders.length > 0 && !served.includes(forwarders));
      const shifts = place.scalars().some(({ path }) => path.includes("advancedConfiguration"));
      if (missed.length > 0 && !(shifts && served.length > 0)) {
        const listeners = [...new Set(missed.flat())];
        report({
          at: service,
          property: "loadBalancers",
          awaits: listeners,
          message:
            "nothing makes this service wait for the listener that forwards to its target group, and ECS would answer " +
            `that the target group has no associated load balancer; ${makeWait(stack, service, listeners, project.files?.settings?.runtime)}.`,
        });
      } else if (served.length === 0 && !place.isAbsent) {
        undecided(service, "loadBalancers");
      }
    }
  },
});
