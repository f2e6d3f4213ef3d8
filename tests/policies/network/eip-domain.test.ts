import rule from "../../../policies/network/eip-domain";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const address = (inputs: Record<string, Input>, external = false): BuiltResource =>
  resource("aws:ec2/eip:Eip", "nat", inputs, { external });

const old = resource("pulumi:providers:aws", "default_6_83_0", { version: "6.83.0" });
const current = resource("pulumi:providers:aws", "default_7_48_0", { version: "7.48.0" });
const madeBy = (provider: BuiltResource): BuiltResource =>
  resource("aws:ec2/eip:Eip", "nat", { vpc: true }, { provider });

ruleTest(rule, {
  valid: [
    { name: "the domain", stack: [address({ domain: "vpc" })] },
    { name: "neither, since vpc is the default", stack: [address({})] },
    { name: "no value", stack: [address({ vpc: null })] },
    { name: "an address that the stack only reads", stack: [address({ vpc: true }, true)] },
    { name: "a version of the provider that still takes it", stack: [old, madeBy(old)] },
    { name: "vpc of something else", stack: [resource("aws:ec2/eipAssociation:EipAssociation", "nat", { vpc: true })] },
  ],
  invalid: [
    {
      name: "the removed argument",
      stack: [address({ vpc: true })],
      findings: [{ resource: "nat", path: "vpc", level: "advisory", message: /Set `domain: "vpc"`/ }],
      fixed: { nat: { vpc: undefined, domain: "vpc" } },
    },
    {
      name: "the same with a known version of the provider",
      stack: [current, madeBy(current)],
      findings: [{ resource: "nat", path: "vpc" }],
      fixed: { nat: { vpc: undefined, domain: "vpc" } },
    },
    {
      name: "the removed argument, switched off",
      stack: [address({ vpc: false })],
      findings: [{ resource: "nat", path: "vpc", level: "advisory" }],
    },
    {
      name: "beside the domain, and not known yet",
      stack: [address({ domain: "vpc", vpc: unknown })],
      findings: [{ resource: "nat", path: "vpc", level: "advisory", stays: "preview" }],
    },
    {
      name: "beside the domain",
      stack: [address({ domain: "vpc", vpc: true })],
      findings: [{ resource: "nat", path: "vpc", level: "advisory" }],
      fixed: { nat: { vpc: undefined } },
    },
  ],
});
