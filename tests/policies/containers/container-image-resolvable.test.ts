import rule from "../../../policies/containers/container-image-resolvable";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuildOptions, type Input } from "../../../src/testing/stack";

const provider = (inputs: Record<string, Input>): ReturnType<typeof resource> =>
  resource("pulumi:providers:aws", "aws", inputs);
const frankfurt = provider({ region: "eu-central-1" });
const HOST = "464738291005.dkr.ecr.eu-central-1.amazonaws.com";

const task = (image: Input, options: BuildOptions = { provider: frankfurt }): ReturnType<typeof resource> =>
  resource(
    "aws:ecs/taskDefinition:TaskDefinition",
    "app",
    { family: "app", containerDefinitions: json([{ name: "app", image }]) },
    options,
  );
const repository = (name: string, inputs: Record<string, Input> = {}): ReturnType<typeof resource> =>
  resource("aws:ecr/repository:Repository", name, inputs);
const orders = repository("orders", { name: "orders" });
const auto = repository("orders");
const frozen = repository("orders", { name: "orders", imageTagMutability: "IMMUTABLE" });
const cache = (ecrRepositoryPrefix: Input): ReturnType<typeof resource> =>
  resource("aws:ecr/pullThroughCacheRule:PullThroughCacheRule", "cache", { ecrRepositoryPrefix });
const at = { resource: "app", path: "containerDefinitions[0].image" };

