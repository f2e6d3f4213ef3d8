import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cloudformation-service-role",
  category: "identity",
  description: "CloudFormation stacks must have a service role",
  severity: "medium",
  level: "only-if-required",
  why: "Without a role of its own, a stack has all permissions of the one who changes it. With one, it can do what its template needs.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html"],
  requirement: {
    types: ["aws:cloudformation/stack:Stack"],
    property: "iamRoleArn",
    must: { isSet: true },
    consequence: "The stack has the permissions of its caller.",
    instead: "Set `iamRoleArn` to a role that CloudFormation can assume.",
    correct: "${role.arn}",
    example: { templateBody: "Resources: {}" },
  },
});
