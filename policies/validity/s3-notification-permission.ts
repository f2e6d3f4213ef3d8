import { FUNCTION } from "../../stack/functions";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import { opaqueUsersOf } from "../../stack/opaque";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

/** What a bucket may notify, and what lets S3 do so. */
interface Destination {
  property: "lambdaFunctions" | "queues" | "topics";
  arn: string;
  type: string;
  /** The resources that hold permissions, each with its property that names what it is for. */
  permissions: readonly { type: string; target: string }[];
  mend: string;
}

const DESTINATIONS: readonly Destination[] = [
  {
    property: "lambdaFunctions",
    arn: "lambdaFunctionArn",
    type: FUNCTION,
    permissions: [
      { type: "aws:lambda/permission:Permission", target: "function" },
      { type: "aws:lambda/resourcePolicy:ResourcePolicy", target: "resourceArn" },
    ],
    mend: "an aws.lambda.Permission with the principal s3.amazonaws.com and the bucket's ARN as sourceArn",
  },
  {
    property: "queues",
    arn: "queueArn",
    type: "aws:sqs/queue:Queue",
    permissions: [{ type: "aws:sqs/queuePolicy:QueuePolicy", target: "queueUrl" }],
    mend: "an aws.sqs.QueuePolicy that lets s3.amazonaws.com do sqs:SendMessage",
  },
  {
    property: "topics",
    arn: "topicArn",
    type: "aws:sns/topic:Topic",
    permissions: [{ type: "aws:sns/topicPolicy:TopicPolicy", target: "arn" }],
    mend: "an aws.sns.TopicPolicy that lets s3.amazonaws.com do sns:Publish",
  },
];

const isForS3 = (permission: Resource): boolean => {
  const principal = permission.type === "aws:lambda/permission:Permission" ? permission.str("principal") : undefined;
  return !known(principal) || principal === "*" || principal.startsWith("s3.");
};

/** What the stack makes of the destinations of a kind. */
function targetsOf(stack: Stack, notification: Resource, { property, arn, type }: Destination): Resource[] {
  const list = notification.list(property);
  const places = known(list) ? list.map((one) => one.at(arn)) : [notification.at(property)];
  const targets = places.flatMap((place) => stack.refs(place, type).resources);
  return [...new Set(targets)].filter(({ outside }) => !outside);
}

/** The permissions of a destination, and those of which it is not known whose they are. */
function permissionsOf(
  stack: Stack,
  { permissions, type }: Destination,
  one: Resource,
): { own: Resource[]; unplaced: View[] } {
  const places = permissions.flatMap((kind) =>
    stack
      .ofType(kind.type)
      .filter(isForS3)
      .map((each) => each.at(kind.target)),
  );
  const named = places.map((at) => ({ at, refs: stack.refs(at, type) }));
  return {
    own: named.filter(({ refs }) => refs.resources.includes(one)).map(({ at }) => at.resource),
    unplaced: named.filter(({ refs }) => refs.resources.length === 0 && !refs.complete).map(({ at }) => at),
  };
}

export default defineRule({
  id: "s3-notification-permission",
  category: "validity",
  description: "Bucket notifications wait for the permission to notify",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "When a notification is made, S3 tries whether it may reach the function, queue or topic. Nothing that the notification " +
    "is given comes from the permission, so without an explicit dependency it is made too early.",
  fix: {
    typescript:
      'new aws.s3.BucketNotification("uploads", {\n  bucket: bucket.id,\n' +
      '  lambdaFunctions: [{ lambdaFunctionArn: handler.arn, events: ["s3:ObjectCreated:*"] }],\n' +
      "}, { dependsOn: [permission] });",
    python:
      'aws.s3.BucketNotification("uploads", bucket=bucket.id,\n' +
      '    lambda_functions=[{"lambda_function_arn": handler.arn, "events": ["s3:ObjectCreated:*"]}],\n' +
      "    opts=pulumi.ResourceOptions(depends_on=[permission]))",
    yaml:
      "resources:\n  uploads:\n    type: aws:s3:BucketNotification\n    properties:\n" +
      "      bucket: ${bucket.id}\n      lambdaFunctions:\n        - lambdaFunctionArn: ${handler.arn}\n" +
      '          events: ["s3:ObjectCreated:*"]\n    options:\n      dependsOn: ["${permission}"]',
  },
  limits:
    "Destinations that the stack does not make or that another provider or a script has to do with, aliases and versions " +
    "of functions, and what the policy of a queue or topic allows.",
  stack(stack, { report, undecided, project }) {
    for (const notification of stack.ofType("aws:s3/bucketNotification:BucketNotification")) {
      for (const destination of notification.outside ? [] : DESTINATIONS) {
        const { property, type, mend } = destination;
        for (const target of targetsOf(stack, notification, destination)) {
          const { own, unplaced } = permissionsOf(stack, destination, target);
          const hasOwnPolicy = type !== FUNCTION && (target.at("policy").value ?? "") !== "";
          const opaque = opaqueUsersOf(stack, target);
          if (
            hasOwnPolicy ||
            waitsForOneOf(stack, notification, [...own, ...unplaced.map(({ resource }) => resource), ...opaque])
          ) {
            continue;
          }
          const [unclear] = unplaced;
          if (own.length === 0 && (unclear ?? opaque.length > 0)) {
            undecided(unclear ?? notification.at(property));
            continue;
          }
          report({
            at: notification,
            property,
            ...(own.length > 0 && { awaits: own.slice(0, 1) }),
            message:
              own.length === 0
                ? `nothing lets S3 notify ${target.name}; add ${mend}, and make this notification wait for it.`
                : `nothing makes this notification wait for ${own[0]?.name ?? ""}, which lets S3 notify ${target.name}; ` +
                  `${makeWait(stack, notification, own.slice(0, 1), project.files?.settings?.runtime)}.`,
            answer: "Unable to validate the following destination configurations",
          });
        }
      }
    }
  },
});
