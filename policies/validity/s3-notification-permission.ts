import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import { opaqueUsersOf } from "../../src/graph/opaque";
import type { Resource } from "../../src/graph/resource";
import { grouped, type Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { variablesOf } from "../../src/source/variables";
import { defineRule, type Context } from "../../src/rules/rule";

/** What a bucket can notify, and what allows S3 to do so. */
interface Destination {
  property: "lambdaFunctions" | "queues" | "topics";
  arn: string;
  type: string;
  /** The resources that grant permissions, each with its property that names the destination. */
  permissions: readonly { type: string; target: string }[];
  permission: string;
}

const DESTINATIONS: readonly Destination[] = [
  {
    property: "lambdaFunctions",
    arn: "lambdaFunctionArn",
    type: LAMBDA_FUNCTION,
    permissions: [
      { type: "aws:lambda/permission:Permission", target: "function" },
      { type: "aws:lambda/resourcePolicy:ResourcePolicy", target: "resourceArn" },
    ],
    permission: "an aws.lambda.Permission with the principal s3.amazonaws.com",
  },
  {
    property: "queues",
    arn: "queueArn",
    type: "aws:sqs/queue:Queue",
    permissions: [{ type: "aws:sqs/queuePolicy:QueuePolicy", target: "queueUrl" }],
    permission: "an aws.sqs.QueuePolicy that allows s3.amazonaws.com sqs:SendMessage",
  },
  {
    property: "topics",
    arn: "topicArn",
    type: "aws:sns/topic:Topic",
    permissions: [{ type: "aws:sns/topicPolicy:TopicPolicy", target: "arn" }],
    permission: "an aws.sns.TopicPolicy that allows s3.amazonaws.com sns:Publish",
  },
];

const isForS3 = (permission: Resource): boolean => {
  const principal = permission.type === "aws:lambda/permission:Permission" ? permission.str("principal") : undefined;
  return !known(principal) || principal === "*" || principal.startsWith("s3.");
};

/** The destinations of a kind that the stack creates. */
function targetsOf(stack: Stack, notification: Resource, { property, arn, type }: Destination): Resource[] {
  const list = notification.list(property);
  const views = known(list) ? list.map((one) => one.at(arn)) : [notification.at(property)];
  return stack.refsOfAll(views, type).resources.filter(({ external }) => !external);
}

/** The permissions of a kind by their destination, and the properties of others that may name any. */
interface Permissions {
  byTarget: Map<Resource, Resource[]>;
  unclear: View[];
}

function findPermissions(stack: Stack): Map<Destination, Permissions> {
  return new Map(
    DESTINATIONS.map((destination) => {
      const { permissions, type } = destination;
      const views = permissions.flatMap((kind) =>
        stack
          .ofType(kind.type)
          .filter(isForS3)
          .map((each) => each.at(kind.target)),
      );
      const named = views.map((at) => ({ resource: at.resource, at, refs: stack.refs(at, type) }));
      const byTarget = grouped(named, ({ refs }) => refs.resources);
      return [
        destination,
        {
          byTarget: new Map([...byTarget].map(([target, own]) => [target, own.map(({ resource }) => resource)])),
          unclear: named.filter(({ refs }) => refs.resources.length === 0 && !refs.complete).map(({ at }) => at),
        },
      ];
    }),
  );
}

const permissionsOf = (stack: Stack, destination: Destination): Permissions =>
  stack.once(findPermissions).get(destination) ?? { byTarget: new Map(), unclear: [] };

function checkTarget(
  stack: Stack,
  notification: Resource,
  destination: Destination,
  target: Resource,
  { report, undecided, project }: Context,
): void {
  const { property, type } = destination;
  const { byTarget, unclear } = permissionsOf(stack, destination);
  const own = byTarget.get(target) ?? [];
  const hasOwnPolicy = type !== LAMBDA_FUNCTION && (target.at("policy").value ?? "") !== "";
  const opaque = opaqueUsersOf(stack, target);
  if (hasOwnPolicy || waitsForOneOf(stack, notification, [...own, ...opaque])) {
    return;
  }
  const at = { at: notification, property, awsError: "Unable to validate the following destination configurations" };
  const [permission] = own;
  const [first] = unclear;
  if (permission) {
    const wait = makeWait(stack, notification, [permission], variablesOf(project.files));
    report({
      ...at,
      // An existing notification that gets a new destination is rejected as well.
      onlyAtCreation: own.some(({ exists }) => exists === true),
      ...(isAlreadyOrdered(notification, own) && { level: "advisory" }),
      missingDependencies: [permission],
      message: `Nothing makes this notification wait for ${permission.name}, which allows S3 to notify ${target.name}: ${wait}.`,
    });
  } else if (first ?? opaque.length > 0) {
    undecided(first ?? notification.at(property));
  } else {
    report({
      ...at,
      onlyAtCreation: target.exists === true,
      message: `Nothing allows S3 to notify ${target.name}. Add ${destination.permission}, and make this notification wait for it.`,
    });
  }
}

export default defineRule({
  id: "s3-notification-permission",
  category: "validity",
  description: "Bucket notifications must wait for the permission to notify",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "When a notification is created, S3 tests whether it may reach the function, queue or topic. The notification uses no " +
    "output of the permission, so without an explicit dependency it may be created first.",
  fix: {
    typescript: `new aws.s3.BucketNotification("uploads", {
  bucket: bucket.id,
  lambdaFunctions: [{ lambdaFunctionArn: handler.arn, events: ["s3:ObjectCreated:*"] }],
}, { dependsOn: [permission] });`,
    python: `aws.s3.BucketNotification("uploads", bucket=bucket.id,
    lambda_functions=[{"lambda_function_arn": handler.arn, "events": ["s3:ObjectCreated:*"]}],
    opts=pulumi.ResourceOptions(depends_on=[permission]))`,
    yaml: `resources:
  uploads:
    type: aws:s3:BucketNotification
    properties:
      bucket: \${bucket.id}
      lambdaFunctions:
        - lambdaFunctionArn: \${handler.arn}
          events: ["s3:ObjectCreated:*"]
    options:
      dependsOn: ["\${permission}"]`,
  },
  limits:
    "Destinations that the stack does not create, or that another provider or a script uses; aliases and versions of " +
    "functions; what the policy of a queue or topic allows. What exists already is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html",
  ],
  stack(stack, context) {
    for (const notification of stack.managed("aws:s3/bucketNotification:BucketNotification")) {
      for (const destination of DESTINATIONS) {
        const { unclear } = permissionsOf(stack, destination);
        const isOrdered = waitsForOneOf(stack, notification, new Set(unclear.map(({ resource }) => resource)));
        // One that it waits for may be for each of the destinations.
        const targets = isOrdered ? [] : targetsOf(stack, notification, destination);
        for (const target of targets) {
          checkTarget(stack, notification, destination, target, context);
        }
      }
    }
  },
});
