import rule from "../../../policies/identity/imdsv2";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const instance = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ec2/instance:Instance", "web", { instanceType: "t4g.small", ...inputs });
const template = (metadataOptions?: Input): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { metadataOptions });
const defaults = (httpTokens?: Input): BuiltResource =>
  resource("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", "defaults", { httpTokens });
const launched = template({ httpTokens: "required" });

ruleTest(rule, {
  valid: [
    { name: "tokens required", stack: [instance({ metadataOptions: { httpTokens: "required" } }), launched] },
    { name: "a disabled metadata service", stack: [instance({ metadataOptions: { httpEndpoint: "disabled" } })] },
    { name: "an instance of a launch template", stack: [launched, instance({ launchTemplate: { id: launched.id } })] },
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
    {
      name: "an instance that the stack only reads",
      stack: [resource("aws:ec2/instance:Instance", "web", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "options not configured",
      stack: [instance()],
      findings: [
        { resource: "web", path: "metadataOptions", message: /^The metadata service does not require a token/ },
      ],
    },
    {
      name: "optional tokens",
      stack: [template({ httpTokens: "optional" }), defaults("no-preference")],
      findings: [{ resource: "web", path: "metadataOptions.httpTokens", message: /^`httpTokens` is "optional"/ }],
    },
    {
      name: "other options only",
      stack: [instance({ launchTemplate: { id: "lt-1" }, metadataOptions: { httpPutResponseHopLimit: 2 } })],
      findings: [{ resource: "web", path: "metadataOptions" }],
      fixed: { web: { metadataOptions: { httpPutResponseHopLimit: 2, httpTokens: "required" } } },
    },
    {
      name: "machines that are replaced for a change",
      stack: [
        resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot"),
        resource("aws:ec2/launchConfiguration:LaunchConfiguration", "old"),
      ],
      findings: [
        { resource: "spot", path: "metadataOptions" },
        { resource: "old", path: "metadataOptions" },
      ],
      fixed: {
        spot: { metadataOptions: { httpTokens: "required" } },
        old: { metadataOptions: { httpTokens: "required" } },
      },
    },
  ],
  undecided: [
    {
      name: "tokens that are not known yet",
      stack: [template({ httpTokens: unknown })],
      at: ["web.metadataOptions.httpTokens"],
    },
    { name: "options that are not known yet", stack: [template(unknown)], at: ["web.metadataOptions.httpTokens"] },
  ],
});
