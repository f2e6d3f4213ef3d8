import { containersOf, TASK_DEFINITION } from "../../stack/environments";
import { DOCKER_HUB, officialName, parseImage, type Image } from "../../stack/images";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

/** Bare servers and tools: a task that has nothing else does nothing for anybody. */
const BARE: ReadonlySet<string> = new Set(["nginx", "httpd", "busybox"]);

export default defineRule({
  id: "container-image-placeholder",
  category: "containers",
  description: "Containers run the application, not a sample",
  severity: "medium",
  level: "mandatory",
  failures: ["F20", "E5"],
  why:
    "A sample image starts and looks healthy, so the deployment succeeds and nobody is served; " +
    "it also shows that the program has no way to say which build it deploys.",
  fix: {
    typescript: 'const image = new pulumi.Config().require("image"); // registry/repository:tag of a build',
    python: 'image = pulumi.Config().require("image")  # registry/repository:tag of a build',
    yaml:
      "config:\n  image: # registry/repository:tag of a build\n    type: string\nresources:\n  api:\n" +
      "    type: aws:ecs:TaskDefinition\n    properties:\n      family: api\n      containerDefinitions:\n" +
      "        fn::toJSON:\n          - name: api\n            image: ${image}",
  },
  limits:
    "Official images beside another container, or with a volume that holds what they serve; images of the same names " +
    "in registries of one's own.",
  resource: {
    types: [TASK_DEFINITION],
    check(task, { report, undecided }) {
      const containers = containersOf(task);
      if (containers === UNKNOWN) {
        undecided(task, "containerDefinitions");
        return;
      }
      const areAllBare = containers.every(isBare);
      for (const container of containers) {
        const text = container.str("image");
        if (text === UNKNOWN) {
          undecided(container, "image");
        } else if (text === undefined || text.trim() === "") {
          report({
            at: container,
            property: "image",
            message: "the container has no image; set image to the registry/repository:tag of the application.",
          });
        } else if (isSample(parseImage(text))) {
          report({
            at: container,
            property: "image",
            message: `${text} is a sample; set image to the registry/repository:tag of the application.`,
          });
        } else if (areAllBare) {
          report({
            at: container,
            property: "image",
            message:
              `${text} alone is a server or tool without the application; ` +
              "set image to the registry/repository:tag of a build, such as one from the configuration.",
            level: "advisory",
          });
        }
      }
    },
  },
});

function isSample(image: Image): boolean {
  const { registry, repository } = image;
  return (
    officialName(image) === "hello-world" ||
    (registry === DOCKER_HUB && repository === "amazon/amazon-ecs-sample") ||
    (registry === "public.ecr.aws" && repository.endsWith("/amazon-ecs-sample")) ||
    /(?:^|\.)example\.(?:com|org|net)(?::\d+)?$/.test(registry)
  );
}

function isBare(container: View): boolean {
  const text = container.str("image");
  const volumes = container.list("mountPoints") ?? [];
  return known(text) && BARE.has(officialName(parseImage(text)) ?? "") && known(volumes) && volumes.length === 0;
}
