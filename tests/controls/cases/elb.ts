import type { ControlCase, Inputs, Other } from "./case";

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const LISTENER = "aws:lb/listener:Listener";
const TARGETS = "aws:lb/targetGroup:TargetGroup";

const listener = (protocol: string, certificate = "arn:aws:acm:us-east-1:464738291005:certificate/1"): Inputs => ({
  listeners: [
    { lbPort: 443, lbProtocol: protocol, instancePort: 80, instanceProtocol: "http", sslCertificateId: certificate },
  ],
});
const https = listener("https");
const classic = (inputs: Inputs): Inputs => ({ ...https, subnets: ["subnet-1", "subnet-2"], ...inputs });
const balancer = (inputs: Inputs): Inputs => ({
  loadBalancerType: "application",
  subnets: ["subnet-1", "subnet-2"],
  ...inputs,
});
const targets = (inputs: Inputs): Inputs => ({
  vpcId: "vpc-1",
  port: 443,
  protocol: "HTTPS",
  targetType: "ip",
  ...inputs,
});
const web: Other = { type: BALANCER, name: "web", inputs: balancer({}) };
const forward = {
  defaultActions: [
    { type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/web/1" },
  ],
};
const policy = (value: string): Other[] => [
  {
    type: "aws:elb/loadBalancerPolicy:LoadBalancerPolicy",
    name: "tls",
    inputs: {
      loadBalancerName: "${it.name}",
      policyName: "tls",
      policyTypeName: "SSLNegotiationPolicyType",
      policyAttributes: [{ name: "Reference-Security-Policy", value }],
    },
  },
  {
    type: "aws:elb/listenerPolicy:ListenerPolicy",
    name: "listener",
    inputs: { loadBalancerName: "${it.name}", loadBalancerPort: 443, policyNames: ["tls"] },
  },
];

export default [
  {
    control: "ELB.2",
    rule: "classic-load-balancer-certificate",
    type: CLASSIC,
    violating: listener("https", "arn:aws:iam::464738291005:server-certificate/web"),
    compliant: https,
  },
  {
    control: "ELB.3",
    rule: "classic-load-balancer-https",
    type: CLASSIC,
    violating: listener("http"),
    compliant: listener("ssl"),
  },
  {
    control: "ELB.4",
    rule: "alb-drop-invalid-headers",
    type: BALANCER,
    violating: balancer({ dropInvalidHeaderFields: false }),
    compliant: balancer({ dropInvalidHeaderFields: true }),
  },
  {
    control: "ELB.6",
    rule: "load-balancer-deletion-protection",
    type: BALANCER,
    violating: balancer({}),
    compliant: balancer({ enableDeletionProtection: true }),
  },
  {
    control: "ELB.7",
    rule: "classic-load-balancer-draining",
    type: CLASSIC,
    violating: classic({}),
    compliant: classic({ connectionDraining: true }),
  },
  {
    control: "ELB.8",
    rule: "classic-load-balancer-tls-policy",
    type: CLASSIC,
    violating: classic({ name: "web" }),
    compliant: classic({ name: "web" }),
    othersOfViolating: policy("ELBSecurityPolicy-2016-08"),
    othersOfCompliant: policy("ELBSecurityPolicy-TLS-1-2-2017-01"),
  },
  {
    control: "ELB.9",
    rule: "classic-load-balancer-cross-zone",
    type: CLASSIC,
    violating: classic({ crossZoneLoadBalancing: false }),
    compliant: classic({ crossZoneLoadBalancing: true }),
  },
  {
    control: "ELB.10",
    rule: "classic-load-balancer-zones",
    type: CLASSIC,
    violating: classic({ subnets: ["subnet-1"] }),
    compliant: classic({}),
  },
  {
    control: "ELB.12",
    rule: "alb-desync-mitigation",
    type: BALANCER,
    violating: balancer({ desyncMitigationMode: "monitor" }),
    compliant: balancer({ desyncMitigationMode: "defensive" }),
  },
  {
    control: "ELB.13",
    rule: "load-balancer-several-zones",
    type: BALANCER,
    violating: balancer({ loadBalancerType: "network", subnets: ["subnet-1"] }),
    compliant: balancer({ loadBalancerType: "network" }),
  },
  {
    control: "ELB.14",
    rule: "classic-load-balancer-desync-mitigation",
    type: CLASSIC,
    violating: classic({ desyncMitigationMode: "monitor" }),
    compliant: classic({ desyncMitigationMode: "strictest" }),
  },
  {
    control: "ELB.18",
    rule: "listener-encrypted",
    type: LISTENER,
    violating: { loadBalancerArn: "${web.arn}", port: 80, protocol: "HTTP", ...forward },
    compliant: { loadBalancerArn: "${web.arn}", port: 443, protocol: "HTTPS", ...forward },
    others: [web],
  },
  {
    control: "ELB.21",
    rule: "target-group-health-check-https",
    type: TARGETS,
    violating: targets({ healthCheck: { protocol: "HTTP" } }),
    compliant: targets({ healthCheck: { protocol: "HTTPS" } }),
  },
  {
    control: "ELB.22",
    rule: "target-group-encrypted",
    type: TARGETS,
    violating: targets({ protocol: "HTTP" }),
    compliant: targets({}),
  },
] satisfies ControlCase[];
