import { BUCKET, inlineOf, partsOf } from "../../stack/buckets";
import { allOf, anyOf, type Certainty } from "../../stack/certainty";
import { allows, statementsOf, type Statement } from "../../stack/iam";
import { opaqueUsersOf } from "../../stack/opaque";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const TRAIL = "aws:cloudtrail/trail:Trail";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";

/** Who writes the logs of a source, and what it has to be allowed. */
interface Writer {
  readonly property: string;
  readonly actions: readonly string[];
  readonly who: string;
  /** Service principals; load balancers of older regions write from accounts of AWS. */
  readonly services: RegExp;
  readonly fromAccounts: boolean;
  readonly answer: (bucket: string) => string;
}

const BALANCER: Writer = {
  property: "accessLogs",
  actions: ["s3:PutObject"],
  who: "logdelivery.elasticloadbalancing.amazonaws.com",
  services: /^(?:logdelivery\.elasticloadbalancing|elasticloadbalancing|delivery\.logs)\./,
  fromAccounts: true,
  answer: (bucket) => `Access Denied for bucket: ${bucket}. Please check S3bucket permission`,
};
const WRITERS: ReadonlyMap<string, Writer> = new Map([
  [LOAD_BALANCER, BALANCER],
  [CLASSIC, BALANCER],
  [
    TRAIL,
    {
      property: "s3BucketName",
      actions: ["s3:GetBucketAcl", "s3:PutObject"],
      who: "cloudtrail.amazonaws.com",
      services: /^cloudtrail\./,
      fromAccounts: false,
      answer: (bucket) =>
        `InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: ${bucket}`,
    },
  ],
]);

export default defineRule({
  id: "log-delivery-policy",
  category: "observability",
  description: "Buckets for logs let the service write that sends them",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Load balancers and trails write their logs as a service of AWS. AWS tries it out when the log is switched on, and " +
    "refuses a bucket whose policy does not let the service in.",
  fix: {
    typescript:
      'new aws.s3.BucketPolicy("logs", { bucket: bucket.id, policy: {\n' +
      '  Version: "2012-10-17",\n' +
      '  Statement: [{ Effect: "Allow", Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },\n' +
      '    Action: "s3:PutObject", Resource: pulumi.interpolate`${bucket.arn}/AWSLogs/*` }],\n' +
      "} });",
    python:
      'aws.s3.BucketPolicy("logs", bucket=bucket.id, policy={\n' +
      '    "Version": "2012-10-17",\n' +
      '    "Statement": [{"Effect": "Allow",\n' +
      '        "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},\n' +
      '        "Action": "s3:PutObject", "Resource": pulumi.Output.concat(bucket.arn, "/AWSLogs/*")}],\n' +
      "})",
    yaml:
      "resources:\n  logs:\n    type: aws:s3:BucketPolicy\n    properties:\n      bucket: ${bucket.id}\n" +
      '      policy:\n        fn::toJSON:\n          Version: "2012-10-17"\n          Statement:\n' +
      "            - Effect: Allow\n              Principal:\n" +
      "                Service: logdelivery.elasticloadbalancing.amazonaws.com\n" +
      "              Action: s3:PutObject\n              Resource: ${bucket.arn}/AWSLogs/*",
  },
  limits:
    "Buckets outside the stack, or that another provider or a script has to do with; which part of the bucket and which conditions a statement names; flow logs, for which AWS " +
    "writes the policy itself; policies for identities of any account, which may be those that load balancers write from.",
  stack(stack, { report, undecided }) {
    for (const source of stack.ofType(...WRITERS.keys()).filter(({ outside }) => !outside)) {
      const writer = WRITERS.get(source.type);
      const bucket = writer && bucketOf(stack, source, writer);
      if (!writer || !bucket || !writes(source, writer)) {
        continue;
      }
      const statements = policyOf(stack, bucket);
      const allowed = statements === UNKNOWN ? UNKNOWN : isAllowed(statements, writer);
      if (allowed === UNKNOWN) {
        undecided(source, writer.property);
      } else if (!allowed) {
        report({
          at: source,
          property: writer.property,
          message:
            `no policy of the bucket ${bucket.name} lets ${writer.who} write; add to it, or as an aws.s3.BucketPolicy, a ` +
            `statement that allows this service ${writer.actions.join(" and ")}.`,
          answer: writer.answer(nameOf(bucket)),
          restsOnComputedText: statements !== UNKNOWN && statements.some(({ isComputed }) => isComputed),
        });
      }
    }
  },
});

function nameOf(bucket: Resource): string {
  const name = bucket.str("bucket");
  return known(name) ? name : bucket.name;
}

function bucketOf(stack: Stack, source: Resource, { property }: Writer): Resource | undefined {
  const place = source.type === TRAIL ? source.at(property) : source.at(property, "bucket");
  const [bucket, ...more] = stack.refs(place, BUCKET).resources;
  return bucket?.outside === false && more.length === 0 ? bucket : undefined;
}

/** A trail always writes, a load balancer where its log is switched on; a classic one unless it is switched off. */
function writes(source: Resource, { property }: Writer): boolean {
  return source.type === TRAIL || (source.bool(property, "enabled") ?? source.type === CLASSIC) === true;
}

/** All that the policies of a bucket say; unknown while one of them is. */
function policyOf(stack: Stack, bucket: Resource): Statement[] | typeof UNKNOWN {
  const { parts, complete } = partsOf(stack, bucket, "policy");
  const inline = inlineOf(bucket, "policy");
  const documents = [...parts.map((part) => part.at("policy")), ...(inline ? [inline] : [])].map((place) =>
    statementsOf(place),
  );
  const isOpaque = opaqueUsersOf(stack, bucket).length > 0;
  return complete && !isOpaque && documents.every(known) ? documents.flat() : UNKNOWN;
}

function isAllowed(statements: readonly Statement[], writer: Writer): Certainty {
  const concerned = statements.filter(({ effect }) => effect !== "Deny");
  return allOf(
    writer.actions.map((action) =>
      anyOf(concerned.map((statement) => allOf([isFor(statement, writer), allows([statement], action)]))),
    ),
  );
}

function isFor({ principals }: Statement, { services, fromAccounts }: Writer): Certainty {
  return principals === UNKNOWN
    ? UNKNOWN
    : anyOf(
        principals.map(({ type, id }) =>
          id === UNKNOWN ? UNKNOWN : id === "*" || (type === "Service" ? services.test(id) : fromAccounts),
        ),
      );
}
