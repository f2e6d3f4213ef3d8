import { ELB_LOAD_BALANCER } from "../../src/aws/type-tokens";
import { allOf, anyOf, equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

const POLICY = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const LISTENER_POLICY = "aws:elb/listenerPolicy:ListenerPolicy";
const STRONG = "ELBSecurityPolicy-TLS-1-2-2017-01";
const ENCRYPTED = /^(?:https|ssl)$/i;

export default defineRule({
  id: "classic-load-balancer-tls-policy",
  category: "delivery",
  description: "Encrypted listeners of classic load balancers must have a strong predefined policy",
  severity: "medium",
  level: "only-if-required",
  why:
    "Without a policy, AWS chooses one of 2016 that still accepts TLS 1.0 and 1.1, which are broken. A policy with ciphers " +
    "of your own is easily wrong.",
  fix: {
    typescript: `const policy = new aws.elb.LoadBalancerPolicy("tls", {
  loadBalancerName: balancer.name,
  policyName: "tls",
  policyTypeName: "SSLNegotiationPolicyType",
  policyAttributes: [{ name: "Reference-Security-Policy", value: "ELBSecurityPolicy-TLS-1-2-2017-01" }],
});
new aws.elb.ListenerPolicy("tls", {
  loadBalancerName: balancer.name,
  loadBalancerPort: 443,
  policyNames: [policy.policyName],
});`,
    python: `policy = aws.elb.LoadBalancerPolicy("tls",
    load_balancer_name=balancer.name,
    policy_name="tls",
    policy_type_name="SSLNegotiationPolicyType",
    policy_attributes=[{"name": "Reference-Security-Policy", "value": "ELBSecurityPolicy-TLS-1-2-2017-01"}])
aws.elb.ListenerPolicy("tls",
    load_balancer_name=balancer.name, load_balancer_port=443, policy_names=[policy.policy_name])`,
    yaml: `resources:
  policy:
    type: aws:elb:LoadBalancerPolicy
    properties:
      loadBalancerName: \${balancer.name}
      policyName: tls
      policyTypeName: SSLNegotiationPolicyType
      policyAttributes:
        - name: Reference-Security-Policy
          value: ELBSecurityPolicy-TLS-1-2-2017-01
  listenerPolicy:
    type: aws:elb:ListenerPolicy
    properties:
      loadBalancerName: \${balancer.name}
      loadBalancerPort: 443
      policyNames: ["\${policy.policyName}"]`,
  },
  limits: "Policies with ciphers of your own (aws.elb.SslNegotiationPolicy) count as not predefined.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html",
  ],
  stack(stack, { decide, undecided }) {
    for (const balancer of stack.managed(ELB_LOAD_BALANCER)) {
      const listeners = balancer.list("listeners") ?? [];
      if (!known(listeners)) {
        undecided(balancer, "listeners");
        continue;
      }
      for (const listener of listeners.filter(isEncrypted)) {
        decide(hasStrongPolicy(stack, balancer, listener), {
          at: listener,
          message:
            "The listener has no strong predefined TLS policy, so that it accepts TLS 1.0 and 1.1. Add an " +
            `aws.elb.ListenerPolicy for its port, with a policy that refers to "${STRONG}".`,
        });
      }
    }
  },
});

function isEncrypted(listener: View): boolean {
  const protocol = listener.str("lbProtocol");
  return typeof protocol === "string" && ENCRYPTED.test(protocol);
}

/** Whether a listener has a policy that refers to the strong one of AWS. */
function hasStrongPolicy(stack: Stack, balancer: Resource, listener: View): Certainty {
  const port = listener.num("lbPort");
  return anyOf(
    stack.ofType(LISTENER_POLICY).map((one) => {
      const isForBalancer =
        stack.refs(one.at("loadBalancerName"), ELB_LOAD_BALANCER).resources.includes(balancer) ||
        (mayReferTo(stack, one.at("loadBalancerName"), ELB_LOAD_BALANCER) && UNKNOWN);
      const itsPort = one.num("loadBalancerPort");
      const isForPort = known(port) ? equals(itsPort, port) : UNKNOWN;
      return allOf([isForBalancer, isForPort, refersToStrong(stack, one)]);
    }),
  );
}

function refersToStrong(stack: Stack, listenerPolicy: Resource): Certainty {
  const names = listenerPolicy.at("policyNames");
  const policies = policiesNamed(stack, names);
  return policies.length === 0 && names.scalars().some(({ isUnknown }) => isUnknown)
    ? UNKNOWN
    : anyOf(policies.map(isStrong));
}

/** The policies of the stack that a list names; their name is an argument, and not what AWS identifies them by. */
function policiesNamed(stack: Stack, names: View): Resource[] {
  const known = new Set(names.scalars().map(({ value }) => value));
  const computed = stack.refs(names, POLICY).resources;
  return stack.managed(POLICY).filter((policy) => computed.includes(policy) || known.has(policy.str("policyName")));
}

function isStrong(policy: Resource): Certainty {
  const attributes = policy.list("policyAttributes") ?? [];
  return known(attributes)
    ? anyOf(
        attributes.map((one) =>
          allOf([equals(one.str("name"), "Reference-Security-Policy"), equals(one.str("value"), STRONG)]),
        ),
      )
    : UNKNOWN;
}
