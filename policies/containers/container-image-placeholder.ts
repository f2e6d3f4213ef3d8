import { containersOf } from "../../src/aws/containers/environments";
import { DOCKER_HUB, officialName, parseImage, type Image } from "../../src/aws/containers/images";
import { ECS_SERVICE, ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";
/** Servers and tools without an application: a task that runs nothing else is not of use. */
const BARE: ReadonlySet<string> = new Set(["nginx", "httpd", "busybox"]);
const SET_IMAGE = 'Set `image` to the "registry/repository:tag" of the application';

export default defineRule({
  id: "container-image-placeholder",
  category: "containers",
  description: "Containers must run the application, not a sample image",
  severity: "medium",
  level: "mandatory",
  supersedes: ["property-combinations"],
  basis: "cannot-work",
  failures: ["F20", "E5"],
  why:
    "A sample image starts and looks healthy, so the deployment succeeds without the application. It also shows that the " +
    "program cannot set which build it deploys.",
  fix: {
    typescript: `const image = new pulumi.Config().require("image"); // registry/repository:tag of a build`,
    python: `image = pulumi.Config().require("image")  # registry/repository:tag of a build`,
    yaml: `config:
  image: # registry/repository:tag of a build
    type: string
resources:
  api:
    type: aws:ecs:TaskDefinition
    properties:
      family: api
      containerDefinitions:
        fn::toJSON:
          - name: api
            image: \${image}`,
  },
  limits:
    "Official images beside another container, or with a volume that holds their files; images of the same names in your " +
    "own registries. Where ignoreChanges leaves the image or the task definition to another tool, a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"],
  stack(stack, context) {
    for (const task of stack.managed(ECS_TASK_DEFINITION)) {
      checkTask(task, isDeployedByOthers(stack, task), context);
    }
  },
});

const ignores = ({ ignoreChanges }: Resource, property: string): boolean =>
  ignoreChanges.some((path) => path === "*" || path.split(/[.[]/, 1)[0] === property);

/** True where another tool deploys the images: changes of the task definition, or of what its services run, are ignored. */
function isDeployedByOthers(stack: Stack, task: Resource): boolean {
  const services = stack.referrers(task, "taskDefinition", ECS_SERVICE);
  return (
    ignores(task, "containerDefinitions") ||
    // A service that is skipped (`--target`) is sent without its options.
    (services.length > 0 && services.every((service) => service.external || ignores(service, "taskDefinition")))
  );
}

function checkTask(task: Resource, isBootstrap: boolean, { report, undecided }: Context): void {
  const containers = containersOf(task);
  if (containers === UNKNOWN) {
    undecided(task, "containerDefinitions");
    return;
  }
  const areAllBare = containers.every(isBare);
  const found = (container: View, finding: Pick<Finding, "message" | "awsError" | "level">): void => {
    const note = isBootstrap
      ? " Changes of it are ignored (`ignoreChanges`), so another tool may deploy the application."
      : "";
    report({
      at: container,
      property: "image",
      ...finding,
      message: finding.message + note,
      ...(isBootstrap && { level: "advisory" }),
    });
  };
  for (const container of containers) {
    const reference = container.str("image");
    if (reference === UNKNOWN) {
      undecided(container, "image");
    } else if (reference === undefined || reference.trim() === "") {
      found(container, {
        message: `The container has no image. ${SET_IMAGE}.`,
        awsError: "Container.image should not be null or empty",
      });
    } else if (isReserved(parseImage(reference))) {
      found(container, {
        message: `"${reference}" is in a domain reserved for examples: it cannot be pulled. ${SET_IMAGE}.`,
      });
    } else if (isSample(parseImage(reference))) {
      found(container, { message: `"${reference}" is a sample image, not the application. ${SET_IMAGE}.` });
    } else if (areAllBare) {
      found(container, {
        message: `"${reference}" alone is a server or tool without the application. ${SET_IMAGE}, for instance from the configuration.`,
        level: "advisory",
      });
    }
  }
}

/** True for registries in the domains that are reserved for documentation. */
const isReserved = ({ registry }: Image): boolean => /(?:^|\.)example\.(?:com|org|net)(?::\d+)?$/.test(registry);

function isSample(image: Image): boolean {
  const { registry, repository } = image;
  return (
    officialName(image) === "hello-world" ||
    (registry === DOCKER_HUB && repository === "amazon/amazon-ecs-sample") ||
    (registry === "public.ecr.aws" && repository.endsWith("/amazon-ecs-sample"))
  );
}

function isBare(container: View): boolean {
  const reference = container.str("image");
  const volumes = container.list("mountPoints") ?? [];
  return (
    known(reference) && BARE.has(officialName(parseImage(reference)) ?? "") && known(volumes) && volumes.length === 0
  );
}
