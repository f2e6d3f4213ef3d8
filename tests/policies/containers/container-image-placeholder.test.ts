import rule from "../../../policies/containers/container-image-placeholder";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, text, unknown, type Input } from "../../../testing/stack";

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
      name: "an image of an own registry",
      stack: [task({ image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/a:1" })],
    },
    { name: "an image of Docker Hub", stack: [task({ image: "shop/orders:1.4.2" })] },
    { name: "nginx as a proxy of the application", stack: [task({ image: "nginx:1.27" }, { image: "shop/orders:1" })] },
    {
      name: "nginx that serves a volume",
      stack: [task({ image: "nginx:1.27", mountPoints: [{ sourceVolume: "site", containerPath: "/www" }] })],
    },
    { name: "a build on nginx", stack: [task({ image: "ghcr.io/shop/nginx:4" })] },
    {
      name: "an own hello-world",
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
      "registry.example.com/shop/orders:1",
      "example.com/app",
    ].map((image) => ({
      name: image,
      stack: [task({ image }, { image: "shop/orders:1" })],
      findings: [{ ...at, message: /is a sample/ }],
    })),
    { name: "no image", stack: [task({})], findings: [{ ...at, message: /no image/ }] },
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
      name: "containers that are not in JSON",
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
