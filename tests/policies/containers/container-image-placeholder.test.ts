import rule from "../../../policies/containers/container-image-placeholder";
import { Stack } from "../../../src/graph/stack";
import { checkAll } from "../../../src/rules/run";
import { ruleTest } from "../../../src/testing/rule-test";
import {
  build,
  json,
  resource,
  SHAPES,
  text,
  unknown,
  type BuildOptions,
  type BuiltResource,
  type Input,
  type Shape,
} from "../../../src/testing/stack";

const repository = resource("aws:ecr/repository:Repository", "app");
const task = (...containers: Record<string, Input>[]): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
    family: "app",
    containerDefinitions: json(containers.map((container, index) => ({ name: `c${String(index)}`, ...container }))),
  });
const at = { resource: "app", path: "containerDefinitions[0].image" };

ruleTest(rule, {
  valid: [
    {
      name: "an image of a private registry",
      stack: [task({ image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/a:1" })],
    },
    { name: "an image of Docker Hub", stack: [task({ image: "shop/orders:1.4.2" })] },
    { name: "nginx as a proxy of the application", stack: [task({ image: "nginx:1.27" }, { image: "shop/orders:1" })] },
    {
      name: "nginx that serves a volume",
      stack: [task({ image: "nginx:1.27", mountPoints: [{ sourceVolume: "site", containerPath: "/www" }] })],
    },
    { name: "an image called nginx in another registry", stack: [task({ image: "ghcr.io/shop/nginx:4" })] },
    {
      name: "an image called hello-world in a private registry",
      stack: [task({ image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/hello-world:1" })],
    },
    { name: "no containers", stack: [task()] },
  ],
  invalid: [
    ...[
      "hello-world",
      "hello-world:latest",
      "docker.io/library/hello-world",
      "public.ecr.aws/docker/library/hello-world:linux",
      "amazon/amazon-ecs-sample",
      "public.ecr.aws/ecs-sample-image/amazon-ecs-sample:latest",
    ].map((image) => ({
      name: `the sample image ${image}`,
      stack: [task({ image }, { image: "shop/orders:1" })],
      findings: [{ ...at, message: /is a sample image/ }],
    })),
    ...["registry.example.com/shop/orders:1", "example.com/app"].map((image) => ({
      name: `the registry of documentation in ${image}`,
      stack: [task({ image }, { image: "shop/orders:1" })],
      findings: [{ ...at, message: /reserved for examples/ }],
    })),
    {
      name: "no image",
      stack: [task({})],
      findings: [
        { ...at, message: /no image\..* AWS rejects this with: "Container\.image should not be null or empty"\.$/ },
      ],
    },
    { name: "an empty image", stack: [task({ image: " " })], findings: [at] },
    ...["nginx:latest", "httpd:2.4", "busybox", "public.ecr.aws/docker/library/nginx:1.27"].map((image) => ({
      name: `${image} alone`,
      stack: [task({ image })],
      findings: [{ ...at, level: "advisory" as const, message: /without the application/ }],
    })),
    {
      name: "nothing but bare images",
      stack: [task({ image: "nginx" }, { image: "busybox" })],
      findings: [
        { ...at, level: "advisory" },
        { resource: "app", path: "containerDefinitions[1].image", level: "advisory" },
      ],
    },
    {
      name: "containers that are not a JSON string",
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
          family: "app",
          containerDefinitions: [{ name: "app", image: "hello-world" }],
        }),
      ],
      findings: [at],
    },
  ],
  undecided: [
    {
      name: "containers and images that are not known yet",
      stack: [
        repository,
        task({ image: text`${repository.repositoryUrl}:1` }),
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", {
          family: "b",
          containerDefinitions: [
            { name: "proxy", image: "nginx" },
            { name: "app", image: unknown },
          ],
        }),
      ],
      at: ["app.containerDefinitions", "b.containerDefinitions[1].image"],
    },
  ],
});

describe("container-image-placeholder where another tool deploys the images", () => {
  const TASK = "aws:ecs/taskDefinition:TaskDefinition";
  const SERVICE = "aws:ecs/service:Service";
  const sample = task({ image: "hello-world" });
  const service = (name: string, options: BuildOptions = {}): BuiltResource =>
    resource(SERVICE, name, { taskDefinition: sample.arn }, options);

  /** The levels of the findings, where changes of these paths are ignored on resources of these types. */
  function levels(ignored: Record<string, string[]>, shape: Shape, ...services: BuiltResource[]): string[] {
    const recorded = build([sample, ...services], shape);
    const resources = recorded.resources.map((one) => ({ ...one, ignoreChanges: ignored[one.type] ?? [] }));
    const project = {
      name: "shop",
      stack: "dev",
      config: new Map<string, string>(),
      deploying: false,
      hasConfiguration: true,
    };
    const context = { contract: {}, contractProblems: [], day: "2026-11-22", project };
    return checkAll([rule], Stack.from({ ...recorded, resources }), context).results.map(
      ({ level, message }) => `${level}${message.includes("another tool may deploy") ? ", with the reason" : ""}`,
    );
  }

  it.each(SHAPES)("is advisory in %s, with the reason", (shape) => {
    const ofTask = { [TASK]: ["containerDefinitions"] };
    const ofService = { [SERVICE]: ["taskDefinition", "desiredCount"] };
    expect(levels(ofTask, shape)).toEqual(["advisory, with the reason"]);
    expect(levels({ [TASK]: ["*"] }, shape)).toEqual(["advisory, with the reason"]);
    expect(levels({ [TASK]: ["containerDefinitions[0].image"] }, shape)).toEqual(["advisory, with the reason"]);
    expect(levels(ofService, shape, service("a"), service("b"))).toEqual(["advisory, with the reason"]);
  });

  it.each(SHAPES)("is mandatory in %s where other changes are ignored", (shape) => {
    expect(levels({ [TASK]: ["tags"] }, shape)).toEqual(["mandatory"]);
    expect(levels({ [SERVICE]: ["desiredCount"] }, shape, service("a"))).toEqual(["mandatory"]);
    expect(levels({ [SERVICE]: ["taskDefinition"] }, shape)).toEqual(["mandatory"]);
  });

  it("is advisory in a run with --target that skips the service", () => {
    expect(levels({}, "preview", service("a", { external: true }))).toEqual(["advisory, with the reason"]);
  });

  it("reports nothing on LocalStack", () => {
    const provider = resource("pulumi:providers:aws", "local", { endpoints: [{ ecs: "http://localhost:4566" }] });
    const local = resource(
      TASK,
      "local",
      { family: "a", containerDefinitions: '[{"image":"hello-world"}]' },
      { provider },
    );
    expect(levels({}, "preview", provider, local)).toEqual(["mandatory"]);
  });
});
