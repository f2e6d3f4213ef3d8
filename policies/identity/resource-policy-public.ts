import { RESOURCE_POLICIES } from "../../src/aws/identity/resource-policies";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
import { checkDocument } from "./resource-policy-public.documents";
import { checkApis, checkSearchDomains, SEARCH_DOMAINS } from "./resource-policy-public.endpoints";
import { checkPermissions, PERMISSIONS } from "./resource-policy-public.permissions";

export default defineRule({
  id: "resource-policy-public",
  category: "identity",
  description: "Resource policies must not allow everyone",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    'A principal of "*" is everyone with any AWS account, and for queues, topics and functions also everyone without one. ' +
    "They can read the messages, invoke the function or use the key as the policy allows. Anyone can have an AWS account, " +
    "and names of resources are easy to guess.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" }, // not "*"
    Action: "sqs:SendMessage",
    Resource: queue.arn,
    Condition: { ArnEquals: { "aws:SourceArn": topic.arn } },
  }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},  # not "*"
        "Action": "sqs:SendMessage",
        "Resource": queue.arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": topic.arn}},
    }],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          Service: sns.amazonaws.com # not "*"
        Action: sqs:SendMessage
        Resource: \${queue.arn}
        Condition:
          ArnEquals:
            aws:SourceArn: \${topic.arn}`,
  },
  limits:
    "Statements with a condition that leaves particular accounts, organizations, networks or resources, and those that " +
    "another statement denies to all others. Buckets (s3-public-access-block), roles (iam-trust-public), public " +
    "repositories of ECR, VPC endpoints, and search domains in a VPC. Advisory are search domains with fine-grained access " +
    "control, REST APIs whose methods all have an authorizer, and permissions for a service of AWS that name no source, " +
    "except S3.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  ],
  resource: {
    types: [...RESOURCE_POLICIES.keys()],
    check(resource, context) {
      const found = RESOURCE_POLICIES.get(resource.type);
      // A skipped resource, or one of another stack, has no inputs.
      if (found && resource.value !== UNKNOWN) {
        checkDocument(resource.at(...found.property.split(".")), found.noun, context);
      }
    },
  },
  alone: [...PERMISSIONS, ...SEARCH_DOMAINS],
  stack(stack, context) {
    checkPermissions(stack, context);
    checkSearchDomains(stack, context);
    checkApis(stack, context);
  },
});
