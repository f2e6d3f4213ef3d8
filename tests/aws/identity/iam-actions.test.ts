import { isEveryResource, reachOf, wholeServiceOf } from "../../../src/aws/identity/iam-actions";

test.each(["*", "**", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:sqs:*:*:*", "arn:aws-cn:logs:*:*:*"])(
  "%s is every resource",
  (pattern) => {
    expect(isEveryResource(pattern)).toBe(true);
  },
);

test.each([
  "arn:aws:s3:::orders",
  "arn:aws:s3:::orders/*",
  "arn:aws:s3:::shop-*",
  "arn:aws:logs:us-east-1:464738291005:*",
  "arn:aws:ec2:*:*:instance/*",
  "",
])("%s is not every resource", (pattern) => {
  expect(isEveryResource(pattern)).toBe(false);
});

test.each([
  ["*", "*"],
  ["*:*", "*"],
  ["s3:*", "s3"],
  ["S3:**", "s3"],
  ["s3:Get*", undefined],
  ["s3:GetObject", undefined],
  ["", undefined],
])("%s is all of %s", (pattern, service) => {
  expect(wholeServiceOf(pattern)).toBe(service);
});

test.each([
  ["secretsmanager:GetSecretValue", "sensitive"],
  ["SecretsManager:getsecretvalue", "sensitive"],
  ["secretsmanager:*", "sensitive"],
  ["s3:Get*", "sensitive"],
  ["ssm:GetParameter?", "sensitive"],
  ["iam:PassRole", "sensitive"],
  ["lambda:InvokeFunction", "limitable"],
  ["lambda:Invoke*", "limitable"],
  ["s3:ListBucket", "limitable"],
  ["events:PutEvents", "limitable"],
  ["logs:PutLogEvents", "limitable"],
  // No resource-level permission.
  ["ecr:GetAuthorizationToken", "none"],
  ["ec2:DescribeInstances", "none"],
  ["secretsmanager:GetRandomPassword", "none"],
  ["logs:DescribeLogGroups", "none"],
  ["xray:PutTraceSegments", "none"],
  ["ssmmessages:*", "none"],
  ["s3:ListAllMyBuckets", "none"],
  ["kms:CreateKey", "none"],
  // One that may be left out.
  ["cloudwatch:PutMetricData", "none"],
  ["rds:DescribeDBInstances", "none"],
  // Patterns that read descriptions.
  ["ec2:Describe*", "none"],
  ["kms:List*", "none"],
  ["ec2:DeleteNetworkInterface", "none"],
  ["sns:Publish", "none"],
  // Not known to the table.
  ["secretsmanager:Teleport", "none"],
  ["toaster:Toast", "none"],
  ["toString:Toast", "none"],
  ["*", "none"],
])("%s on everything: %s", (action, reach) => {
  expect(reachOf(action)).toBe(reach);
});
