import { isInSeveralZones } from "../../src/aws/delivery/load-balancing";
import { ELB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "classic-load-balancer-zones",
  category: "delivery",
  description: "Classic load balancers must be in several availability zones",
  severity: "medium",
  level: "only-if-required",
  why: "A load balancer in one zone is gone with that zone, however many instances are left in others.",
  fix: {
    typescript: `subnets: [publicA.id, publicB.id],`,
    python: `subnets=[public_a.id, public_b.id],`,
    yaml: `subnets: ["\${publicA.id}", "\${publicB.id}"]`,
  },
  limits: "The zones of subnets of other stacks: two of them count as two zones.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html",
  ],
  alone: [ELB_LOAD_BALANCER],
  stack(stack, { decide }) {
    for (const balancer of stack.managed(ELB_LOAD_BALANCER)) {
      const property = balancer.at("subnets").isAbsent ? "availabilityZones" : "subnets";
      decide(isInSeveralZones(stack, balancer.at(property)), {
        at: balancer,
        property,
        message: `The load balancer is in one availability zone. Add another one to \`${property}\`.`,
      });
    }
  },
});
