import { containersOf, TASK_DEFINITION } from "../../stack/environments";
import { ECS_SERVICE } from "../../stack/load-balancing";
import { parseImage } from "../../stack/images";
import { awaitedBy } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import { STACK_TYPE, type Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const REPOSITORY = "aws:ecr/repository:Repository";
// What builds images and pushes them, besides other providers: Docker, commands, dynamic resources, …
const BUILDER = /^aws:(?:codebuild|codepipeline|imagebuilder|lambda|sfn)\//;

const isBuilder = ({ type }: Resource): boolean =>
  (type !== STACK_TYPE && !type.startsWith("aws:")) || BUILDER.test(type);

/** The repositories for which something in the stack may build images. */
function findFilled(stack: Stack): Set<Resource> {
  const builders = stack.resources.filter(isBuilder);
  return new Set(
    builders.flatMap((builder) => [...awaitedBy(stack, builder)].filter(({ type }) => type === REPOSITORY)),
  );
}

/** The repositories of the stack from which a task takes images, as its containers or what they are made from say. */
function repositoriesOf(task: Resource): Resource[] {
  const containers = containersOf(task);
  const images = containers === UNKNOWN ? UNKNOWN : containers.map((container) => container.str("image"));
  const isUsed = (repository: Resource): boolean => {
    const url = repository.outputs.str("repositoryUrl");
    const name = repository.outputs.str("name");
    // By name as well, whichever registry is written before it: a first preview cannot tell registries apart.
    const isOf = (image: string): boolean =>
      !known(url) || image === url || image.startsWith(`${url}:`) || parseImage(image).repository === name;
    return images === UNKNOWN || images.some((image) => !known(image) || isOf(image));
  };
  const sources = task.propertyDependencies.get("containerDefinitions") ?? [];
  return sources.filter((source) => source.type === REPOSITORY && !source.outside && isUsed(source));
}

export default defineRule({
  id: "ecs-image-from-empty-repository",
  category: "validity",
  description: "ECS services start from images that somebody has pushed",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A repository that the stack makes is empty at first. A service that wants tasks at once cannot pull their image, and " +
    "the deployment waits for it until it times out.",
  fix: {
    typescript:
      'const image = new docker_build.Image("api", {\n  context: { location: "./api" },\n  push: true,\n' +
      "  tags: [pulumi.interpolate`${repository.repositoryUrl}:latest`],\n});  // and image.ref in the container",
    python:
      'image = docker_build.Image("api",\n    context={"location": "./api"}, push=True,\n' +
      '    tags=[repository.repository_url.apply(lambda url: f"{url}:latest")])  # and image.ref in the container',
    yaml:
      "resources:\n  image:\n    type: docker-build:Image\n    properties:\n      context:\n" +
      "        location: ./api\n      push: true\n" +
      '      tags: ["${repository.repositoryUrl}:latest"] # and ${image.ref} in the container',
  },
  limits:
    "Services that want no tasks at first (desiredCount: 0), and repositories for which the stack builds images itself. " +
    "Whether images are pushed from elsewhere is not known, so that this is a reminder.",
  stack(stack, { report }) {
    for (const service of stack.ofType(ECS_SERVICE).filter(({ outside }) => !outside)) {
      const count = service.num("desiredCount") ?? 0;
      const wantsTasks = service.str("schedulingStrategy") === "DAEMON" || (known(count) && count > 0);
      const [task, ...others] = stack.refs(service.at("taskDefinition"), TASK_DEFINITION).resources;
      const isJudged = wantsTasks && task?.outside === false && others.length === 0;
      for (const repository of isJudged ? repositoriesOf(task) : []) {
        if (!stack.once(findFilled).has(repository)) {
          report({
            at: service,
            property: "desiredCount",
            message:
              `its image comes from ${repository.name}, which this stack makes and nothing in it pushes to, so that the first ` +
              "tasks find no image; build and push it in the stack (docker-build's Image), or set desiredCount: 0 until one " +
              "is there.",
            answer: "CannotPullContainerError",
          });
        }
      }
    }
  },
});