ruleTest(rule, {
  valid: [
    { name: "a repository of the stack by its URL", stack: [frankfurt, auto, task(text`${auto.repositoryUrl}:v1`)] },
    { name: "a repository of the stack by its name", stack: [frankfurt, orders, task(`${HOST}/orders:v1`)] },
    {
      name: "a repository that Pulumi named in an earlier deployment",
      stack: [frankfurt, auto, task(`${HOST}/orders-1a2b3c4:v1`)],
    },
    { name: "no repositories in the stack", stack: [frankfurt, task(`${HOST}/orders:v1`)] },
    {
      name: "a sidecar of another repository, where the stack's own is in use",
      stack: [
        frankfurt,
        auto,
        resource(
          "aws:ecs/taskDefinition:TaskDefinition",
          "app",
          {
            family: "app",
            containerDefinitions: [
              { name: "app", image: text`${auto.repositoryUrl}:v1` },
              { name: "metrics", image: `${HOST}/platform/metrics:3` },
            ],
          },
          { provider: frankfurt },
        ),
      ],
    },
    {
      name: "a repository that a function uses, through the build of its image",
      stack: ((): ReturnType<typeof resource>[] => {
        const image = resource("docker-build:index:Image", "image", { tags: [text`${auto.repositoryUrl}:v1`] });
        const fn = resource("aws:lambda/function:Function", "api", { role: "r", imageUri: image.ref });
        return [frankfurt, auto, image, fn, task(`${HOST}/other:v1`)];
      })(),
    },
    {
      name: "a repository that a pull-through cache creates",
      stack: [frankfurt, orders, cache("docker-hub"), task(`${HOST}/docker-hub/library/redis:7`)],
    },
    {
      name: "a pull-through cache for all repositories",
      stack: [frankfurt, orders, cache("ROOT"), task(`${HOST}/redis:7`)],
    },
    {
      name: "an image that AWS publishes",
      stack: [frankfurt, orders, task("906394416424.dkr.ecr.us-west-2.amazonaws.com/aws-for-fluent-bit:stable")],
    },
    { name: "an image of Docker Hub", stack: [frankfurt, orders, task("shop/orders:latest")] },
    { name: "no image", stack: [frankfurt, orders, task(undefined)] },
    {
      name: "a region that is not known",
      stack: [task("464738291005.dkr.ecr.us-west-2.amazonaws.com/orders:v1", {})],
    },
    {
      name: "the account of the provider",
      stack: ((): ReturnType<typeof resource>[] => {
        const own = provider({ region: "eu-central-1", allowedAccountIds: '["464738291005"]' });
        return [own, task(`${HOST}/orders:v1`, { provider: own })];
      })(),
    },
    {
      name: "one of two accounts of the provider",
      stack: ((): ReturnType<typeof resource>[] => {
        const own = provider({ region: "eu-central-1", allowedAccountIds: ["111122223333", "464738291005"] });
        return [own, task(`${HOST}/orders:v1`, { provider: own })];
      })(),
    },
    { name: "a tag of its own, where tags are immutable", stack: [frankfurt, frozen, task(`${HOST}/orders:v1`)] },
    { name: "latest, where tags are mutable", stack: [frankfurt, orders, task(`${HOST}/orders:latest`)] },
    { name: "a digest, where tags are immutable", stack: [frankfurt, frozen, task(`${HOST}/orders@sha256:ab`)] },
    {
      name: "latest, where it is an exclusion",
      stack: [
        frankfurt,
        repository("orders", { name: "orders", imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" }),
        task(`${HOST}/orders:latest`),
      ],
    },
    {
      name: "a repository whose name is not known yet",
      stack: [frankfurt, repository("orders", { name: unknown }), task(`${HOST}/outside-1a2b3c4:v1`)],
    },
    {
      name: "a repository that the stack only reads",
      stack: [
        frankfurt,
        resource("aws:ecr/repository:Repository", "shared", { name: "shared" }, { external: true }),
        task(`${HOST}/orders:v1`),
      ],
    },
    {
      name: "a task definition that the stack only reads",
      stack: [resource("aws:ecs/taskDefinition:TaskDefinition", "old", { family: "a" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "another region",
      stack: [frankfurt, task("464738291005.dkr.ecr.us-east-1.amazonaws.com/orders:v1")],
      findings: [{ ...at, level: "advisory", message: /of us-east-1, but the task runs in eu-central-1/ }],
    },
    {
      name: "another region, where the contract requires resolvable images",
      stack: [frankfurt, task("464738291005.dkr.ecr.us-east-1.amazonaws.com/orders:v1")],
      contract: { imageResolvable: true },
      findings: [{ ...at, level: "mandatory" }],
    },
    {
      name: "another region than that of the configuration",
      stack: [task("464738291005.dkr.ecr.us-east-1.amazonaws.com/orders:v1", {})],
      config: { "aws:region": "eu-west-1" },
      findings: [at],
    },
    {
      name: "another region than that of the environment",
      stack: [task("464738291005.dkr.ecr.us-east-1.amazonaws.com/orders:v1", {})],
      environmentRegion: "eu-west-1",
      findings: [at],
    },
    {
      name: "another account than the provider allows",
      stack: ((): ReturnType<typeof resource>[] => {
        const own = provider({ region: "eu-central-1", allowedAccountIds: '["111122223333"]' });
        return [own, task(`${HOST}/orders:v1`, { provider: own })];
      })(),
      findings: [{ ...at, message: /account 464738291005, but the stack is for 111122223333/ }],
    },
    {
      name: "another account than that of the provider's role",
      stack: ((): ReturnType<typeof resource>[] => {
        const own = provider({
          region: "eu-central-1",
          assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]',
        });
        return [own, task(`${HOST}/orders:v1`, { provider: own })];
      })(),
      findings: [{ ...at, message: /111122223333/ }],
    },
    {
      name: "a repository that the stack does not have, beside one that is not used",
      stack: [frankfurt, orders, task(`${HOST}/order:v1`)],
      findings: [
        { ...at, message: /^The stack has no repository "order", and no container uses its repository orders/ },
      ],
    },
    {
      name: "a repository that the stack does not have, beside one that Pulumi names and a cache of others",
      stack: [frankfurt, auto, cache("docker-hub"), task(`${HOST}/shop:v1`)],
      contract: { imageResolvable: true },
      findings: [{ ...at, level: "mandatory" }],
    },
    {
      name: "latest, where tags are immutable",
      stack: [frankfurt, frozen, task(`${HOST}/orders:latest`)],
      findings: [{ ...at, message: /pushed only once/ }],
    },
    { name: "no tag, where tags are immutable", stack: [frankfurt, frozen, task(`${HOST}/orders`)], findings: [at] },
  ],
  undecided: [
    {
      name: "containers that are not known yet",
      stack: [frankfurt, auto, task(text`${auto.repositoryUrl}:latest`)],
      at: ["app.containerDefinitions"],
    },
    {
      name: "an image that is not known yet, in a known list",
      shape: "preview",
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", {
          family: "b",
          containerDefinitions: [{ name: "app", image: unknown }],
        }),
      ],
      at: [],
    },
  ],
});
