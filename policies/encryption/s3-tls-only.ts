import { bucketsOf, partsOf, inlineOf, servesWebsite } from "../../stack/buckets";
import { statementsOf, type Statement } from "../../stack/iam";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "s3-tls-only",
  category: "encryption",
  description: "Buckets refuse requests without TLS",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "S3 answers over plain HTTP too, so that a client with a wrong address sends its data where others can read it on " +
    "the way. Only the bucket's policy can forbid that.",
  fix: {
    typescript:
      'new aws.s3.BucketPolicy("data", { bucket: bucket.id, policy: {\n' +
      '  Version: "2012-10-17",\n' +
      '  Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],\n' +
      '    Condition: { Bool: { "aws:SecureTransport": "false" } } }],\n' +
      "} });",
    python:
      'aws.s3.BucketPolicy("data", bucket=bucket.id, policy={\n' +
      '    "Version": "2012-10-17",\n' +
      '    "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*",\n' +
      '        "Resource": [bucket.arn, pulumi.Output.concat(bucket.arn, "/*")],\n' +
      '        "Condition": {"Bool": {"aws:SecureTransport": "false"}}}],\n' +
      "})",
    yaml:
      "resources:\n  data:\n    type: aws:s3:BucketPolicy\n    properties:\n      bucket: ${bucket.id}\n" +
      '      policy:\n        fn::toJSON:\n          Version: "2012-10-17"\n          Statement:\n' +
      '            - Effect: Deny\n              Principal: "*"\n              Action: s3:*\n' +
      '              Resource: ["${bucket.arn}", "${bucket.arn}/*"]\n              Condition:\n' +
      '                Bool:\n                  aws:SecureTransport: "false"',
  },
  limits:
    "Buckets that serve a website, which S3 does over plain HTTP only; which actions and objects the statement is for.",
  stack(stack, { report, undecided }) {
    for (const bucket of bucketsOf(stack)) {
      const { parts, complete } = partsOf(stack, bucket, "policy");
      const inline = inlineOf(bucket, "policy");
      const places = [...parts.map((part) => part.at("policy")), ...(inline ? [inline] : [])];
      const policies = places.map((place) => statementsOf(place));
      const statements = policies.filter(known).flat();
      if (servesWebsite(stack, bucket) || statements.some(refusesPlain)) {
        continue;
      }
      const [place] = places;
      if (policies.includes(UNKNOWN) || (!place && !complete)) {
        undecided(place ?? bucket);
      } else {
        report({
          at: place ?? bucket,
          message: `${place ? "the policy does not deny" : "no policy denies"} requests without TLS; ${place ? "add to it" : "add an aws.s3.BucketPolicy with"} a statement that denies s3:* to everybody where aws:SecureTransport is false.`,
          restsOnComputedText: statements.some(({ isComputed }) => isComputed),
        });
      }
    }
  },
});

/** True for a statement that denies what comes without TLS, or with an old version of it. */
function refusesPlain({ effect, view }: Statement): boolean {
  const operators = view.entries("Condition");
  return (
    effect !== "Allow" &&
    known(operators) &&
    operators.some(([, keys]) => {
      const entries = keys.entries();
      return known(entries) && entries.some(([key]) => /^(?:aws:SecureTransport|s3:TlsVersion)$/i.test(key));
    })
  );
}
