import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticbeanstalk-log-streaming",
  category: "observability",
  description: "Elastic Beanstalk environments must stream their logs to CloudWatch",
  severity: "high",
  level: "only-if-required",
  why:
    "The logs of an environment are on its machines, and go with them when it scales in or replaces one. In " +
    "CloudWatch they stay, can be searched, and can raise alarms.",
  limits: "Options that the application's own .ebextensions set.",
  references: ["https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudwatchlogs.html"],
  requirement: {
    types: ["aws:elasticbeanstalk/environment:Environment"],
    property: "settings[name=StreamLogs].value",
    must: { equals: "true" },
    companions: [
      {
        types: ["aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate"],
        named: "templateName",
        property: "settings[name=StreamLogs].value",
        must: { equals: "true" },
      },
    ],
    consequence: "The logs are lost with the machines.",
    instead:
      'Set `settings: [{ namespace: "aws:elasticbeanstalk:cloudwatch:logs", name: "StreamLogs", value: "true" }]`.',
    example: {
      application: "shop",
      settings: [{ namespace: "aws:elasticbeanstalk:cloudwatch:logs", name: "StreamLogs" }],
    },
  },
});
