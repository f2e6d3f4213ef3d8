import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const INSTANCE = "aws:ec2/instance:Instance";
/** Those whose options can be changed; the others are made anew for it. */
const CHANGEABLE = [INSTANCE, "aws:ec2/launchTemplate:LaunchTemplate"];
const MACHINES = [
  ...CHANGEABLE,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
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
  stack(stack, context) {
    const defaults = stack.ofType(DEFAULTS).map((one) => one.str("httpTokens"));
    if (defaults.includes("required") || defaults.includes(UNKNOWN)) {
      return;
    }
    for (const machine of stack.ofType(...MACHINES).filter(({ outside }) => !outside)) {
      checkMachine(machine, context);
    }
  },
  remediation: {
    does: 'sets `metadataOptions.httpTokens: "required"` for instances and launch templates',
    doesWhenNew: "does the same for spot requests and launch configurations",
    resource: { types: MACHINES, check: checkMachine },
  },
});

function checkMachine(machine: Resource, { report, undecided }: Context): void {
  const isOfTemplate = machine.type === INSTANCE && !machine.at("launchTemplate").isAbsent;
  const saysNothing = machine.at("metadataOptions").isAbsent;
  if ((saysNothing && isOfTemplate) || machine.str("metadataOptions", "httpEndpoint") === "disabled") {
    return;
  }
  const tokens = machine.str("metadataOptions", "httpTokens");
  const mend = { metadataOptions: { httpTokens: "required" } };
  if (tokens === UNKNOWN) {
    undecided(machine, "metadataOptions.httpTokens");
  } else if (tokens !== "required") {
    report({
      at: machine,
      property: tokens === undefined ? "metadataOptions" : "metadataOptions.httpTokens",
      ...(CHANGEABLE.includes(machine.type) ? { mend } : { mendWhenNew: mend }),
      message:
        `${tokens === undefined ? "nothing makes the metadata service ask for a token" : `httpTokens is ${tokens}`}, so that ` +
        'anything that can make the instance send a request may read the credentials of its role; set metadataOptions: { httpTokens: "required" }.',
    });
  }
}
