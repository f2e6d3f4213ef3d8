import { FUNCTION } from "../../stack/functions";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

/** What a bucket may notify, and what lets S3 do so. */
interface Destination {
  property: "lambdaFunctions" | "queues" | "topics";
  arn: string;
  type: string;
  /** The resource with the permission, and its property that names what it is for. */
  permission: string;
  target: string;
  mend: string;
}

const DESTINATIONS: readonly Destination[] = [
  {
    property: "lambdaFunctions",
    arn: "lambdaFunctionArn",
    type: FUNCTION,
    permission: "aws:lambda/permission:Permission",
    target: "function",
    mend: "an aws.lambda.Permission with the principal s3.amazonaws.com and the bucket's ARN as sourceArn",
  },
  {
    property: "queues",
    arn: "queueArn",
    type: "aws:sqs/queue:Queue",
    permission: "aws:sqs/queuePolicy:QueuePolicy",
    target: "queueUrl",
    mend: "an aws.sqs.QueuePolicy that lets s3.amazonaws.com do sqs:SendMessage",
  },
  {
    property: "topics",
    arn: "topicArn",
    type: "aws:sns/topic:Topic",
    permission: "aws:sns/topicPolicy:TopicPolicy",
    target: "arn",
    mend: "an aws.sns.TopicPolicy that lets s3.amazonaws.com do sns:Publish",
  },
];

const isForS3 = (permission: Resource): boolean => {
  const principal = permission.type.startsWith("aws:lambda/") ? permission.str("principal") : undefined;
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
  { permission, target, type }: Destination,
  one: Resource,
): { own: Resource[]; unplaced: Resource[] } {
  const all = stack.ofType(permission).filter(isForS3);
  const named = all.map((each) => ({ each, refs: stack.refs(each.at(target), type) }));
  return {
    own: named.filter(({ refs }) => refs.resources.includes(one)).map(({ each }) => each),
    unplaced: named.filter(({ refs }) => refs.resources.length === 0 && !refs.complete).map(({ each }) => each),
  };
}

// What these do with a destination cannot be seen: it may be the permission.
const OPAQUE = /^(?:aws:cloudformation\/|(?:aws-native|awscc|command|pulumi-\w+):)/;

const opaqueUsersOf = (stack: Stack, target: Resource): Resource[] =>
  stack.resources.filter(({ type, dependencies }) => OPAQUE.test(type) && dependencies.includes(target));

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
          if (hasOwnPolicy || waitsForOneOf(stack, notification, [...own, ...unplaced, ...opaque])) {
            continue;
          }
          const [unclear] = unplaced;
          if (own.length === 0 && (unclear ?? opaque.length > 0)) {
            undecided(unclear ?? notification, unclear ? destination.target : property);
            continue;
          }
          report({
            at: notification,
            property,
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
