import rule from "../../../policies/tagging/required-tags";
import { UNKNOWN_STRING } from "../../../stack/value";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown } from "../../../testing/stack";

const VPC = "aws:ec2/vpc:Vpc";
const GROUP = "aws:autoscaling/group:Group";
const PROVIDER = "pulumi:providers:aws";

const contract = { tags: ["Environment", "CostCenter"] };
// The Node SDK hands nested configuration over as JSON text, others as an object.
const asText = resource(PROVIDER, "text", {
  defaultTags: JSON.stringify({ tags: { Environment: "dev", CostCenter: "FinTech" } }),
});
const asObject = resource(PROVIDER, "object", { defaultTags: { tags: { Environment: "dev", CostCenter: "FinTech" } } });
const partly = resource(PROVIDER, "partly", { defaultTags: json({ tags: { CostCenter: "FinTech" } }) });
const hidden = resource(PROVIDER, "hidden", { defaultTags: unknown });
const hiddenValue = resource(PROVIDER, "hidden-value", {
  defaultTags: { tags: { Environment: unknown, CostCenter: "x" } },
});
const bare = resource(PROVIDER, "bare", { region: "us-east-1", defaultTags: null });
const pet = resource("random:index/randomPet:RandomPet", "pet");

ruleTest(rule, {
  valid: [
    { name: "the environment without a contract", stack: [resource(VPC, "main", { tags: { Environment: "dev" } })] },
    {
      name: "the environment in another case without a contract",
      stack: [resource(VPC, "main", { tags: { environment: "dev" } })],
    },
    {
      name: "what stands for the environment without a contract",
      stack: [
        resource(VPC, "main", { tags: { env: "dev" } }),
        resource(VPC, "other", { tags: { "acme:Stage": unknown } }),
      ],
    },
    {
      name: "all tags of the contract",
      contract,
      stack: [resource(VPC, "main", { tags: { Environment: "dev", CostCenter: "FinTech", Name: "main" } })],
    },
    {
      name: "default tags as JSON text",
      contract,
      stack: [asText, resource(VPC, "main", {}, { provider: asText })],
    },
    {
      name: "default tags as an object",
      contract,
      stack: [asObject, resource(VPC, "main", { tags: { Name: "main" } }, { provider: asObject })],
    },
    {
      name: "some default tags, some of its own",
      contract,
      stack: [partly, resource(VPC, "main", { tags: { Environment: "dev" } }, { provider: partly })],
    },
    {
      name: "tagsAll in the inputs",
      contract,
      stack: [resource(VPC, "main", { tagsAll: { Environment: "dev", CostCenter: "FinTech" } })],
    },
    {
      name: "values that are not known yet",
      contract,
      stack: [pet, resource(VPC, "main", { tags: { Environment: unknown, CostCenter: pet.id } })],
    },
    {
      name: "a default tag whose value is not known yet",
      contract,
      stack: [hiddenValue, resource(VPC, "main", {}, { provider: hiddenValue })],
    },
    {
      name: "allowed values, and an empty list of them",
      contract: { tags: { Environment: ["dev", "prod"], CostCenter: [] } },
      stack: [resource(VPC, "main", { tags: { Environment: "prod", CostCenter: "any" } })],
    },
    {
      name: "an Auto Scaling group's list",
      contract,
      stack: [
        resource(GROUP, "workers", {
          tags: [
            { key: "Environment", value: "dev", propagateAtLaunch: true },
            { key: "CostCenter", value: "FinTech", propagateAtLaunch: true },
          ],
        }),
      ],
    },
    { name: "types without tags", contract, stack: [resource("aws:ec2/route:Route", "default", {})] },
    {
      name: "tags that choose other resources, and objects in buckets",
      contract,
      stack: [
        resource("aws:inspector/resourceGroup:ResourceGroup", "chosen", { tags: { Env: "x" } }),
        resource("aws:s3/bucketObjectv2:BucketObjectv2", "page", { bucket: "site" }),
      ],
    },
    { name: "what the stack only reads", contract, stack: [resource(VPC, "shared", {}, { external: true })] },
    { name: "other packages and components", contract, stack: [pet, resource("shop:index:Network", "network")] },
    { name: "a contract that asks for none", contract: { tags: [] }, stack: [resource(VPC, "main")] },
  ],
  invalid: [
    {
      name: "no tags and no contract",
      stack: [resource(VPC, "main")],
      findings: [
        {
          resource: "main",
          path: "tags",
          stays: true,
          level: "advisory",
          message: /tag Environment is missing.*defaultTags/,
        },
      ],
    },
    {
      name: "no tags under a contract: one finding that names all",
      contract: { tags: ["Environment", "CostCenter", "MigrationPhase"] },
      stack: [resource(VPC, "main", { tags: { Name: "main" } })],
      findings: [
        {
          resource: "main",
          path: "tags",
          stays: true,
          level: "mandatory",
          message: /tags Environment, CostCenter and MigrationPhase are missing/,
        },
      ],
    },
    {
      name: "a provider without default tags",
      contract,
      stack: [bare, resource(VPC, "main", { tags: { Environment: "dev" } }, { provider: bare })],
      findings: [
        { resource: "main", path: "tags", stays: true, level: "mandatory", message: /tag CostCenter is missing/ },
      ],
    },
    {
      name: "a key in the wrong case",
      contract,
      stack: [resource(VPC, "main", { tags: { environment: "dev", CostCenter: "FinTech" } })],
      findings: [
        {
          resource: "main",
          path: "tags",
          stays: true,
          level: "mandatory",
          message: /environment is another tag: case/,
        },
      ],
    },
    {
      name: "empty values",
      contract,
      stack: [resource(VPC, "main", { tags: { Environment: "", CostCenter: " " } })],
      findings: [
        {
          resource: "main",
          path: "tags",
          stays: true,
          level: "mandatory",
          message: /Environment is empty.*CostCenter is empty/,
        },
      ],
    },
    {
      name: "another name under a contract",
      contract: { tags: ["Environment"] },
      stack: [resource(VPC, "main", { tags: { env: "dev" } })],
      findings: [
        { resource: "main", path: "tags", stays: true, level: "mandatory", message: /tag Environment is missing/ },
      ],
    },
    {
      name: "a word of another meaning without a contract",
      stack: [resource(VPC, "main", { tags: { environmental: "yes", Name: "stage" } })],
      findings: [{ resource: "main", path: "tags", stays: true, level: "advisory" }],
    },
    {
      name: "an empty environment without a contract",
      stack: [resource(VPC, "main", { tags: { environment: "" } })],
      findings: [{ resource: "main", path: "tags", stays: true, level: "advisory", message: /empty/ }],
    },
    {
      name: "a value that is not allowed",
      contract: { tags: { Environment: ["dev", "prod"] } },
      stack: [resource(VPC, "main", { tags: { Environment: "test" } })],
      findings: [
        { resource: "main", path: "tags", stays: true, level: "mandatory", message: /"test"; use dev or prod/ },
      ],
    },
    {
      name: "tags of which the contract allows one value only",
      contract: { tags: { Environment: ["dev"], CostCenter: ["4711"], Owner: [] } },
      stack: [
        resource(VPC, "wrong", { tags: { Environment: "test", CostCenter: "", Owner: "team" } }),
        resource(VPC, "none", { tagsAll: {} }),
        resource(VPC, "right", { tags: { Environment: "dev", CostCenter: "4711", Owner: "team" } }),
        resource(VPC, "hidden", { tags: { Environment: unknown, Owner: unknown }, tagsAll: unknown }),
      ],
      shape: "preview",
      findings: [
        { resource: "wrong", path: "tags", level: "mandatory" },
        { resource: "none", path: "tags", stays: true, level: "mandatory" },
        { resource: "hidden", path: "tags", level: "mandatory" },
      ],
      mended: {
        wrong: { tags: { Environment: "dev", CostCenter: "4711", Owner: "team" } },
        none: { tags: { Environment: "dev", CostCenter: "4711" }, tagsAll: { Environment: "dev", CostCenter: "4711" } },
        hidden: { tags: { Environment: UNKNOWN_STRING, Owner: UNKNOWN_STRING, CostCenter: "4711" } },
      },
    },
    {
      name: "a default tag with another value than the one that is allowed",
      contract: { tags: { CostCenter: ["4711"] } },
      stack: [asObject, resource(VPC, "main", {}, { provider: asObject })],
      findings: [{ resource: "main", path: "tags", level: "mandatory" }],
      mended: { main: { tags: { CostCenter: "4711" } } },
    },
    {
      name: "a key that is there in another case, which some services take for the same",
      contract: { tags: { Environment: ["dev"] } },
      stack: [resource(VPC, "main", { tags: { environment: "dev" } })],
      findings: [{ resource: "main", path: "tags", level: "mandatory", stays: true }],
    },
    {
      name: "an Auto Scaling group, which default tags do not reach",
      contract,
      stack: [
        asText,
        resource(GROUP, "workers", { tags: [{ key: "Environment", value: "dev" }] }, { provider: asText }),
      ],
      findings: [
        {
          resource: "workers",
          path: "tags",
          stays: true,
          level: "mandatory",
          message: /CostCenter.*propagateAtLaunch/,
        },
      ],
    },
    {
      name: "children of components, older names of types, a null tag",
      contract: { tags: ["Environment"] },
      stack: [
        resource("aws:alb/loadBalancer:LoadBalancer", "web", { tags: { Environment: null } }),
        resource(VPC, "inner", {}, { parent: resource("shop:index:Network", "network") }),
      ],
      findings: [
        { resource: "web", path: "tags", stays: true, level: "mandatory" },
        { resource: "inner", path: "tags", stays: true, level: "mandatory" },
      ],
    },
  ],
  undecided: [
    {
      name: "tags that are not known yet",
      contract,
      stack: [resource(VPC, "main", { tags: unknown })],
      at: ["main.tags"],
    },
    {
      name: "default tags that are not known yet",
      contract,
      stack: [hidden, resource(VPC, "main", { tags: { Environment: "dev" } }, { provider: hidden })],
      at: ["main.tags"],
    },
    {
      name: "an unknown key of an Auto Scaling group",
      contract,
      stack: [resource(GROUP, "workers", { tags: [{ key: unknown, value: "x" }] })],
      at: ["workers.tags"],
    },
    {
      name: "an unknown value where only some are allowed",
      contract: { tags: { Environment: ["dev"] } },
      stack: [resource(VPC, "main", { tags: { Environment: unknown } })],
      at: ["main.tags.Environment"],
    },
  ],
});
