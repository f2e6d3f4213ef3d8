import rule from "../../../policies/delivery/target-group-health-check";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const group = (inputs: Record<string, Input>, type = "aws:lb/targetGroup:TargetGroup"): BuiltResource =>
  resource(type, "blue", { port: 80, protocol: "HTTP", ...inputs });

ruleTest(rule, {
  valid: [
    { name: "a health check", stack: [group({ healthCheck: { path: "/health" } })] },
    { name: "a health check that is not known yet", stack: [group({ healthCheck: unknown })] },
    { name: "a group of functions", stack: [group({ targetType: "lambda", port: undefined, protocol: undefined })] },
    { name: "a group of TCP", stack: [group({ protocol: "TCP" })] },
    { name: "a load balancer behind a load balancer", stack: [group({ protocol: "TCP", targetType: "alb" })] },
    { name: "no protocol", stack: [group({ protocol: undefined })] },
    { name: "a group that is read", stack: [resource("aws:lb/targetGroup:TargetGroup", "r", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "B25, B26: none",
      stack: [group({})],
      findings: [{ resource: "blue", path: "healthCheck", level: "advisory", message: /healthCheck/ }],
    },
    {
      name: "none, and the contract asks",
      contract: { healthChecks: true },
      stack: [group({ protocol: "HTTPS", targetType: "ip" }, "aws:alb/targetGroup:TargetGroup")],
      findings: [{ resource: "blue", path: "healthCheck", level: "mandatory" }],
    },
    {
      name: "an empty one",
      stack: [group({ healthCheck: {} })],
      findings: [{ resource: "blue", path: "healthCheck" }],
    },
  ],
  undecided: [
    { name: "a protocol that is not known yet", stack: [group({ protocol: unknown })], at: ["blue.protocol"] },
    { name: "a type that is not known yet", stack: [group({ targetType: unknown })], at: ["blue.targetType"] },
  ],
});
