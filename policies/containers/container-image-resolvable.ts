import { accountOf } from "../../stack/account";
import type { Certainty } from "../../stack/certainty";
import { containersOf, TASK_DEFINITION, workloads } from "../../stack/environments";
import { ecrRegistryOf, parseImage, type EcrRegistry, type Image } from "../../stack/images";
import { reachedFrom } from "../../stack/ordering";
import { regionOf } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const REPOSITORY = "aws:ecr/repository:Repository";
const PULL_THROUGH_CACHE = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";

/** Accounts in which AWS publishes images of its own: Fluent Bit, EKS, App Mesh, deep learning, Amazon Linux. */
const OF_AWS: ReadonlySet<string> = new Set([
  "137112412989",
  "602401143452",
  "763104351884",
  "840364872350",
  "906394416424",
]);

export default defineRule({
  id: "container-image-resolvable",
  category: "containers",
  description: "Images are in a repository of the stack's account and region",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["imageResolvable"],
  failures: ["F20"],
  why:
    "A task whose image cannot be pulled never starts, and the deployment waits for it until it times out. The cause is " +
    "mostly a URL that was written by hand: of another region or account, or of a repository that nobody made.",
  fix: {
    typescript:
      "containerDefinitions: pulumi.jsonStringify([\n" +
      '  { name: "api", image: pulumi.interpolate`${repository.repositoryUrl}:${version}` },\n]),',
    python:
      "container_definitions=pulumi.Output.json_dumps([\n" +
      '    {"name": "api", "image": pulumi.Output.concat(repository.repository_url, ":", version)},\n' +
      "]),",
    yaml:
      "containerDefinitions:\n  fn::toJSON:\n    - name: api\n" + "      image: ${repository.repositoryUrl}:${version}",
  },
  limits:
    "Registries other than ECR, and images that AWS publishes. The account counts where the provider names it " +
    "(allowedAccountIds, assumeRoles). Other repositories are fine once each one of the stack is in use, or where a " +
    "pull-through cache makes them. Whether the image has been pushed is not known.",
  stack(stack, context) {
    for (const task of stack.ofType(TASK_DEFINITION).filter(({ outside }) => !outside)) {
      const containers = containersOf(task);
      if (containers === UNKNOWN) {
        context.undecided(task, "containerDefinitions");
        continue;
      }
      for (const container of containers) {
        const text = container.str("image");
        const image = known(text) ? parseImage(text) : undefined;
        const registry = image && ecrRegistryOf(image);
        if (!image || !registry || OF_AWS.has(registry.account)) {
          continue;
        }
        const problem = elsewhere(task, registry, context) ?? missing(stack, image) ?? immutable(stack, image);
        if (problem !== undefined) {
          context.report({
            at: container,
            property: "image",
            message: problem,
            restsOnComputedText: task.isComputed("containerDefinitions"),
          });
        }
      }
    }
  },
});

function elsewhere(task: Resource, { account, region }: EcrRegistry, { project }: Context): string | undefined {
  const wanted = regionOf(task) ?? project.config.get("aws:region") ?? project.environmentRegion;
  if (known(wanted) && wanted !== region) {
    return (
      `the image is in a registry of ${region}, but the task runs in ${wanted}; push it to a repository in ${wanted} ` +
      "and use that one's repositoryUrl."
    );
  }
  const own = accountOf(task);
  return own !== undefined && own !== account
    ? `the image is in a registry of the account ${account}, but the stack is for ${own}; push it to a repository of ` +
        `${own} and use that one's repositoryUrl.`
    : undefined;
}

/** The repositories of a stack, by what they are called. */
class Names {
  private readonly given = new Set<string>();
  private readonly logical: string[] = [];
  private isUnclear = false;

  constructor(repositories: readonly Resource[]) {
    for (const repository of repositories) {
      const name = repository.str("name");
      if (known(name)) {
        this.given.add(name);
      } else if (name === UNKNOWN) {
        this.isUnclear = true;
      } else {
        this.logical.push(repository.name);
      }
    }
  }

  /** Whether one has this name. One that Pulumi names gets its logical name and some more. */
  have(name: string): Certainty {
    const isThere = this.given.has(name) || this.logical.some((logical) => name.startsWith(`${logical}-`));
    return isThere || (this.isUnclear && UNKNOWN);
  }
}

const findNames = (stack: Stack): Names => new Names(stack.ofType(REPOSITORY));

/** The first repository from which no task or function has its image, neither through what builds the image. */
function findIdle(stack: Stack): Resource | undefined {
  const used = reachedFrom(workloads(stack));
  const images = [...new Set(workloads(stack).flatMap(imagesOf))];
  return stack.ofType(REPOSITORY).find((repository) => {
    const names = new Names([repository]);
    return !repository.outside && !used.has(repository) && images.every((name) => names.have(name) === false);
  });
}

function missing(stack: Stack, image: Image): string | undefined {
  const first = stack.once(findIdle);
  return stack.once(findNames).have(image.repository) === false && first && !isCached(stack, image)
    ? `the stack has no repository of this name, and ${first.name} serves no container; build the image from its ` +
        "repositoryUrl, or make the repository that is named here."
    : undefined;
}

/** The repositories of a task's images. */
function imagesOf(workload: Resource): string[] {
  const containers = workload.type === TASK_DEFINITION ? containersOf(workload) : [];
  return (containers === UNKNOWN ? [] : containers)
    .map((container) => container.str("image"))
    .filter(known)
    .map((image) => parseImage(image).repository);
}

function isCached(stack: Stack, { repository }: Image): boolean {
  return stack.ofType(PULL_THROUGH_CACHE).some((rule) => {
    const prefix = rule.str("ecrRepositoryPrefix");
    return !known(prefix) || prefix === "ROOT" || repository.startsWith(`${prefix}/`);
  });
}

const namesOfImmutable = (stack: Stack): Set<unknown> =>
  new Set(
    stack
      .ofType(REPOSITORY)
      .filter((repository) => repository.str("imageTagMutability") === "IMMUTABLE")
      .flatMap((repository) => [repository.str("name"), repository.outputs.str("name")]),
  );

function immutable(stack: Stack, { repository: name, tag }: Image): string | undefined {
  return tag === "latest" && stack.once(namesOfImmutable).has(name)
    ? "the tag latest can be pushed once only to this repository, whose tags are immutable, so that a later build is never " +
        "deployed; use a tag of its own for each build, such as the commit."
    : undefined;
}
