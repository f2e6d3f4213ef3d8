import rule from "../../../policies/delivery/listener-https";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const balancer = (more: Record<string, Input> = {}, type = "aws:lb/loadBalancer:LoadBalancer"): BuiltResource =>
  resource(type, "shop", more);
const shop = balancer();
const group = resource("aws:lb/targetGroup:TargetGroup", "app", { port: 80, protocol: "HTTP" });
const forward: Input = { type: "forward", targetGroupArn: group.arn };
const redirect = (protocol: Input, more: Record<string, Input> = {}): Input => ({
  type: "redirect",
  redirect: { protocol, port: "443", statusCode: "HTTP_301", ...more },
});
const refuse: Input = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } };

const listener = (action: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lb/listener:Listener", "http", {
    loadBalancerArn: shop.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [action],
    ...more,
  });
const ruleOf = (owner: BuiltResource, action: Input, conditions: Input, name = "rule"): BuiltResource =>
  resource("aws:lb/listenerRule:ListenerRule", name, { listenerArn: owner.arn, actions: [action], conditions });
const paths = (...values: string[]): Input => [{ pathPattern: { values } }];

const redirecting = listener(redirect("HTTPS"));
const forwarding = listener(forward);
const base = [shop, group];

ruleTest(rule, {
  valid: [
    { name: "a redirect", stack: [...base, redirecting] },
    { name: "a temporary redirect", stack: [...base, listener(redirect("HTTPS", { statusCode: "HTTP_302" }))] },
    {
      name: "HTTPS",
      stack: [...base, listener(forward, { port: 443, protocol: "HTTPS", certificateArn: "arn:aws:acm:x" })],
    },
    {
      name: "an internal load balancer",
      stack: [balancer({ internal: true }), group, listener(forward)],
    },
    {
      name: "a network load balancer",
      stack: [balancer({ loadBalancerType: "network" }), group, listener(forward, { protocol: "TCP" })],
    },
    { name: "a fixed response", stack: [...base, listener(refuse)] },
    {
      name: "a rule that redirects everything",
      stack: [...base, forwarding, ruleOf(forwarding, redirect("HTTPS"), paths("/*"))],
    },
    {
      name: "a rule that proves a certificate",
      stack: [...base, redirecting, ruleOf(redirecting, forward, paths("/.well-known/acme-challenge/*"))],
    },
    {
      name: "a fixed response, and rules that redirect",
      stack: [
        ...base,
        listener(refuse),
        ruleOf(listener(refuse), redirect("HTTPS"), [{ hostHeader: { values: ["shop.io"] } }]),
      ],
    },
    {
      name: "one that the stack only reads",
      stack: [...base, resource("aws:lb/listener:Listener", "http", { protocol: "HTTP" }, { external: true })],
    },
    {
      name: "no protocol and a load balancer of another stack",
      stack: [listener(redirect("HTTPS"), { loadBalancerArn: "arn:x", protocol: undefined })],
    },
  ],
  invalid: [
    {
      name: "HTTP",
      stack: [...base, forwarding],
      findings: [
        {
          resource: "http",
          path: "defaultActions[0]",
          message: /shop is internet-facing .*plain HTTP here\. Use .*"HTTPS"/,
        },
      ],
    },
    {
      name: "HTTP where the contract requires HTTPS",
      contract: { https: true },
      stack: [...base, forwarding],
      findings: [{ resource: "http", path: "defaultActions[0]", level: "mandatory" }],
    },
    {
      name: "no protocol, and older names of the types",
      stack: [
        balancer({ internal: false }, "aws:alb/loadBalancer:LoadBalancer"),
        group,
        resource("aws:alb/listener:Listener", "http", {
          loadBalancerArn: balancer({}, "aws:alb/loadBalancer:LoadBalancer").arn,
          port: 80,
          defaultActions: [forward],
        }),
      ],
      findings: [{ resource: "http", path: "defaultActions[0]" }],
    },
    {
      name: "a redirect that keeps the protocol",
      stack: [...base, listener(redirect("#{protocol}"))],
      findings: [{ resource: "http", path: "defaultActions[0]", message: /not to HTTPS/ }],
    },
    {
      name: "a redirect without a protocol",
      stack: [...base, listener(redirect(undefined))],
      findings: [{ resource: "http", path: "defaultActions[0]" }],
    },
    {
      name: "a rule that forwards, beside a default that redirects",
      stack: [...base, redirecting, ruleOf(redirecting, forward, paths("/api/*"))],
      findings: [{ resource: "rule", path: "actions[0]" }],
    },
    {
      name: "a rule that redirects only some",
      stack: [
        ...base,
        forwarding,
        ruleOf(forwarding, redirect("HTTPS"), [
          { pathPattern: { values: ["/*"] } },
          { hostHeader: { values: ["shop.io"] } },
        ]),
      ],
      findings: [{ resource: "http", path: "defaultActions[0]" }],
    },
  ],
  undecided: [
    {
      name: "a rule whose conditions are not known yet",
      stack: [...base, forwarding, ruleOf(forwarding, redirect("HTTPS"), unknown)],
      at: ["http.defaultActions[0]"],
    },
    {
      name: "actions that are not known yet",
      stack: [...base, listener(forward, { defaultActions: unknown })],
      at: ["http.defaultActions"],
    },
    {
      name: "a redirect whose protocol is not known yet",
      stack: [...base, listener(redirect(unknown))],
      at: ["http.defaultActions[0]"],
    },
    {
      name: "a load balancer that may be internal",
      stack: [balancer({ internal: unknown }), group, listener(forward)],
      at: ["shop.internal"],
    },
    {
      name: "a load balancer of another stack",
      stack: [group, listener(forward, { loadBalancerArn: "arn:x" })],
      at: ["http.loadBalancerArn"],
    },
    {
      name: "a protocol that is not known yet",
      stack: [...base, listener(forward, { protocol: unknown })],
      at: ["http.protocol"],
    },
  ],
});
