import rule from "../../../policies/delivery/target-group-health-check";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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
    {
      name: "a group that the stack only reads",
      stack: [resource("aws:lb/targetGroup:TargetGroup", "r", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "B25, B26: no health check",
      stack: [group({})],
      findings: [{ resource: "blue", path: "healthCheck", level: "advisory", message: /healthCheck/ }],
    },
    {
      name: "no health check although the contract requires it",
      contract: { healthChecks: true },
      stack: [group({ protocol: "HTTPS", targetType: "ip" }, "aws:alb/targetGroup:TargetGroup")],
      findings: [{ resource: "blue", path: "healthCheck", level: "mandatory" }],
    },
    {
      name: "an empty health check",
      stack: [group({ healthCheck: {} })],
      findings: [{ resource: "blue", path: "healthCheck" }],
    },
  ],
  undecided: [
    { name: "a protocol that is not known yet", stack: [group({ protocol: unknown })], at: ["blue.protocol"] },
    { name: "a type that is not known yet", stack: [group({ targetType: unknown })], at: ["blue.targetType"] },
  ],
});
