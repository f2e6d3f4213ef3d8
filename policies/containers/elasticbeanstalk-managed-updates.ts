import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticbeanstalk-managed-updates",
  category: "containers",
  description: "Elastic Beanstalk environments must update their platform",
  severity: "high",
  level: "only-if-required",
  why:
    "Fixes of the operating system and the runtime arrive as platform versions. Without managed updates an " +
    "environment stays on the version that it was created with.",
  limits: "Options that the application's own .ebextensions set.",
  references: ["https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html"],
  requirement: {
    types: ["aws:elasticbeanstalk/environment:Environment"],
    property: "settings[name=ManagedActionsEnabled].value",
    must: { equals: "true" },
    companions: [
      {
        types: ["aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate"],
        named: "templateName",
        property: "settings[name=ManagedActionsEnabled].value",
        must: { equals: "true" },
      },
    ],
    consequence: "The environment stays on its platform version.",
    instead:
      'Set `settings: [{ namespace: "aws:elasticbeanstalk:managedactions", name: "ManagedActionsEnabled", value: "true" }]`.',
    example: {
      application: "shop",
      settings: [{ namespace: "aws:elasticbeanstalk:managedactions", name: "ManagedActionsEnabled" }],
    },
  },
});
