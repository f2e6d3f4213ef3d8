import type { ControlCase } from "./case";

export default [
  {
    control: "Route53.2",
    rule: "route53-query-logging",
    type: "aws:route53/zone:Zone",
    violating: { name: "shop.example" },
    compliant: { name: "shop.example" },
    othersOfCompliant: [
      {
        type: "aws:route53/queryLog:QueryLog",
        name: "log",
        inputs: { zoneId: "${it.id}", cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:464738291005:log-group:dns" },
      },
    ],
  },
  {
    control: "Route53.2",
    rule: "route53-query-logging",
    type: "aws:route53/zone:Zone",
    violating: { name: "shop.example" },
    compliant: { name: "shop.internal", vpcs: [{ vpcId: "vpc-0a1b2c3d" }] },
    about: "a private zone",
  },
] satisfies ControlCase[];
