import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "route53-query-logging",
  category: "observability",
  description: "Public hosted zones must log their queries",
  severity: "medium",
  level: "only-if-required",
  why:
    "The log shows which names are looked up, and from where: the first sign of someone who maps a domain before an" +
    " attack.",
  limits: "Private zones. Query logs that another stack adds.",
  references: ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html"],
  requirement: {
    types: ["aws:route53/zone:Zone"],
    when: [{ property: "vpcs", must: { isAbsent: true } }],
    companions: [{ types: ["aws:route53/queryLog:QueryLog"], by: "zoneId" }],
    consequence: "No log shows which names of the zone are looked up.",
    instead: "Add an aws.route53.QueryLog for it, with a log group in us-east-1.",
    example: { name: "shop.example" },
    companionExample: { cloudwatchLogGroupArn: "${logs.arn}" },
  },
});
