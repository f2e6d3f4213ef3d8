import { FUNCTION } from "../../stack/functions";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

/** What a bucket may notify, and what lets S3 do so. */
interface Destination {
  property: "lambdaFunctions" | "queues" | "topics";
  type: string;
  /** The resource with the permission, and its property that names what it is for. */
  permission: string;
  target: string;
  mend: string;
}

const DESTINATIONS: readonly Destination[] = [
  {
    property: "lambdaFunctions",
    type: FUNCTION,
    permission: "aws:lambda/permission:Permission",
    target: "function",
    mend: "an aws.lambda.Permission with the principal s3.amazonaws.com and the bucket's ARN as sourceArn",
  },
  {
    property: "queues",
    type: "aws:sqs/queue:Queue",
    permission: "aws:sqs/queuePolicy:QueuePolicy",
    target: "queueUrl",
    mend: "an aws.sqs.QueuePolicy that lets s3.amazonaws.com do sqs:SendMessage",
  },
  {
    property: "topics",
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

/** The permissions of a destination, and one of which it is not known whose it is. */
function permissionsOf(
  stack: Stack,
  { permission, target, type }: Destination,
  one: Resource,
): { own: Resource[]; unplaced: Resource | undefined } {
  const all = stack.ofType(permission).filter(isForS3);
  const named = all.map((each) => ({ each, refs: stack.refs(each.at(target), type) }));
  return {
    own: named.filter(({ refs }) => refs.resources.includes(one)).map(({ each }) => each),
    unplaced: named.find(({ refs }) => refs.resources.length === 0 && !refs.complete)?.each,
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
  },
  limits:
    "Destinations that the stack does not make, aliases and versions of functions, and what the policy of a queue or topic " +
    "allows.",
  stack(stack, { report, undecided, project }) {
    for (const notification of stack.ofType("aws:s3/bucketNotification:BucketNotification")) {
      for (const destination of notification.outside ? [] : DESTINATIONS) {
        const { property, type, mend } = destination;
        const targets = stack.refs(notification.at(property), type).resources.filter(({ outside }) => !outside);
        for (const target of targets) {
          const { own, unplaced } = permissionsOf(stack, destination, target);
          const hasOwnPolicy = type !== FUNCTION && (target.at("policy").value ?? "") !== "";
          if (hasOwnPolicy || waitsForOneOf(stack, notification, own)) {
            continue;
          }
          if (own.length === 0 && unplaced) {
            undecided(unplaced, destination.target);
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
