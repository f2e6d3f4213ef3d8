import rule from "../../../policies/identity/imdsv2";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const instance = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ec2/instance:Instance", "web", { instanceType: "t4g.small", ...inputs });
const template = (metadataOptions?: Input): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { metadataOptions });
const defaults = (httpTokens?: Input): BuiltResource =>
  resource("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "defaults", { httpTokens });
const launched = template({ httpTokens: "required" });

ruleTest(rule, {
  valid: [
    { name: "a token is required", stack: [instance({ metadataOptions: { httpTokens: "required" } }), launched] },
    { name: "no metadata at all", stack: [instance({ metadataOptions: { httpEndpoint: "disabled" } })] },
    { name: "an instance of a template", stack: [launched, instance({ launchTemplate: { id: launched.id } })] },
    {
      name: "a default of the account",
      stack: [instance(), template(), defaults("required")],
      isRemediated: true,
    },
    {
      name: "a default that is not known yet",
      stack: [instance(), defaults(unknown)],
      shape: "preview",
      isRemediated: true,
    },
    { name: "a read one", stack: [resource("aws:ec2/instance:Instance", "web", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "nothing is said",
      stack: [instance()],
      findings: [{ resource: "web", path: "metadataOptions", message: /^nothing makes/ }],
    },
    {
      name: "optional",
      stack: [template({ httpTokens: "optional" }), defaults("no-preference")],
      findings: [{ resource: "web", path: "metadataOptions.httpTokens", message: /^httpTokens is optional/ }],
    },
    {
      name: "other options only",
      stack: [instance({ launchTemplate: { id: "lt-1" }, metadataOptions: { httpPutResponseHopLimit: 2 } })],
      findings: [{ resource: "web", path: "metadataOptions" }],
      mended: { web: { metadataOptions: { httpPutResponseHopLimit: 2, httpTokens: "required" } } },
    },
    {
      name: "machines that are made anew for it",
      stack: [
        resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot"),
        resource("aws:ec2/launchConfiguration:LaunchConfiguration", "old"),
      ],
      findings: [
        { resource: "spot", path: "metadataOptions" },
        { resource: "old", path: "metadataOptions" },
      ],
      mended: {
        spot: { metadataOptions: { httpTokens: "required" } },
        old: { metadataOptions: { httpTokens: "required" } },
      },
    },
  ],
  undecided: [
    { name: "the tokens", stack: [template({ httpTokens: unknown })], at: ["web.metadataOptions.httpTokens"] },
    { name: "the options", stack: [template(unknown)], at: ["web.metadataOptions.httpTokens"] },
  ],
});
