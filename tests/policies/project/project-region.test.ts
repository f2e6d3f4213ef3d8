import rule from "../../../policies/project/project-region";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const root = resource("pulumi:pulumi:Stack", "shop-dev");
const provider = resource("pulumi:providers:aws", "default", { version: "7.48.0" });
const located = resource("pulumi:providers:aws", "located", { region: "us-east-1" });
const unknownRegion = resource("pulumi:providers:aws", "later", { region: unknown });
const bucket = resource(BUCKET, "data", {}, { provider });
const contract = { region: "us-east-1" };

ruleTest(rule, {
  valid: [
    { name: "a region in the configuration", config: { "aws:region": "eu-west-1" }, stack: [root, provider, bucket] },
    { name: "a region in the environment", environmentRegion: "eu-west-1", contract, stack: [root, provider, bucket] },
    {
      name: "an explicit provider",
      contract,
      stack: [root, located, resource(BUCKET, "data", {}, { provider: located })],
    },
    {
      name: "a region that is not known yet",
      stack: [root, unknownRegion, resource(BUCKET, "data", {}, { provider: unknownRegion })],
    },
    {
      name: "a region of its own",
      stack: [root, provider, resource(BUCKET, "data", { region: "us-east-1" }, { provider })],
    },
    { name: "no AWS resources", contract, stack: [root, resource("random:index/randomPet:RandomPet", "pet")] },
    { name: "what the stack only reads", stack: [root, resource(BUCKET, "shared", {}, { provider, external: true })] },
    { name: "no resources at all", contract },
  ],
  invalid: [
    {
      name: "none, without a contract",
      stack: [root, provider, bucket, resource(BUCKET, "more", {}, { provider })],
      findings: [{ resource: "shop-dev", level: "advisory", message: /region of data\..*aws:region/ }],
    },
    {
      name: "none, with a contract",
      contract: { region: "ap-south-1" },
      stack: [root, provider, bucket],
      findings: [
        { resource: "shop-dev", level: "mandatory", message: /"aws:region: ap-south-1" under "config" in Pulumi.yaml/ },
      ],
    },
    {
      name: "an empty region",
      config: { "aws:region": "" },
      stack: [root, resource(BUCKET, "data", { region: "" }, { provider })],
      findings: [{ resource: "shop-dev", level: "advisory" }],
    },
    {
      name: "a global resource of a provider without region",
      contract,
      stack: [root, provider, resource("aws:iam/role:Role", "task", {}, { provider })],
      findings: [{ resource: "shop-dev", level: "mandatory" }],
    },
  ],
});
