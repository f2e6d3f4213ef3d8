import rule from "../../../policies/observability/load-balancer-access-logs";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const balancer = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:alb/loadBalancer:LoadBalancer", "web", inputs);
const classic = (accessLogs?: Input): BuiltResource =>
  resource("aws:elb/loadBalancer:LoadBalancer", "old", { accessLogs });
const bare = balancer();

ruleTest(
  rule,
  underContract(
    { accessLogs: true },
    {
      valid: [
        { name: "on", stack: [balancer({ accessLogs: { enabled: true, bucket: "logs" } })] },
        { name: "a network load balancer", stack: [balancer({ loadBalancerType: "network" })] },
        { name: "a gateway load balancer", stack: [balancer({ loadBalancerType: "gateway" })] },
        { name: "a classic one with a bucket", stack: [classic({ bucket: "logs" })] },
        {
          name: "delivered by CloudWatch",
          stack: [
            bare,
            resource("aws:cloudwatch/logDeliverySource:LogDeliverySource", "web", {
              logType: "ALB_ACCESS_LOGS",
              resourceArn: bare.arn,
            }),
          ],
        },
        {
          name: "a load balancer that the stack only reads",
          stack: [resource("aws:lb/loadBalancer:LoadBalancer", "shared", {}, { external: true })],
        },
      ],
      invalid: [
        { name: "no access logs", stack: [bare], findings: [{ resource: "web", path: "accessLogs" }] },
        {
          name: "a bucket, and not on",
          stack: [balancer({ loadBalancerType: "application", accessLogs: { bucket: "logs" } })],
          findings: [{ resource: "web", path: "accessLogs" }],
        },
        {
          name: "off",
          stack: [balancer({ accessLogs: { enabled: false, bucket: "logs" } })],
          findings: [{ resource: "web", path: "accessLogs" }],
        },
        { name: "a classic one", stack: [classic()], findings: [{ resource: "old", path: "accessLogs" }] },
      ],
      undecided: [
        { name: "the logs", stack: [balancer({ accessLogs: unknown })], at: ["web.accessLogs"] },
        { name: "the type", stack: [balancer({ loadBalancerType: unknown })], at: ["web.loadBalancerType"] },
      ],
    },
  ),
);
