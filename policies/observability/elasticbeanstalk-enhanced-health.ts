import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticbeanstalk-enhanced-health",
  category: "observability",
  description: "Elastic Beanstalk environments must report enhanced health",
  severity: "low",
  level: "only-if-required",
  why:
    "Basic health is whether a machine answers the load balancer. Enhanced health reads requests, processor and " +
    "logs of each machine, and shows a bad deployment before customers do.",
  limits: "Options that the application's own .ebextensions set.",
  references: ["https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html"],
  requirement: {
    types: ["aws:elasticbeanstalk/environment:Environment"],
    property: "settings[name=SystemType].value",
    must: { equals: "enhanced" },
    companions: [
      {
        types: ["aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate"],
        named: "templateName",
        property: "settings[name=SystemType].value",
        must: { equals: "enhanced" },
      },
    ],
    consequence: "The environment reports basic health only.",
    instead:
      'Set `settings: [{ namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType", value: "enhanced" }]`.',
    example: {
      application: "shop",
      settings: [{ namespace: "aws:elasticbeanstalk:healthreporting:system", name: "SystemType" }],
    },
  },
});
