import { bucketsOf, partsOf, inlineOf, servesWebsite } from "../../src/aws/storage/buckets";
import { statementsOf, type Statement } from "../../src/aws/identity/iam";
import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "s3-tls-only",
  category: "encryption",
  description: "Buckets must refuse requests without TLS",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "S3 answers over plain HTTP too, so a client with the wrong address sends its data where others can read it on the " +
    "way. Only the bucket's policy can forbid that.",
  fix: {
    typescript: `new aws.s3.BucketPolicy("data", {
  bucket: bucket.id,
  policy: {
    Version: "2012-10-17",
    Statement: [{
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [bucket.arn, pulumi.concat(bucket.arn, "/*")],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }],
  },
});`,
    python: `aws.s3.BucketPolicy("data", bucket=bucket.id, policy={
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [bucket.arn, pulumi.Output.concat(bucket.arn, "/*")],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }],
})`,
    yaml: `resources:
  data:
    type: aws:s3:BucketPolicy
    properties:
      bucket: \${bucket.id}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Deny
              Principal: "*"
              Action: s3:*
              Resource: ["\${bucket.arn}", "\${bucket.arn}/*"]
              Condition:
                Bool:
                  aws:SecureTransport: "false"`,
  },
  limits:
    "Buckets that serve a website, which S3 does over plain HTTP only, unless the contract names a framework; the actions and objects that the statement names.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"],
  stack(stack, { servesFramework, report, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "policy");
      const inline = inlineOf(bucket, "policy");
      const views = [...parts.map((part) => part.at("policy")), ...(inline ? [inline] : [])];
      const policies = views.map((view) => statementsOf(view));
      const statements = policies.filter(known).flat();
      const isRefused = anyOf(statements.map(refusesPlain));
      if ((!servesFramework && servesWebsite(stack, bucket)) || isRefused === true) {
        continue;
      }
      const [policy] = views;
      if (isRefused === UNKNOWN || policies.includes(UNKNOWN) || (!policy && !complete)) {
        undecided(policy ?? bucket);
      } else {
        report({
          at: policy ?? bucket,
          message:
            `${policy ? "The policy does not deny requests without TLS. Add" : "No policy denies requests without TLS. Add an aws.s3.BucketPolicy with"} ` +
            'a statement that denies "s3:*" to all principals where "aws:SecureTransport" is "false".',
          restsOnComputedText: statements.some(({ isComputed }) => isComputed),
        });
      }
    }
  },
});

/** Whether a statement denies requests without TLS, or with an old version of it. */
function refusesPlain({ effect, view }: Statement): Certainty {
  const operators = effect === "Allow" ? [] : (view.entries("Condition") ?? []);
  return operators === UNKNOWN
    ? UNKNOWN
    : anyOf(
        operators.map(([, keys]) => {
          const entries = keys.entries() ?? [];
          return entries === UNKNOWN ? UNKNOWN : anyOf(entries.map(([key, value]) => isOfPlain(key, value)));
        }),
      );
}

/** Whether a condition is for requests without TLS, or with a version of it. */
function isOfPlain(key: string, value: View): Certainty {
  if (!/^aws:SecureTransport$/i.test(key)) {
    return /^s3:TlsVersion$/i.test(key);
  }
  const values = value.list() ?? [value];
  return values === UNKNOWN ? UNKNOWN : not(allOf(values.map((one) => one.bool() ?? false)));
}
