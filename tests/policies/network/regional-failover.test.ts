import rule from "../../../policies/network/regional-failover";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const contract: Contract = { regions: { names: ["us-east-1", "us-west-2"], failover: true } };
const root = resource("pulumi:pulumi:Stack", "shop-dev");
const record = (more: Record<string, Input>): BuiltResource =>
  resource("aws:route53/record:Record", "api", {
    zoneId: "Z0",
    name: "api",
    type: "A",
    setIdentifier: "east",
    ...more,
  });
const primary = { failoverRoutingPolicies: [{ type: "PRIMARY" }] };
const alias = (evaluateTargetHealth: Input): Input => [{ name: "east", zoneId: "Z1", evaluateTargetHealth }];
const second = resource("aws:route53/record:Record", "api-west", {
  zoneId: "Z0",
  name: "api",
  type: "A",
  setIdentifier: "west",
  failoverRoutingPolicies: [{ type: "SECONDARY" }],
});

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [root] },
    { name: "a health check", contract, stack: [root, record({ ...primary, healthCheckId: "abc" }), second] },
    { name: "the health of the target", contract, stack: [root, record({ ...primary, aliases: alias(true) }), second] },
    {
      name: "the secondary, which is the last",
      contract,
      stack: [root, record({ failoverRoutingPolicies: [{ type: "SECONDARY" }] })],
    },
    {
      name: "an accelerator",
      contract,
      stack: [
        root,
        ...["us-east-1", "us-west-2"].map((endpointGroupRegion) =>
          resource("aws:globalaccelerator/endpointGroup:EndpointGroup", endpointGroupRegion, {
            listenerArn: "arn",
            endpointGroupRegion,
          }),
        ),
      ],
    },
  ],
  invalid: [
    {
      name: "a plain record only",
      contract,
      stack: [root, record({ setIdentifier: undefined, records: ["192.0.2.1"] })],
      findings: [{ resource: "shop-dev", level: "mandatory", message: /no record of the stack has a routing policy/ }],
    },
    {
      name: "no health check",
      contract,
      stack: [root, record({ ...primary, aliases: alias(false) }), second],
      findings: [{ resource: "api", path: "healthCheckId", level: "mandatory", message: /no health check/ }],
    },
    {
      name: "a primary without a secondary",
      contract,
      stack: [root, record({ ...primary, healthCheckId: "abc" })],
      findings: [{ resource: "api", path: "failoverRoutingPolicies", level: "mandatory", message: /no secondary/ }],
    },
    {
      name: "latency without a health check",
      contract,
      stack: [root, record({ latencyRoutingPolicies: [{ region: "us-east-1" }], records: ["192.0.2.1"] })],
      findings: [{ resource: "api", path: "healthCheckId", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "an alias that is not known yet",
      contract,
      stack: [root, record({ ...primary, aliases: unknown }), second],
      at: ["api.aliases"],
    },
  ],
});
