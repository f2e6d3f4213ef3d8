import rule from "../../../policies/observability/cloudtrail-enabled";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const trail = (inputs: Record<string, Input> = {}, name = "audit"): BuiltResource =>
  resource("aws:cloudtrail/trail:Trail", name, { s3BucketName: "audit-464738291005", ...inputs });

ruleTest(rule, {
  valid: [
    { name: "all regions", stack: [trail({ isMultiRegionTrail: true })] },
    { name: "no trail", stack: [] },
    { name: "one of all regions, and another", stack: [trail({ isMultiRegionTrail: true }), trail({}, "second")] },
    {
      name: "trails of chosen events",
      stack: [
        trail({ eventSelectors: [{ includeManagementEvents: false }] }),
        trail({ advancedEventSelectors: unknown }, "second"),
      ],
    },
    {
      name: "a trail that the stack only reads",
      stack: [resource("aws:cloudtrail/trail:Trail", "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a single region",
      stack: [trail({ eventSelectors: [] })],
      findings: [{ resource: "audit", path: "isMultiRegionTrail", stays: true }],
    },
    {
      name: "switched off",
      stack: [trail({ enableLogging: false, isMultiRegionTrail: true })],
      findings: [{ resource: "audit", path: "enableLogging" }],
      fixed: { audit: { enableLogging: true } },
    },
    {
      name: "a trail of chosen events that is switched off",
      stack: [trail({ enableLogging: false, eventSelectors: [{ readWriteType: "All" }] })],
      findings: [{ resource: "audit", path: "enableLogging", stays: true }],
    },
  ],
  undecided: [
    {
      name: "both",
      stack: [trail({ enableLogging: unknown, isMultiRegionTrail: unknown })],
      at: ["audit.enableLogging", "audit.isMultiRegionTrail"],
    },
  ],
});
