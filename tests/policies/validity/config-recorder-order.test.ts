import rule from "../../../policies/validity/config-recorder-order";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource } from "../../../src/testing/stack";

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
const otherProvider = resource("pulumi:providers:aws", "ireland", { region: "eu-west-1" });

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
      stack: [otherProvider, recorder, channel({ provider: otherProvider }), check({ provider: otherProvider })],
    },
    {
      name: "a recorder that the stack only reads",
      stack: [resource("aws:cfg/recorder:Recorder", "r", {}, { external: true }), check()],
    },
    { name: "a rule that the stack only reads", stack: [recorder, check({ external: true })] },
  ],
  invalid: createdAndDeployed([
    {
      name: "a channel that waits for nothing",
      stack: [recorder, channel()],
      findings: [
        {
          resource: "channel",
          message: /add `dependsOn: \[recorder\]`\. AWS rejects this with: "NoAvailableConfigurationRecorderException"/,
        },
      ],
    },
    {
      name: "a status that waits for the recorder only, by its name",
      stack: [recorder, good, status()],
      findings: [{ resource: "status", message: /add `dependsOn: \[channel\]`.*NoAvailableDeliveryChannelException/ }],
    },
    {
      name: "a rule that does not wait for the recorder",
      stack: [recorder, good, check()],
      findings: [{ resource: "rule" }],
    },
    {
      name: "a recorder that waits for its channel, which is the wrong way round",
      stack: [channel(), resource("aws:cfg/recorder:Recorder", "late", { roleArn: "r" }, after(channel()))],
      findings: [
        {
          resource: "channel",
          message:
            /late waits for it instead \(late → channel\), so remove that dependency and add `dependsOn: \[late\]`/,
        },
      ],
    },
    {
      name: "a Python program",
      stack: [recorder, channel()],
      files: { "Pulumi.yaml": "name: shop\nruntime: python\n" },
      findings: [{ resource: "channel", message: /add `depends_on=\[recorder\]`/ }],
    },
  ]),
  undecided: [
    {
      name: "a status that may start the recorder",
      stack: [
        recorder,
        good,
        resource("aws:cfg/recorderStatus:RecorderStatus", "status", { name: recorder["name"], isEnabled: unknown }),
      ],
      at: ["status.isEnabled"],
    },
  ],
});

it("does not stop a new rule whose recorder exists", () => {
  const stack = [recorder, check()];
  const { results } = runRule(rule, { name: "", stack }, "up", withNew(stack, "rule"));
  expect(results).toMatchObject([{ name: "rule", level: "advisory" }]);
});
