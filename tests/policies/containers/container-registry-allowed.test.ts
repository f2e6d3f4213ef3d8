import rule from "../../../policies/containers/container-registry-allowed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource } from "../../../src/testing/stack";

const OWN = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
const contract = { allowedRegistries: [OWN, "public.ecr.aws/docker"] };
const task = (...images: string[]): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "api", {
    containerDefinitions: JSON.stringify(images.map((image, index) => ({ name: String(index), image }))),
  });
const fn = (imageUri: string) => resource("aws:lambda/function:Function", "fn", { packageType: "Image", imageUri });

ruleTest(rule, {
  valid: [
    { name: "any registry where the contract requires nothing", stack: [task("nginx")] },
    {
      name: "images of allowed registries and paths",
      contract,
      stack: [
        task(`${OWN}/api:1`, "public.ecr.aws/docker/library/nginx"),
        fn(`${OWN}/orders@sha256:${"0".repeat(64)}`),
      ],
    },
    {
      name: "a function of a package",
      contract,
      stack: [resource("aws:lambda/function:Function", "fn", { runtime: "x" })],
    },
  ],
  invalid: [
    {
      name: "images of other registries and paths",
      contract,
      stack: [task(`${OWN}/api:1`, "nginx:1.27", "public.ecr.aws/dockerhub/x"), fn(`${OWN}.example.com/orders:1`)],
      findings: [
        {
          resource: "api",
          path: "containerDefinitions[1].image",
          level: "mandatory",
          message: /comes from "docker.io"/,
        },
        { resource: "api", path: "containerDefinitions[2].image" },
        { resource: "fn", path: "imageUri" },
      ],
    },
  ],
  undecided: [
    {
      name: "containers that are not known",
      contract,
      stack: [resource("aws:ecs/taskDefinition:TaskDefinition", "api", { containerDefinitions: unknown })],
      at: ["api.containerDefinitions"],
    },
  ],
});
