import { statementsOf, type Statement } from "../../src/aws/identity/iam";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { S3_BUCKET, S3_BUCKET_POLICY } from "../../src/aws/type-tokens";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
const REPOSITORY_POLICY = "aws:ecr/repositoryPolicy:RepositoryPolicy";

type Violation = Pick<Finding, "message" | "awsError"> & { at: View };

/** The known strings of a list in a statement. */
const stringsOf = (statement: Statement, key: string): View[] => {
  const list = statement.view.list(key);
  return known(list) ? list.filter((one) => known(one.str())) : [];
};

const textOf = (view: View): string => String(view.str());

const isComplete = (statement: Statement, key: string): boolean => {
  const list = statement.view.list(key);
  return known(list) && list.every((one) => known(one.str()));
};

// Exact names only: of others it is not known what they apply to.
const ON_OBJECTS =
  /^s3:(?:(?:Get|Put|Delete)Object(?:Version)?(?:Acl|Tagging|Attributes|Torrent)?|(?:Get|Put)Object(?:LegalHold|Retention)|RestoreObject|AbortMultipartUpload|ListMultipartUploadParts|Replicate(?:Object|Delete|Tags))$/i;
const ON_BUCKET =
  /^s3:(?:ListBucket(?:Versions|MultipartUploads)?|(?:Get|Put)Bucket[A-Za-z]+|(?:Get|Put)(?:Lifecycle|Replication|Encryption|Inventory|Metrics|Analytics|Accelerate)Configuration)$/i;

/** A statement of a bucket's policy whose actions and resources do not go together, or that is about another bucket. */
function inBucket(statement: Statement, bucket: string | undefined): Violation | undefined {
  if (!isComplete(statement, "Resource") || !isComplete(statement, "Action")) {
    return undefined;
  }
  const [resources, actions] = [stringsOf(statement, "Resource"), stringsOf(statement, "Action")];
  const other = resources.find((one) => {
    const [, name = ""] = /^arn:[\w-]+:s3:::([^/]*)/.exec(textOf(one)) ?? [];
    return bucket !== undefined && name !== "" && !/[*?$]/.test(name) && name !== bucket;
  });
  if (other) {
    return {
      at: other,
      message: `The policy is that of the bucket ${String(bucket)}, and this resource is in another bucket. Name this bucket.`,
      awsError: "Policy has invalid resource",
    };
  }
  const isOpen = (view: View): boolean =>
    !/^arn:[\w-]+:s3:::/.test(textOf(view)) || /^arn:[\w-]+:s3:::[^/]*[*?$]/.test(textOf(view));
  const hasObjects = resources.some((one) => isOpen(one) || textOf(one).includes("/"));
  const hasBucket = resources.some((one) => isOpen(one) || !textOf(one).includes("/"));
  const onObjects = actions.length > 0 && actions.every((one) => ON_OBJECTS.test(textOf(one)));
  const onBucket = actions.length > 0 && actions.every((one) => ON_BUCKET.test(textOf(one)));
  const at = statement.view.at("Resource");
  const awsError = "Action does not apply to any resource(s) in statement";
  if (resources.length > 0 && onObjects && !hasObjects) {
    return {
      at,
      message: 'These actions are on objects, and this names the bucket only. Add the ARN that ends with "/*".',
      awsError,
    };
  }
  return resources.length > 0 && onBucket && !hasBucket
    ? {
        at,
        message: "These actions are on the bucket, and this names objects only. Add the ARN of the bucket.",
        awsError,
      }
    : undefined;
}

/** An action or a resource of another service. */
function ofAnotherService(statement: Statement, service: string, noun: string): Violation | undefined {
  const action = stringsOf(statement, "Action").find(
    (one) => !new RegExp(`^(?:\\*$|${service}:)`, "i").test(textOf(one)),
  );
  if (action) {
    return {
      at: action,
      message: `The policy of a ${noun} has actions of ${service} only, and "${textOf(action)}" is of another service. Remove it.`,
    };
  }
  const resource = stringsOf(statement, "Resource").find((one) => {
    const [, own] = /^arn:[\w-]+:([\w-]+):/.exec(textOf(one)) ?? [];
    return own !== undefined && own !== service;
  });
  return (
    resource && {
      at: resource,
      message: `The policy of a ${noun} applies to that ${noun}, and this resource is of another service. Name the ${noun}.`,
    }
  );
}

function inRepository(statement: Statement): Violation | undefined {
  const at = statement.view.at("Resource");
  return at.isAbsent
    ? undefined
    : {
        at,
        message:
          'The policy of a repository always applies to that repository, so it must not have "Resource". Remove it.',
        awsError:
          "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'",
      };
}

/** The name of the bucket that a policy is for. */
function bucketOf(stack: Stack, policy: Resource): string | undefined {
  const { resources, complete } = stack.refs(policy.at("bucket"), S3_BUCKET);
  const [bucket, another] = resources;
  const name = bucket && !another && complete ? bucket.str("bucket") : policy.str("bucket");
  return known(name) && !name.includes(":") ? name : undefined;
}

function violationIn(stack: Stack, owner: Resource, statement: Statement): Violation | undefined {
  switch (owner.type) {
    case S3_BUCKET_POLICY:
      return inBucket(statement, bucketOf(stack, owner));
    case QUEUE_POLICY:
      return ofAnotherService(statement, "sqs", "queue");
    case TOPIC_POLICY:
      return ofAnotherService(statement, "sns", "topic");
    default:
      return inRepository(statement);
  }
}

function check(stack: Stack, owner: Resource, { report, undecided }: Context): void {
  const statements = statementsOf(owner, "policy");
  if (statements === UNKNOWN) {
    undecided(owner, "policy");
    return;
  }
  for (const statement of statements) {
    const violation = violationIn(stack, owner, statement);
    if (violation) {
      report({ ...violation, restsOnComputedText: owner.isComputed("policy") });
      return;
    }
  }
}

export default defineRule({
  id: "resource-policy-scope",
  category: "validity",
  description: "The policy of a resource must be about that resource",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The policy of a bucket, queue, topic or repository applies to that resource only. AWS rejects a statement about " +
    "another resource or with actions that do not fit: objects have the ARN of the bucket with /* at its end, and the " +
    "bucket itself has not.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: reader, Action: "s3:ListBucket", Resource: bucket.arn },
    { Effect: "Allow", Principal: reader, Action: "s3:GetObject", Resource: pulumi.interpolate\`\${bucket.arn}/*\` },
  ],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": reader, "Action": "s3:ListBucket", "Resource": bucket.arn},
        {"Effect": "Allow", "Principal": reader, "Action": "s3:GetObject",
         "Resource": bucket.arn.apply(lambda arn: f"{arn}/*")},
    ],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: \${reader}
        Action: s3:ListBucket
        Resource: \${bucket.arn}
      - Effect: Allow
        Principal: \${reader}
        Action: s3:GetObject
        Resource: \${bucket.arn}/*`,
  },
  limits:
    "Buckets, queues, topics and repositories of ECR. Only the first violation of each policy is reported. Not actions with " +
    "wildcards, access points, NotAction and NotResource, and what is not known yet.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  ],
  stack(stack, context) {
    for (const owner of stack.managed(S3_BUCKET_POLICY, QUEUE_POLICY, TOPIC_POLICY, REPOSITORY_POLICY)) {
      check(stack, owner, context);
    }
  },
});
