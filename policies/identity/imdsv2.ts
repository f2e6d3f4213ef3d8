import { EC2_INSTANCE, EC2_LAUNCH_CONFIGURATION, EC2_SPOT_INSTANCE_REQUEST } from "../../src/aws/type-tokens";
import { anyOf, equals } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";
/** The types whose options can be changed; the others are replaced for it. */
const CHANGEABLE = [EC2_INSTANCE, "aws:ec2/launchTemplate:LaunchTemplate"];
const MACHINES = [...CHANGEABLE, EC2_SPOT_INSTANCE_REQUEST, EC2_LAUNCH_CONFIGURATION];
const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

export default defineRule({
  id: "imdsv2",
  category: "identity",
  description: "Instances must give out their credentials over IMDSv2 only",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "Version 1 of the metadata service gives the credentials of the instance's role to any request from inside, such as " +
    "one that an attacker makes a web application send. Version 2 requires a token first.",
  fix: {
    typescript: 'metadataOptions: { httpTokens: "required", httpEndpoint: "enabled" },',
    python: 'metadata_options={"http_tokens": "required", "http_endpoint": "enabled"},',
    yaml: `metadataOptions:
  httpTokens: required
  httpEndpoint: enabled`,
  },
  limits:
    "Instances that a launch template configures, where the template is checked; stacks that set the account's defaults " +
    "(aws.ec2.InstanceMetadataDefaults). Whether the image or the account requires tokens already is not known.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html"],
  stack(stack, context) {
    const defaults = stack.ofType(DEFAULTS).map((one) => one.str("httpTokens"));
    if (defaults.includes("required") || defaults.includes(UNKNOWN)) {
      return;
    }
    for (const machine of stack.managed(...MACHINES)) {
      checkMachine(machine, context);
    }
  },
  remediation: {
    does: 'sets `metadataOptions.httpTokens: "required"` for instances and launch templates',
    doesWhenNew: "does the same for spot requests and launch configurations",
    resource: { types: MACHINES, check: checkMachine },
  },
});

function checkMachine(machine: Resource, { decide }: Context): void {
  const isOfTemplate = machine.type === EC2_INSTANCE && !machine.at("launchTemplate").isAbsent;
  const hasOptions = !machine.at("metadataOptions").isAbsent;
  const isOff = equals(machine.str("metadataOptions", "httpEndpoint"), "disabled");
  if ((!hasOptions && isOfTemplate) || isOff === true) {
    return;
  }
  const tokens = machine.str("metadataOptions", "httpTokens");
  const fix = { metadataOptions: { httpTokens: "required" } };
  decide(anyOf([equals(tokens, "required"), isOff]), {
    at: machine,
    property: tokens === undefined ? "metadataOptions" : "metadataOptions.httpTokens",
    ...(CHANGEABLE.includes(machine.type) ? { fix } : { fixWhenNew: fix }),
    message:
      `${tokens === undefined ? "The metadata service does not require a token" : `\`httpTokens\` is "${String(tokens)}"`}, so ` +
      "anything that can make the instance send a request can read the credentials of its role. " +
      'Set `metadataOptions: { httpTokens: "required" }`.',
  });
}
