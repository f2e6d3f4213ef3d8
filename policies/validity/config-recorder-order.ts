import { CONFIG_RULE, DELIVERY_CHANNEL, RECORDER, RECORDER_STATUS } from "../../stack/config-recorders";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import { byPlace } from "../../stack/places";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const NO_RECORDER = "NoAvailableConfigurationRecorderException";

/** What has to wait for what, and what AWS says where it does not. */
const ORDER = [
  {
    type: DELIVERY_CHANNEL,
    label: "this delivery channel",
    before: RECORDER,
    what: "the configuration recorder",
    answer: NO_RECORDER,
  },
  { type: CONFIG_RULE, label: "this rule", before: RECORDER, what: "the configuration recorder", answer: NO_RECORDER },
  {
    type: RECORDER_STATUS,
    label: "this, which starts the recorder,",
    before: DELIVERY_CHANNEL,
    what: "the delivery channel",
    answer: "NoAvailableDeliveryChannelException",
  },
] as const;

/** False for a status that leaves the recorder switched off, which needs no delivery channel. */
const starts = (resource: Resource): boolean =>
  resource.type !== RECORDER_STATUS || resource.bool("isEnabled") === true;

export default defineRule({
  id: "config-recorder-order",
  category: "validity",
  description: "AWS Config is set up in the order that it needs",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "AWS Config takes a delivery channel and rules only where there is a recorder, and starts a recorder only where there " +
    "is a delivery channel. No argument names the one in the other, so that Pulumi makes them at the same time.",
  fix: {
    typescript:
      'const channel = new aws.cfg.DeliveryChannel("main", { s3BucketName: bucket.bucket }, { dependsOn: [recorder] });\n' +
      'new aws.cfg.RecorderStatus("main", { name: recorder.name, isEnabled: true }, { dependsOn: [channel] });',
    python:
      'channel = aws.cfg.DeliveryChannel("main", s3_bucket_name=bucket.bucket,\n' +
      "                                  opts=pulumi.ResourceOptions(depends_on=[recorder]))\n" +
      'aws.cfg.RecorderStatus("main", name=recorder.name, is_enabled=True,\n' +
      "                       opts=pulumi.ResourceOptions(depends_on=[channel]))",
    yaml:
      "resources:\n  channel:\n    type: aws:cfg:DeliveryChannel\n    properties:\n" +
      '      s3BucketName: ${bucket.bucket}\n    options:\n      dependsOn: ["${recorder}"]\n  main:\n' +
      "    type: aws:cfg:RecorderStatus\n    properties:\n      name: ${recorder.name}\n" +
      '      isEnabled: true\n    options:\n      dependsOn: ["${channel}"]',
  },
  limits:
    "Recorders and delivery channels that another stack makes, or that another provider or region has; recorders that stay " +
    "switched off (isEnabled: false).",
  stack(stack, { project, report, undecided }) {
    for (const { type, label, before, what, answer } of ORDER) {
      const earlier = byPlace(stack.ofType(before));
      for (const [place, resources] of byPlace(stack.ofType(type))) {
        const needed = earlier.get(place) ?? [];
        for (const resource of needed.length > 0 ? resources : []) {
          if (waitsForOneOf(stack, resource, needed)) {
            continue;
          } else if (starts(resource)) {
            report({
              at: resource,
              awaits: needed,
              message:
                `${label} does not wait for ${what}, without which AWS Config refuses it; ` +
                `${makeWait(stack, resource, needed, project.files?.settings?.runtime)}.`,
              answer,
            });
          } else if (resource.bool("isEnabled") === UNKNOWN) {
            undecided(resource, "isEnabled");
          }
        }
      }
    }
  },
});
