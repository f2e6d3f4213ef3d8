import rule from "../../../policies/project/explicit-provider-used";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const PROVIDER = "pulumi:providers:aws";
const west = resource(PROVIDER, "west", { region: "us-west-2" });
const provider = (name: string, region: Input): BuiltResource => resource(PROVIDER, name, { region });
const files = { "index.ts": 'import * as aws from "@pulumi/aws";\nconst west = new aws.Provider("west", {});' };
const component = resource("eks:index:Cluster", "cluster");

ruleTest(rule, {
  valid: [
    { name: "used", stack: [west, resource("aws:s3/bucket:Bucket", "b", {}, { provider: west })], files },
    {
      name: "used to read",
      stack: [west, resource("aws:s3/bucket:Bucket", "b", {}, { provider: west, external: true })],
      files,
    },
    { name: "the default one", stack: [resource(PROVIDER, "default_7_48_0", { region: "us-east-1" })], files },
    { name: "waited for", stack: [west, resource("aws:s3/bucket:Bucket", "b", {}, { dependsOn: [west] })], files },
    { name: "made by a package", stack: [resource(PROVIDER, "west", {}, { parent: component })], files },
  ],
  invalid: [
    {
      name: "idle",
      stack: [west, resource("aws:s3/bucket:Bucket", "b")],
      files,
      findings: [{ resource: "west", message: /this provider for "us-west-2"/ }],
    },
    {
      name: "idle, and of a region that is not known yet",
      stack: [provider("some", unknown), provider("none", "")],
      files: { "index.ts": 'import * as aws from "@pulumi/aws";\nconst zones = aws.getAvailabilityZones();' },
      shape: "preview",
      findings: [
        { resource: "some", message: /this provider, and/ },
        { resource: "none", message: /this provider, and/ },
      ],
    },
  ],
  undecided: [
    {
      name: "what it looks up",
      stack: [west],
      files: { "index.ts": 'import { getRegion } from "@pulumi/aws";\ngetRegion({}, { provider: west });' },
      at: ["west"],
    },
    {
      name: "what it looks up in Python",
      stack: [west],
      files: {
        "__main__.py": "import pulumi_aws as aws\naws.get_region(opts=pulumi.InvokeOptions(provider=west))\n",
      },
      at: ["west"],
    },
    { name: "the program", stack: [west], at: ["west"] },
  ],
});
