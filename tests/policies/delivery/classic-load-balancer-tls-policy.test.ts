import rule from "../../../policies/delivery/classic-load-balancer-tls-policy";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const HTTPS = { lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" };
const HTTP = { lbPort: 80, lbProtocol: "http", instancePort: 80, instanceProtocol: "http" };
const balancer = resource(CLASSIC, "web", { listeners: [HTTPS] });
const policy = (policyAttributes: Input): BuiltResource =>
  resource("aws:elb/loadBalancerPolicy:LoadBalancerPolicy", "tls", {
    loadBalancerName: balancer.name,
    policyName: "tls",
    policyTypeName: "SSLNegotiationPolicyType",
    policyAttributes,
  });
const reference = (value: string): BuiltResource => policy([{ name: "Reference-Security-Policy", value }]);
const strong = reference("ELBSecurityPolicy-TLS-1-2-2017-01");
const weak = reference("ELBSecurityPolicy-2016-08");
const open = policy(unknown);
const listenerPolicy = (named: BuiltResource, loadBalancerPort = 443): BuiltResource =>
  resource("aws:elb/listenerPolicy:ListenerPolicy", "listener", {
    loadBalancerName: balancer.name,
    loadBalancerPort,
    policyNames: [named.policyName],
  });

ruleTest(rule, {
  valid: [
    { name: "the strong policy", contract, stack: [balancer, strong, listenerPolicy(strong)] },
    { name: "a listener without encryption", contract, stack: [resource(CLASSIC, "web", { listeners: [HTTP] })] },
  ],
  invalid: [
    {
      name: "no policy",
      contract,
      stack: [balancer],
      findings: [{ resource: "web", path: "listeners[0]", level: "mandatory" }],
    },
    {
      name: "an old policy",
      contract,
      stack: [balancer, weak, listenerPolicy(weak)],
      findings: [{ resource: "web", path: "listeners[0]", level: "mandatory" }],
    },
    {
      name: "the strong policy for another port",
      contract,
      stack: [balancer, strong, listenerPolicy(strong, 8443)],
      findings: [{ resource: "web", path: "listeners[0]", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "the policy's attributes",
      contract,
      stack: [balancer, open, listenerPolicy(open)],
      at: ["web.listeners[0]"],
    },
    {
      name: "listeners that are not known yet",
      contract,
      stack: [resource(CLASSIC, "web", { listeners: unknown })],
      at: ["web.listeners"],
    },
  ],
});
