import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudfront-access-logging",
  category: "observability",
  description: "Distributions must log requests",
  severity: "medium",
  level: "only-if-required",
  why: "The logs show who requested what, and from where. Without them neither attacks nor errors can be traced.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"],
  requirement: {
    types: ["aws:cloudfront/distribution:Distribution"],
    property: "loggingConfig.bucket",
    must: { isSet: true },
    companions: [{ types: ["aws:cloudwatch/logDeliverySource:LogDeliverySource"], by: "resourceArn" }],
    companionExample: { name: "requests", logType: "ACCESS_LOGS" },
    correct: "logs.s3.amazonaws.com",
    consequence: "Requests leave no trace.",
    instead: "Set `loggingConfig.bucket` to the domain name of a bucket.",
    example: { enabled: true, origins: [{ originId: "files", domainName: "files.s3.us-east-1.amazonaws.com" }] },
  },
});
