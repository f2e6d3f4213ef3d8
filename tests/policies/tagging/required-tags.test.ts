import rule from "../../../policies/tagging/required-tags";
import { checkAll } from "../../../src/rules/run";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN_STRING } from "../../../src/graph/value";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { build, json, resource, unknown } from "../../../src/testing/stack";

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
    {
      name: "no tags without a contract",
      stack: [resource(VPC, "main"), resource(VPC, "other", { tags: { environment: "" } })],
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
    {
      name: "a resource that the stack only reads",
      contract,
      stack: [resource(VPC, "shared", {}, { external: true })],
    },
    { name: "other packages and components", contract, stack: [pet, resource("shop:index:Network", "network")] },
    { name: "a contract with an empty list of tags", contract: { tags: [] }, stack: [resource(VPC, "main")] },
  ],
  invalid: [
    {
      name: "no tags: one finding that names all keys",
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
          message: /environment does not count: keys are case-sensitive/,
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
          message: /^The tag Environment is empty and the tag CostCenter is empty\. Set/,
        },
      ],
    },
    {
      name: "another name",
      contract: { tags: ["Environment"] },
      stack: [resource(VPC, "main", { tags: { env: "dev" } })],
      findings: [
        { resource: "main", path: "tags", stays: true, level: "mandatory", message: /tag Environment is missing/ },
      ],
    },
    {
      name: "a value that is not allowed",
      contract: { tags: { Environment: ["dev", "prod"] } },
      stack: [resource(VPC, "main", { tags: { Environment: "test" } })],
      findings: [
        {
          resource: "main",
          path: "tags",
          stays: true,
          level: "mandatory",
          message: /"test" instead of dev or prod\. Set/,
        },
      ],
    },
    {
      name: "tags with one allowed value only",
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
      fixed: {
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
      fixed: { main: { tags: { CostCenter: "4711" } } },
    },
    {
      name: "a key in another case, which some services treat as the same",
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
      name: "children of components, older names of types, a null tag: one finding for the same missing tag",
      contract: { tags: ["Environment"] },
      stack: [
        resource("aws:alb/loadBalancer:LoadBalancer", "web", { tags: { Environment: null } }),
        resource(VPC, "inner", {}, { parent: resource("shop:index:Network", "network") }),
      ],
      findings: [{ resource: "inner", path: "tags", stays: true, level: "mandatory" }],
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

test("the same missing tag on forty resources is one finding that lists them", () => {
  const vpcs = Array.from({ length: 40 }, (_, index) => resource(VPC, `vpc-${String(index + 10)}`));
  const group = resource(GROUP, "workers", { tags: [{ key: "CostCenter", value: "x", propagateAtLaunch: true }] });
  const stack = [...vpcs, resource(VPC, "half", { tags: { CostCenter: "FinTech" } }), group];
  const { results } = runRule(rule, { name: "", contract, stack }, "preview");
  expect(results.map(({ name, path, alsoAt = [] }) => [name, path, alsoAt.length])).toEqual([
    ["workers", "tags", 0],
    ["half", "tags", 0],
    ["vpc-10", "tags", 39],
  ]);
  expect(results[2]?.alsoAt?.at(-1)).toMatchObject({ name: "vpc-49", path: "tags" });
});

test("a resource that an exemption names is left out of the finding on the others", () => {
  const exemptions = [{ rule: "required-tags", resource: "legacy", reason: "imported", until: "2027-01-01" }];
  const recorded = build([resource(VPC, "main"), resource(VPC, "legacy"), resource(VPC, "other")], "preview");
  const project = {
    name: "shop",
    stack: "dev",
    config: new Map<string, string>(),
    hasConfiguration: false,
    deploying: false,
  };
  const facts = { contract: { ...contract, exemptions }, contractProblems: [], day: "2026-11-22", project };
  const { results } = checkAll([rule], Stack.from(recorded), facts);
  expect(results.map(({ level, message }) => [level, /applies to (.*?)\./.exec(message)?.[1]])).toEqual([
    ["mandatory", "other"],
    ["advisory", undefined],
  ]);
});
