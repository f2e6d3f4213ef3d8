import { isNamedBy, mayBeShared } from "../../src/aws/sharing";
import { LB_LISTENER, LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { defineRule } from "../../src/rules/rule";

/** What other stacks need to add a listener. */
const HANDLES = ["arn", "id"];

export default defineRule({
  id: "load-balancer-listener",
  category: "delivery",
  description: "Load balancers must have a listener",
  severity: "medium",
  level: "advisory",
  why:
    "A load balancer takes connections only on the ports of its listeners. Without one it answers nothing, and costs as " +
    "much as one that works.",
  fix: {
    typescript: `new aws.lb.Listener("http", {
  loadBalancerArn: loadBalancer.arn,
  port: 80,
  protocol: "HTTP",
  defaultActions: [{ type: "forward", targetGroupArn: web.arn }],
});`,
    python: `aws.lb.Listener("http",
    load_balancer_arn=load_balancer.arn,
    port=80,
    protocol="HTTP",
    default_actions=[{"type": "forward", "target_group_arn": web.arn}])`,
    yaml: `resources:
  http:
    type: aws:lb:Listener
    properties:
      loadBalancerArn: \${loadBalancer.arn}
      port: 80
      protocol: HTTP
      defaultActions:
        - type: forward
          targetGroupArn: \${web.arn}`,
  },
  limits:
    "Load balancers whose ARN the stack exports or keeps in a parameter, so that another stack can add the listeners, and " +
    "those that another provider or a script uses.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html",
  ],
  stack(stack, { decide }) {
    for (const loadBalancer of stack.managed(LB_LOAD_BALANCER)) {
      const hasListener = isNamedBy(stack, loadBalancer, [[LB_LISTENER, "loadBalancerArn"]]);
      if (hasListener !== true && !mayBeShared(stack, loadBalancer, HANDLES)) {
        decide(hasListener, {
          at: loadBalancer,
          message:
            "The load balancer has no listener, so it takes no connections. Add an aws.lb.Listener with its ARN as " +
            "`loadBalancerArn`.",
        });
      }
    }
  },
});
