import { inlineOf, partsOf } from "../../src/aws/storage/buckets";
import { CLOUDTRAIL_TRAIL, ELB_LOAD_BALANCER, LB_LOAD_BALANCER, S3_BUCKET } from "../../src/aws/type-tokens";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import { allows, statementsOf, type Statement } from "../../src/aws/identity/iam";
import { opaqueUsersOf } from "../../src/graph/opaque";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

/** The service that writes the logs of a source, and the actions that it needs. */
interface Writer {
  readonly property: string;
  readonly actions: readonly string[];
  readonly principal: string;
  /** Service principals; load balancers of older regions write from accounts of AWS. */
  readonly services: RegExp;
  readonly fromAccounts: boolean;
  readonly awsError: (bucket: string) => string;
}

const BALANCER: Writer = {
  property: "accessLogs",
  actions: ["s3:PutObject"],
  principal: "logdelivery.elasticloadbalancing.amazonaws.com",
  services: /^(?:logdelivery\.elasticloadbalancing|elasticloadbalancing|delivery\.logs)\./,
  fromAccounts: true,
  awsError: (bucket) => `Access Denied for bucket: ${bucket}. Please check S3bucket permission`,
};
const WRITERS: ReadonlyMap<string, Writer> = new Map([
  [LB_LOAD_BALANCER, BALANCER],
  [ELB_LOAD_BALANCER, BALANCER],
  [
    CLOUDTRAIL_TRAIL,
    {
      property: "s3BucketName",
      actions: ["s3:GetBucketAcl", "s3:PutObject"],
      principal: "cloudtrail.amazonaws.com",
      services: /^cloudtrail\./,
      fromAccounts: false,
      awsError: (bucket) =>
        `InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: ${bucket}`,
    },
  ],
]);

export default defineRule({
  id: "log-delivery-policy",
  category: "observability",
  description: "Log buckets must let the sending service write to them",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: [],
  why:
    "Load balancers and trails write their logs as a service of AWS. AWS tests this when the log is switched on, and " +
    "rejects a bucket whose policy does not allow the service.",
  fix: {
    typescript: `new aws.s3.BucketPolicy("logs", { bucket: bucket.id, policy: {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject", Resource: pulumi.interpolate\`\${bucket.arn}/AWSLogs/*\` }],
} });`,
    python: `aws.s3.BucketPolicy("logs", bucket=bucket.id, policy={
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow",
        "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
        "Action": "s3:PutObject", "Resource": pulumi.Output.concat(bucket.arn, "/AWSLogs/*")}],
})`,
    yaml: `resources:
  logs:
    type: aws:s3:BucketPolicy
    properties:
      bucket: \${bucket.id}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal:
                Service: logdelivery.elasticloadbalancing.amazonaws.com
              Action: s3:PutObject
              Resource: \${bucket.arn}/AWSLogs/*`,
  },
  limits:
    "Buckets outside the stack, or that another provider or a script uses; which part of the bucket and which conditions a " +
    "statement names; flow logs, for which AWS writes the policy itself; policies for identities of any account, which may " +
    "be those that load balancers write from. A source that exists already is advisory: its log may be on.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
  ],
  stack(stack, { report, undecided, project }) {
    for (const source of stack.managed(...WRITERS.keys())) {
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
            `No policy of the bucket ${bucket.name} lets "${writer.principal}" write to it. Add an aws.s3.BucketPolicy with a ` +
            `statement that allows this service ${writer.actions.map((action) => `"${action}"`).join(" and ")}.`,
          awsError: writer.awsError(nameOf(bucket)),
          onlyAtCreation: true,
          restsOnComputedText: statements !== UNKNOWN && statements.some(({ isComputed }) => isComputed),
        });
      } else if (source.type === CLOUDTRAIL_TRAIL && inlineOf(bucket, "policy") === undefined) {
        // A load balancer takes minutes, and its log is switched on at the end.
        const policies = partsOf(stack, bucket, "policy").parts.filter(({ external }) => !external);
        const [policy] = policies;
        if (policy && !waitsForOneOf(stack, source, policies) && !isAlreadyOrdered(source, policies)) {
          report({
            at: source,
            property: writer.property,
            missingDependencies: [policy],
            message:
              `Nothing makes this wait for ${policy.name}, which lets "${writer.principal}" write to the bucket: ` +
              `${makeWait(stack, source, [policy], variablesOf(project.files))}.`,
            awsError: writer.awsError(nameOf(bucket)),
            onlyAtCreation: true,
          });
        }
      }
    }
  },
});

function nameOf(bucket: Resource): string {
  const name = bucket.str("bucket");
  return known(name) ? name : bucket.name;
}

function bucketOf(stack: Stack, source: Resource, { property }: Writer): Resource | undefined {
  const view = source.type === CLOUDTRAIL_TRAIL ? source.at(property) : source.at(property, "bucket");
  const [bucket, ...more] = stack.refs(view, S3_BUCKET).resources;
  return bucket?.external === false && more.length === 0 ? bucket : undefined;
}

/** A trail always writes, a load balancer where its log is switched on; a classic one unless it is switched off. */
function writes(source: Resource, { property }: Writer): boolean {
  return (
    source.type === CLOUDTRAIL_TRAIL || (source.bool(property, "enabled") ?? source.type === ELB_LOAD_BALANCER) === true
  );
}

/** All statements of the policies of a bucket; unknown while one of them is. */
function policyOf(stack: Stack, bucket: Resource): Statement[] | typeof UNKNOWN {
  const { parts, complete } = partsOf(stack, bucket, "policy");
  const inline = inlineOf(bucket, "policy");
  const documents = [...parts.map((part) => part.at("policy")), ...(inline ? [inline] : [])].map((document) =>
    statementsOf(document),
  );
  const isOpaque = opaqueUsersOf(stack, bucket).length > 0;
  return complete && !isOpaque && documents.every(known) ? documents.flat() : UNKNOWN;
}

function isAllowed(statements: readonly Statement[], writer: Writer): Certainty {
  const denying = statements.filter((statement) => statement.effect === "Deny" && isFor(statement, writer) === true);
  return allOf(
    writer.actions.map((action) =>
      anyOf(statements.map((statement) => allOf([isFor(statement, writer), allows([statement, ...denying], action)]))),
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
