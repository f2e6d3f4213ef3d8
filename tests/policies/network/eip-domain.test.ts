import rule from "../../../policies/network/eip-domain";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const address = (inputs: Record<string, Input>, external = false): BuiltResource =>
  resource("aws:ec2/eip:Eip", "nat", inputs, { external });

const old = resource("pulumi:providers:aws", "default_6_83_0", { version: "6.83.0" });
const current = resource("pulumi:providers:aws", "default_7_48_0", { version: "7.48.0" });
const madeBy = (provider: BuiltResource): BuiltResource =>
  resource("aws:ec2/eip:Eip", "nat", { vpc: true }, { provider });

ruleTest(rule, {
  valid: [
    { name: "the domain", stack: [address({ domain: "vpc" })] },
    { name: "neither, since vpc is what AWS goes by", stack: [address({})] },
    { name: "no value", stack: [address({ vpc: null })] },
    { name: "an address that the stack only reads", stack: [address({ vpc: true }, true)] },
    { name: "a version of the provider that still takes it", stack: [old, madeBy(old)] },
    { name: "vpc of something else", stack: [resource("aws:ec2/eipAssociation:EipAssociation", "nat", { vpc: true })] },
  ],
  invalid: [
    {
      name: "the removed argument",
      stack: [address({ vpc: true })],
      findings: [{ resource: "nat", path: "vpc", message: /domain: "vpc"/ }],
      mended: { nat: { vpc: undefined, domain: "vpc" } },
    },
    {
      name: "the same with a version of the provider that is told",
      stack: [current, madeBy(current)],
      findings: [{ resource: "nat", path: "vpc" }],
    },
    {
      name: "the removed argument, switched off",
      stack: [address({ vpc: false })],
      findings: [{ resource: "nat", path: "vpc" }],
    },
    {
      name: "beside the domain, and not known yet",
      stack: [address({ domain: "vpc", vpc: unknown })],
      findings: [{ resource: "nat", path: "vpc", stays: "preview" }],
    },
    {
      name: "beside the domain",
      stack: [address({ domain: "vpc", vpc: true })],
      findings: [{ resource: "nat", path: "vpc" }],
      mended: { nat: { vpc: undefined } },
    },
  ],
});
