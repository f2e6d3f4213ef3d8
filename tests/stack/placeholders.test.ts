import { placeholderIn } from "../../stack/placeholders";

describe("what stands in for something", () => {
  test.each([
    ["arn:aws:iam::123456789012:role/app", "roleArn", "account", false],
    ["arn:aws:iam::000000000000:root", "AWS", "account", false],
    ["arn:aws:sns:us-east-1:ACCOUNT_ID:alerts", "topicArn", "account", true],
    ["arn:aws:sns:us-east-1:your-account-id:alerts", "topicArn", "account", true],
    ["arn:aws:iam::<account>:role/x", "roleArn", "account", true],
    ["arn:aws:acm:us-east-1:464738291005:certificate/placeholder", "certificateArn", "certificate", true],
    ["arn:aws:acm:us-east-1:464738291005:certificate/example", "certificateArn", "certificate", true],
    ["arn:aws:acm:us-east-1:464738291005:certificate/your-cert-id", "certificateArn", "certificate", true],
    ["arn:aws:acm:us-east-1:464738291005:certificate/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "arn", "certificate", true],
    [
      "arn:aws:acm:us-east-1:464738291005:certificate/12345678-1234-1234-1234-123456789012",
      "arn",
      "certificate",
      false,
    ],
    ["arn:aws:kms:us-east-1:464738291005:key/00000000-0000-0000-0000-000000000000", "kmsKeyId", "id", false],
    ["arn:aws:s3:::your-bucket-name/*", "Resource", "name", true],
    ["123456789012", "AWS", "account", false],
    ["123456789012", "accountId", "account", false],
    ["123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1", "image", "account", false],
    ["vpc-xxxx", "vpcId", "id", true],
    ["vpc-xxxxxxxxxxxxxxxxx", "vpcId", "id", true],
    ["subnet-placeholder", "subnetId", "id", true],
    ["sg-your-security-group", "securityGroups", "id", true],
    ["ami-00000000", "ami", "id", false],
    ["subnet-12345678", "subnetId", "id", false],
    ["vpc-0123456789abcdef0", "vpcId", "id", false],
    ["sg-12345", "securityGroups", "id", false],
    ["ZXXXXXXXXXX", "zoneId", "id", true],
    ["Z1234567890ABC", "hostedZoneId", "id", false],
    ["00000000-0000-0000-0000-000000000000", "kmsKeyId", "id", false],
    ["your-bucket-name", "bucket", "name", true],
    ["YOUR_KEY_PAIR", "keyName", "name", true],
    ["<your-key-name>", "keyName", "name", true],
    ["your-domain.com", "domainName", "name", true],
    ["your-registry/your-app:latest", "image", "name", true],
  ])("%s of %s is %s", (text, key, what, isPlain) => {
    expect(placeholderIn(text, key)).toMatchObject({ what, isPlain });
  });
});

describe("what names something", () => {
  test.each([
    ["arn:aws:iam::464738291005:role/app", "roleArn"],
    ["arn:aws:iam::aws:policy/AdministratorAccess", "policyArn"],
    ["arn:aws:s3:::orders", "bucket"],
    ["arn:aws:iam::*:role/app", "Resource"],
    ["arn:aws:s3:::example-logs/*", "Resource"],
    ["arn:aws:dynamodb:us-east-1:464738291005:table/todo", "Resource"],
    ["arn:aws:lambda:us-east-1:464738291005:function:placeholder", "arn"],
    ["arn:aws:secretsmanager:us-east-1:464738291005:secret:test", "arn"],
    ["arn:aws:acm:us-east-1:464738291005:certificate/9a1c2f0e-1111-4222-8333-444455556666", "certificateArn"],
    ["123456789012", "phoneNumber"],
    ["vpc-0a1b2c3d4e5f60718", "vpcId"],
    ["i-test", "name"],
    ["sg-web", "name"],
    ["test-1234", "name"],
    ["your-move", "name"],
    ["your-keyboard", "name"],
    ["yourstory.com", "domainName"],
    ["What your-bucket is for", "message"],
    ["you@your-domain.com", "endpoint"],
    ["https://your-domain.com/x", "callbackUrls"],
    ["your-registry.example.com/your-app:1", "image"],
    ["ZXXXXXXXXXX", "name"],
    ["Z2FDTNDATAQYW2", "zoneId"],
    ["00000000-0000-0000-0000-000000000000", "name"],
    ["x".repeat(600), "name"],
    ["", "name"],
  ])("%s of %s", (text, key) => {
    expect(placeholderIn(text, key)).toBeUndefined();
  });
});
