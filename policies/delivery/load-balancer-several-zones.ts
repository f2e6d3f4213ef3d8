import { isInSeveralZones } from "../../src/aws/delivery/load-balancing";
import { LB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "load-balancer-several-zones",
  category: "delivery",
  description: "Load balancers must be in several availability zones",
  severity: "medium",
  level: "only-if-required",
  why: "A load balancer in one zone is gone with that zone, however many targets are left in others.",
  fix: {
    typescript: `subnets: [publicA.id, publicB.id],`,
    python: `subnets=[public_a.id, public_b.id],`,
    yaml: `subnets: ["\${publicA.id}", "\${publicB.id}"]`,
  },
  limits: "The zones of subnets of other stacks: two of them count as two zones. Classic load balancers.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html",
  ],
  alone: [LB_LOAD_BALANCER],
  stack(stack, { decide }) {
    for (const balancer of stack.managed(LB_LOAD_BALANCER)) {
      const property = balancer.at("subnets").isAbsent ? "subnetMappings" : "subnets";
      decide(isInSeveralZones(stack, balancer.at(property)), {
        at: balancer,
        property,
        message: `The load balancer is in one availability zone. Add a subnet in another one to \`${property}\`.`,
      });
    }
  },
});
