import rule from "../../../policies/delivery/listener-encrypted";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const FIXED = { type: "fixed-response", fixedResponse: { contentType: "text/plain" } };
const REDIRECT = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };
const balancer = (loadBalancerType: string): BuiltResource =>
  resource("aws:lb/loadBalancer:LoadBalancer", "balancer", { loadBalancerType });
const [alb, nlb, glb] = [balancer("application"), balancer("network"), balancer("gateway")];
const listener = (on: BuiltResource, inputs: Record<string, Input>): BuiltResource =>
  resource("aws:lb/listener:Listener", "web", { loadBalancerArn: on.arn, defaultActions: [FIXED], ...inputs });

ruleTest(rule, {
  valid: [
    { name: "HTTPS", contract, stack: [alb, listener(alb, { protocol: "HTTPS" })] },
    { name: "TLS", contract, stack: [nlb, listener(nlb, { protocol: "TLS" })] },
    {
      name: "a redirect to HTTPS",
      contract,
      stack: [alb, listener(alb, { protocol: "HTTP", defaultActions: [REDIRECT] })],
    },
    { name: "a gateway load balancer", contract, stack: [glb, listener(glb, {})] },
  ],
  invalid: [
    {
      name: "HTTP, which is the default",
      contract,
      stack: [alb, listener(alb, {})],
      findings: [{ resource: "web", path: "protocol", level: "mandatory", message: /plain HTTP/ }],
    },
    {
      name: "TCP",
      contract,
      stack: [nlb, listener(nlb, { protocol: "TCP" })],
      findings: [{ resource: "web", path: "protocol", level: "mandatory", message: /plain TCP/ }],
    },
  ],
  undecided: [
    {
      name: "a protocol that is not known yet",
      contract,
      stack: [alb, listener(alb, { protocol: unknown })],
      at: ["web.protocol"],
    },
  ],
});
