import { containersOf } from "../../src/aws/containers/environments";
import { parseImage } from "../../src/aws/containers/images";
import { ECR_REPOSITORY, ECS_SERVICE, ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import { awaitedBy } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { STACK_TYPE, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
// What builds and pushes images, besides other providers: Docker, commands, dynamic resources, …
const BUILDER = /^aws:(?:codebuild|codepipeline|imagebuilder|lambda|sfn)\//;

const isBuilder = ({ type }: Resource): boolean =>
  (type !== STACK_TYPE && !type.startsWith("aws:")) || BUILDER.test(type);

/** The repositories for which something in the stack may build images. */
function findFilled(stack: Stack): Set<Resource> {
  const builders = stack.resources.filter(isBuilder);
  return new Set(
    builders.flatMap((builder) => [...awaitedBy(stack, builder)].filter(({ type }) => type === ECR_REPOSITORY)),
  );
}

/** The new repositories of the stack from which a task takes images, by its containers or what they are made from. */
function newRepositoriesOf(task: Resource): Resource[] {
  const containers = containersOf(task);
  const images = containers === UNKNOWN ? UNKNOWN : containers.map((container) => container.str("image"));
  const isUsed = (repository: Resource): boolean => {
    const url = repository.outputs.str("repositoryUrl");
    const name = repository.outputs.str("name");
    // By name as well, whatever the registry: a first preview does not know it.
    const isOf = (image: string): boolean =>
      !known(url) || image === url || image.startsWith(`${url}:`) || parseImage(image).repository === name;
    return images === UNKNOWN || images.some((image) => !known(image) || isOf(image));
  };
  const sources = task.propertyDependencies.get("containerDefinitions") ?? [];
  return sources.filter(
    (source) => source.type === ECR_REPOSITORY && !source.external && source.exists !== true && isUsed(source),
  );
}

export default defineRule({
  id: "ecs-image-from-empty-repository",
  category: "validity",
  description: "The images of ECS services must be pushed before the services start",
  severity: "medium",
  level: "advisory",
  why:
    "A new repository is empty. A service that starts tasks at once cannot pull their image, and the deployment waits for " +
    "the service until it times out.",
  fix: {
    typescript: `const image = new docker_build.Image("api", {
  context: { location: "./api" },
  push: true,
  tags: [pulumi.interpolate\`\${repository.repositoryUrl}:latest\`],
});  // and image.ref in the container`,
    python: `image = docker_build.Image("api",
    context={"location": "./api"}, push=True,
    tags=[repository.repository_url.apply(lambda url: f"{url}:latest")])  # and image.ref in the container`,
    yaml: `resources:
  image:
    type: docker-build:Image
    properties:
      context:
        location: ./api
      push: true
      tags: ["\${repository.repositoryUrl}:latest"] # and \${image.ref} in the container`,
  },
  limits:
    "Services that start no tasks at first (desiredCount: 0), repositories that exist already, and those for which the stack " +
    "builds images itself. Whether images are pushed outside the stack is not known, so this is a reminder.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html"],
  stack(stack, { report }) {
    for (const service of stack.managed(ECS_SERVICE)) {
      const count = service.num("desiredCount") ?? 0;
      const startsTasks = service.str("schedulingStrategy") === "DAEMON" || (known(count) && count > 0);
      const [task, ...others] = stack.refs(service.at("taskDefinition"), ECS_TASK_DEFINITION).resources;
      const isCertain = startsTasks && task?.external === false && others.length === 0;
      for (const repository of isCertain ? newRepositoriesOf(task) : []) {
        if (!stack.once(findFilled).has(repository)) {
          report({
            at: service,
            property: "desiredCount",
            message:
              `The image comes from the new repository ${repository.name}, to which nothing in the stack pushes, so the first ` +
              "tasks find no image. Build and push it in the stack (docker_build.Image), or set `desiredCount: 0` until the " +
              "image exists.",
            awsError: "CannotPullContainerError",
          });
        }
      }
    }
  },
});
