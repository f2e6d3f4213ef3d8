import rule from "../../../policies/validity/config-recorder-order";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource } from "../../../testing/stack";

const recorder = resource("aws:cfg/recorder:Recorder", "recorder", {
  roleArn: "arn:aws:iam::464738291005:role/config",
});
const channel = (options: BuildOptions = {}): BuiltResource =>
  resource("aws:cfg/deliveryChannel:DeliveryChannel", "channel", { s3BucketName: "config" }, options);
const status = (options: BuildOptions = {}): BuiltResource =>
  resource("aws:cfg/recorderStatus:RecorderStatus", "status", { name: recorder["name"], isEnabled: true }, options);
const check = (options: BuildOptions = {}): BuiltResource =>
  resource("aws:cfg/rule:Rule", "rule", { source: { owner: "AWS", sourceIdentifier: "EIP_ATTACHED" } }, options);
const after = (...dependsOn: BuiltResource[]): BuildOptions => ({ dependsOn });
const good = channel(after(recorder));
const elsewhere = resource("pulumi:providers:aws", "elsewhere", { region: "eu-west-1" });

ruleTest(rule, {
  valid: [
    {
      name: "a recorder that stays switched off",
      stack: [recorder, good, resource("aws:cfg/recorderStatus:RecorderStatus", "status", { isEnabled: false })],
    },
    { name: "all in order", stack: [recorder, good, status(after(good)), check(after(recorder))] },
    {
      name: "a rule that waits for the status",
      stack: [recorder, good, status(after(good)), check(after(status(after(good))))],
    },
    { name: "a recorder of another stack", stack: [channel(), check()] },
    { name: "a channel of another stack", stack: [recorder, status()] },
    {
      name: "a recorder in another region",
      stack: [elsewhere, recorder, channel({ provider: elsewhere }), check({ provider: elsewhere })],
    },
    {
      name: "a recorder that the stack only reads",
      stack: [resource("aws:cfg/recorder:Recorder", "r", {}, { external: true }), check()],
    },
    { name: "a rule that the stack only reads", stack: [recorder, check({ external: true })] },
  ],
  invalid: [
    {
      name: "a channel that waits for nothing",
      stack: [recorder, channel()],
      findings: [
        {
          resource: "channel",
          message: /add dependsOn: \[recorder\]\. AWS would answer: "NoAvailableConfigurationRecorderException"/,
        },
      ],
    },
    {
      name: "a status that waits for the recorder only, by its name",
      stack: [recorder, good, status()],
      findings: [{ resource: "status", message: /add dependsOn: \[channel\].*NoAvailableDeliveryChannelException/ }],
    },
    {
      name: "a rule that waits for the channel of nobody",
      stack: [recorder, good, check()],
      findings: [{ resource: "rule" }],
    },
    {
      name: "a recorder that waits for its channel, which is the wrong way round",
      stack: [channel(), resource("aws:cfg/recorder:Recorder", "late", { roleArn: "r" }, after(channel()))],
      findings: [
        {
          resource: "channel",
          message: /late waits for it instead \(late → channel\), so take that out and add dependsOn: \[late\]/,
        },
      ],
    },
    {
      name: "a Python program",
      stack: [recorder, channel()],
      files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
      findings: [{ resource: "channel", message: /depends_on=\[recorder\]/ }],
    },
  ],
  undecided: [
    {
      name: "a status of which it is not known whether it starts the recorder",
      stack: [
        recorder,
        good,
        resource("aws:cfg/recorderStatus:RecorderStatus", "status", { name: recorder["name"], isEnabled: unknown }),
      ],
      at: ["status.isEnabled"],
    },
  ],
});
