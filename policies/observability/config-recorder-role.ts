import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "config-recorder-role",
  category: "observability",
  description: "AWS Config recorders must use the service-linked role",
  severity: "medium",
  level: "only-if-required",
  why: "AWS keeps the permissions of the service-linked role up to date. A role of one's own misses those for new types of resources, which are then not recorded.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"],
  requirement: {
    types: ["aws:cfg/recorder:Recorder"],
    property: "roleArn",
    must: { hasText: ":role/aws-service-role/config.amazonaws.com/" },
    consequence: "AWS Config does not record what this role may not read.",
    instead: 'Set `roleArn` to that of an aws.iam.ServiceLinkedRole with `awsServiceName: "config.amazonaws.com"`.',
    correct: "arn:aws:iam::464738291005:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
    incorrect: "arn:aws:iam::464738291005:role/config",
    example: { name: "default" },
  },
});
