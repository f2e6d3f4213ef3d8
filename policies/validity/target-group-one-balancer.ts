import { forwardedGroups, forwardersOf, loadBalancerOf } from "../../src/aws/delivery/load-balancing";
import { LB_LISTENER, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule } from "../../src/rules/rule";

const single = ({ resources, complete }: ReturnType<typeof loadBalancerOf>): Resource | undefined =>
  complete && resources.length === 1 ? resources[0] : undefined;

/** The load balancer of a listener, or of a rule's listener, where it is certain. */
function balancerOf(stack: Stack, forwarder: Resource): Resource | undefined {
  const listener =
    forwarder.type === LB_LISTENER ? forwarder : single(stack.refs(forwarder.at("listenerArn"), LB_LISTENER));
  return listener && single(loadBalancerOf(stack, listener));
}

export default defineRule({
  id: "target-group-one-balancer",
  category: "validity",
  description: "A target group must belong to one load balancer",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Listeners and rules of one load balancer can forward to the same target group, those of two load balancers cannot. AWS " +
    "accepts the first listener and rejects the second.",
  fix: {
    typescript: `const internal = new aws.lb.TargetGroup("internal", { port: 8080, protocol: "HTTP", targetType: "ip", vpcId: vpc.id });`,
    python: `internal = aws.lb.TargetGroup("internal", port=8080, protocol="HTTP", target_type="ip", vpc_id=vpc.id)`,
    yaml: `resources:
  internal:
    type: aws:lb:TargetGroup
    properties:
      port: 8080
      protocol: HTTP
      targetType: ip
      vpcId: \${vpc.id}`,
  },
  limits: "Load balancers of other stacks. On a listener or rule that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html",
  ],
  stack(stack, { report }) {
    for (const group of stack.managed(LB_TARGET_GROUP)) {
      const forwarders = forwardersOf(stack, group).filter(
        (one) => !one.external && !one.skipped && forwardedGroups(stack, one).complete,
      );
      const [first, ...others] = forwarders.flatMap((forwarder) => {
        const balancer = balancerOf(stack, forwarder);
        return balancer ? [{ forwarder, balancer }] : [];
      });
      const second = others.find(({ balancer }) => balancer !== first?.balancer);
      if (first && second) {
        report({
          at: second.forwarder,
          property: second.forwarder.type === LB_LISTENER ? "defaultActions" : "actions",
          onlyAtCreation: true,
          message:
            `This is of the load balancer ${second.balancer.name} and forwards to ${group.name}, to which ` +
            `${first.balancer.name} forwards already. Create a second target group for one of them.`,
          awsError: "The following target groups cannot be associated with more than one load balancer",
        });
      }
    }
  },
});
