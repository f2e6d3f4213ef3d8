import rule from "../../../policies/validity/target-group-one-balancer";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const balancer = (name: string): BuiltResource => resource("aws:lb/loadBalancer:LoadBalancer", name, {});
const [front, back] = [balancer("front"), balancer("back")];
const group = resource("aws:lb/targetGroup:TargetGroup", "orders", { port: 8080 });
const forward = [{ type: "forward", targetGroupArn: group.arn }];
const listener = (name: string, loadBalancerArn: Input, defaultActions: Input = forward): BuiltResource =>
  resource("aws:lb/listener:Listener", name, { loadBalancerArn, defaultActions });
const rule2 = (of: BuiltResource): BuiltResource =>
  resource("aws:lb/listenerRule:ListenerRule", "rule", { listenerArn: of.arn, actions: forward });
const fixed = [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }];

ruleTest(rule, {
  valid: [
    {
      name: "two listeners of one load balancer",
      stack: [front, group, listener("a", front.arn), listener("b", front.arn)],
    },
    {
      name: "a load balancer of another stack",
      stack: [front, group, listener("a", front.arn), listener("b", "arn:aws:elasticloadbalancing:…/other")],
    },
    {
      name: "a load balancer that is not known yet",
      stack: [front, group, listener("a", front.arn), listener("b", unknown)],
    },
    {
      name: "one of several groups, by a value that is not known yet",
      stack: [front, back, group, listener("a", front.arn), listener("b", back.arn, unknown)],
    },
  ],
  invalid: [
    {
      name: "listeners of two load balancers",
      shape: "preview",
      stack: [front, back, group, listener("a", front.arn), listener("b", back.arn)],
      findings: [{ resource: "b", path: "defaultActions", message: /back.*front forwards already.*more than one/s }],
    },
    {
      name: "a rule of another load balancer",
      shape: "preview",
      stack: ((): BuiltResource[] => {
        const other = listener("b", back.arn, fixed);
        return [front, back, group, listener("a", front.arn), other, rule2(other)];
      })(),
      findings: [{ resource: "rule", path: "actions" }],
    },
  ],
});
