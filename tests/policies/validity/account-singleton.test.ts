import rule from "../../../policies/validity/account-singleton";
import { withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource } from "../../../src/testing/stack";

const RECORDER = "aws:cfg/recorder:Recorder";
const DETECTOR = "aws:guardduty/detector:Detector";
const provider = (name: string): BuiltResource => resource("pulumi:providers:aws", name, { region: "eu-central-1" });
const other = provider("other");

ruleTest(rule, {
  valid: [
    {
      name: "what an account has many of",
      stack: [resource("aws:cfg/rule:Rule", "a"), resource("aws:cfg/rule:Rule", "b")],
    },
    { name: "one that the stack only reads", stack: [resource(DETECTOR, "d", {}, { external: true })] },
    {
      name: "one in a region that is not known yet",
      stack: [resource(DETECTOR, "d", { region: unknown })],
      shape: "preview",
    },
    { name: "a single one that exists", stack: [resource(DETECTOR, "d")], shape: "up" },
    {
      name: "one in each of two regions, deployed",
      stack: [resource(DETECTOR, "a"), resource(DETECTOR, "b", { region: "eu-west-1" })],
      shape: "up",
    },
  ],
  invalid: [
    {
      name: "a single one, which the account may have already",
      stack: [resource(DETECTOR, "d")],
      shape: "preview",
      findings: [
        {
          resource: "d",
          level: "advisory",
          message: /may have it already.*a detector already exists for the current account"/,
        },
      ],
    },
    {
      name: "two recorders",
      shape: "preview",
      stack: [resource(RECORDER, "a", { roleArn: "r" }), resource(RECORDER, "b", { roleArn: "r" })],
      findings: [
        {
          resource: "b",
          message: /another with the same provider: a\. .*maximum number of configuration recorders: 1 is reached/,
        },
      ],
    },
    {
      name: "two recorders that exist, deployed",
      stack: [resource(RECORDER, "a", { roleArn: "r" }), resource(RECORDER, "b", { roleArn: "r" })],
      shape: "up",
      findings: [{ resource: "b", level: "advisory", message: /exists already, so this stops nothing now/ }],
    },
    {
      name: "two recorders with one name, which are one in AWS",
      stack: [
        resource(RECORDER, "a", { name: "default", roleArn: "r" }),
        resource(RECORDER, "b", { name: "default", roleArn: "r" }),
      ],
      findings: [{ resource: "b", level: "advisory" }],
    },
    {
      name: "three channels",
      shape: "preview",
      stack: ["a", "b", "c"].map((name) =>
        resource("aws:cfg/deliveryChannel:DeliveryChannel", name, { s3BucketName: "x" }),
      ),
      findings: [{ resource: "b" }, { resource: "c" }],
    },
    {
      name: "one with each of two providers",
      shape: "preview",
      stack: [other, resource(DETECTOR, "a"), resource(DETECTOR, "b", {}, { provider: other })],
      findings: [
        { resource: "a", level: "advisory" },
        { resource: "b", level: "advisory" },
      ],
    },
    {
      name: "one in each of two regions",
      shape: "preview",
      stack: [resource(DETECTOR, "a"), resource(DETECTOR, "b", { region: "eu-west-1" })],
      findings: [
        { resource: "a", level: "advisory" },
        { resource: "b", level: "advisory" },
      ],
    },
    {
      name: "two settings of API Gateway, which overwrite each other",
      stack: [resource("aws:apigateway/account:Account", "a"), resource("aws:apigateway/account:Account", "b")],
      findings: [{ resource: "b", level: "advisory", message: /Keep one of them\.$/ }],
    },
    {
      name: "another one beside one that the stack only reads",
      shape: "preview",
      stack: [
        resource("aws:securityhub/account:Account", "old", {}, { external: true }),
        resource("aws:securityhub/account:Account", "hub"),
      ],
      findings: [{ resource: "hub", level: "advisory", message: /already subscribed to Security Hub/ }],
    },
    {
      name: "a single set of settings",
      shape: "preview",
      stack: [resource("aws:apigateway/account:Account", "a")],
      findings: [{ resource: "a", level: "advisory", message: /where it exists\.$/ }],
    },
  ],
});

it("reports the new one of two, whichever comes first by name", () => {
  const stack = [resource(DETECTOR, "a"), resource(DETECTOR, "b")];
  const { results } = runRule(rule, { name: "", stack }, "up", withNew(stack, "a"));
  expect(results).toMatchObject([{ name: "a", level: "mandatory" }]);
});
