import rule from "../../../policies/delivery/load-balancer-listener";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const balancer = resource("aws:lb/loadBalancer:LoadBalancer", "web", { subnets: ["subnet-0a", "subnet-0b"] });
const listener = (loadBalancerArn: Input): BuiltResource =>
  resource("aws:lb/listener:Listener", "http", {
    loadBalancerArn,
    port: 80,
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }],
  });
const exporting = (outputs: Record<string, Input>): BuiltResource =>
  resource("pulumi:pulumi:Stack", "shop-dev", outputs);

ruleTest(rule, {
  valid: [
    { name: "a listener", stack: [balancer, listener(balancer.arn)] },
    { name: "a load balancer of another stack", stack: [listener("arn:aws:elasticloadbalancing:us-east-1:1:x")] },
    {
      name: "an ARN in a parameter, for other stacks",
      stack: [
        balancer,
        resource("aws:ssm/parameter:Parameter", "web-arn", { type: "String", name: "/web/arn", value: balancer.arn }),
      ],
    },
    {
      name: "listeners that Kubernetes creates",
      stack: [balancer, resource("kubernetes:networking.k8s.io/v1:Ingress", "web", { spec: balancer.arn })],
    },
    { name: "an exported ARN", stack: [balancer, exporting({ webArn: balancer.arn })] },
  ],
  invalid: [
    { name: "no listener", stack: [balancer], findings: [{ resource: "web", message: /no listener/ }] },
    {
      name: "a listener of another load balancer, and a record",
      stack: [
        balancer,
        listener("arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/other/1"),
        resource("aws:route53/record:Record", "web", {
          zoneId: "Z0123456789",
          name: "web",
          type: "CNAME",
          records: [balancer.dnsName],
        }),
      ],
      findings: [{ resource: "web" }],
    },
    {
      name: "an exported address",
      stack: [balancer, exporting({ webAddress: balancer.dnsName })],
      findings: [{ resource: "web" }],
    },
  ],
  undecided: [{ name: "a listener of some load balancer", stack: [balancer, listener(unknown)], at: ["web"] }],
});
