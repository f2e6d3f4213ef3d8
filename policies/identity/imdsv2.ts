import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const INSTANCE = "aws:ec2/instance:Instance";
const MACHINES = [
  INSTANCE,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
];
const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

export default defineRule({
  id: "imdsv2",
  category: "identity",
  description: "Instances give out their credentials over IMDSv2 only",
  severity: "high",
  level: "advisory",
  failures: [],
  controls: [
    { framework: "AWS FSBP", reference: "EC2.8" },
    { framework: "AWS FSBP", reference: "EC2.170" },
    { framework: "CIS AWS Foundations 5.0", reference: "5.7" },
  ],
  why:
    "Version 1 of the metadata service hands the credentials of the instance's role to any request from inside, such as " +
    "one that an attacker makes a web application send. Version 2 asks for a token first.",
  fix: {
    typescript: 'metadataOptions: { httpTokens: "required", httpEndpoint: "enabled" },',
    python: 'metadata_options={"http_tokens": "required", "http_endpoint": "enabled"},',
    yaml: "metadataOptions:\n  httpTokens: required\n  httpEndpoint: enabled",
  },
  limits:
    "Instances that a launch template configures, where the template is judged; stacks that set the account's defaults " +
    "(aws.ec2.InstanceMetadataDefaults). Images and accounts may require tokens by themselves, which is not seen.",
  stack(stack, { report, undecided }) {
    const defaults = stack.ofType(DEFAULTS).map((one) => one.str("httpTokens"));
    if (defaults.includes("required") || defaults.includes(UNKNOWN)) {
      return;
    }
    for (const machine of stack.ofType(...MACHINES).filter(({ outside }) => !outside)) {
      const options = machine.at("metadataOptions");
      const isOfTemplate = machine.type === INSTANCE && !machine.at("launchTemplate").isAbsent;
      if ((options.isAbsent && isOfTemplate) || machine.str("metadataOptions", "httpEndpoint") === "disabled") {
        continue;
      }
      const tokens = machine.str("metadataOptions", "httpTokens");
      if (tokens === UNKNOWN) {
        undecided(machine, "metadataOptions.httpTokens");
      } else if (tokens !== "required") {
        report({
          at: machine,
          property: tokens === undefined ? "metadataOptions" : "metadataOptions.httpTokens",
          message:
            `${tokens === undefined ? "nothing makes the metadata service ask for a token" : `httpTokens is ${tokens}`}, so that ` +
            'anything that can make the instance send a request may read the credentials of its role; set metadataOptions: { httpTokens: "required" }.',
        });
      }
    }
  },
});
