import { CONFIG_RULE, DELIVERY_CHANNEL, RECORDER, RECORDER_STATUS } from "../../src/aws/observability/config-recorders";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import { byScope } from "../../src/aws/scopes";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const NO_RECORDER = "NoAvailableConfigurationRecorderException";

/** Which types must wait for which, and AWS's error where they do not. */
const ORDER = [
  {
    type: DELIVERY_CHANNEL,
    label: "This delivery channel",
    before: RECORDER,
    beforeLabel: "the configuration recorder",
    awsError: NO_RECORDER,
  },
  {
    type: CONFIG_RULE,
    label: "This rule",
    before: RECORDER,
    beforeLabel: "the configuration recorder",
    awsError: NO_RECORDER,
  },
  {
    type: RECORDER_STATUS,
    label: "This status, which starts the recorder,",
    before: DELIVERY_CHANNEL,
    beforeLabel: "the delivery channel",
    awsError: "NoAvailableDeliveryChannelException",
  },
] as const;

/** False for a status that leaves the recorder switched off, which needs no delivery channel. */
const needsOthers = (resource: Resource): boolean =>
  resource.type !== RECORDER_STATUS || resource.bool("isEnabled") === true;

export default defineRule({
  id: "config-recorder-order",
  category: "validity",
  description: "AWS Config must be set up in the order recorder, delivery channel, recorder status",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "AWS Config accepts a delivery channel and rules only where there is a recorder, and starts a recorder only where there " +
    "is a delivery channel. No argument of one comes from the other, so Pulumi creates them at the same time.",
  fix: {
    typescript: `const channel = new aws.cfg.DeliveryChannel("main", { s3BucketName: bucket.bucket }, { dependsOn: [recorder] });
new aws.cfg.RecorderStatus("main", { name: recorder.name, isEnabled: true }, { dependsOn: [channel] });`,
    python: `channel = aws.cfg.DeliveryChannel("main", s3_bucket_name=bucket.bucket,
                                  opts=pulumi.ResourceOptions(depends_on=[recorder]))
aws.cfg.RecorderStatus("main", name=recorder.name, is_enabled=True,
                       opts=pulumi.ResourceOptions(depends_on=[channel]))`,
    yaml: `resources:
  channel:
    type: aws:cfg:DeliveryChannel
    properties:
      s3BucketName: \${bucket.bucket}
    options:
      dependsOn: ["\${recorder}"]
  main:
    type: aws:cfg:RecorderStatus
    properties:
      name: \${recorder.name}
      isEnabled: true
    options:
      dependsOn: ["\${channel}"]`,
  },
  limits:
    "Recorders and delivery channels of another stack, provider or region; recorders that stay switched off " +
    "(isEnabled: false).",
  references: [
    "https://docs.aws.amazon.com/config/latest/APIReference/API_PutDeliveryChannel.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_StartConfigurationRecorder.html",
  ],
  stack(stack, { project, report, undecided }) {
    for (const { type, label, before, beforeLabel, awsError } of ORDER) {
      const earlier = byScope(stack.ofType(before));
      for (const [scope, resources] of byScope(stack.ofType(type))) {
        const needed = earlier.get(scope) ?? [];
        const late = needed.length === 0 ? [] : resources.filter((one) => !waitsForOneOf(stack, one, needed));
        for (const resource of late) {
          if (needsOthers(resource)) {
            report({
              at: resource,
              onlyAtCreation: true,
              missingDependencies: needed,
              message:
                `${label} does not wait for ${beforeLabel}, without which AWS Config rejects it: ` +
                `${makeWait(stack, resource, needed, variablesOf(project.files))}.`,
              awsError,
              ...(isAlreadyOrdered(resource, needed) && { level: "advisory" }),
            });
          } else if (resource.bool("isEnabled") === UNKNOWN) {
            undecided(resource, "isEnabled");
          }
        }
      }
    }
  },
});
