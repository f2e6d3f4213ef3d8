import { accountOf } from "../../src/aws/identity/account";
import { ECR_PULL_THROUGH_CACHE_RULE, ECR_REPOSITORY, ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import type { Certainty } from "../../src/graph/certainty";
import { containersOf, workloads } from "../../src/aws/containers/environments";
import { ecrRegistryOf, parseImage, type EcrRegistry, type Image } from "../../src/aws/containers/images";
import { reachedFrom } from "../../src/graph/ordering";
import { regionOf } from "../../src/aws/region";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

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
  description: "Images must be in a repository of the stack's account and region",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["imageResolvable"],
  failures: ["F20"],
  why:
    "A task whose image cannot be pulled never starts, and the deployment waits for it until it times out. The usual " +
    "cause is a URL written by hand: of another region or account, or of a repository that does not exist.",
  fix: {
    typescript: `containerDefinitions: pulumi.jsonStringify([
  { name: "api", image: pulumi.interpolate\`\${repository.repositoryUrl}:\${version}\` },
]),`,
    python: `container_definitions=pulumi.Output.json_dumps([
    {"name": "api", "image": pulumi.Output.concat(repository.repository_url, ":", version)},
]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: api
      image: \${repository.repositoryUrl}:\${version}`,
  },
  limits:
    "Registries other than ECR, and images that AWS publishes. The account counts where the provider sets it " +
    "(allowedAccountIds, assumeRoles). Other repositories are fine once each one of the stack is in use, or where a " +
    "pull-through cache creates them. Whether the image has been pushed is not known.",
  references: [
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html",
  ],
  stack(stack, context) {
    for (const task of stack.managed(ECS_TASK_DEFINITION)) {
      const containers = containersOf(task);
      if (containers === UNKNOWN) {
        context.undecided(task, "containerDefinitions");
        continue;
      }
      for (const container of containers) {
        const reference = container.str("image");
        const image = known(reference) ? parseImage(reference) : undefined;
        const registry = image && ecrRegistryOf(image);
        if (!image || !registry || OF_AWS.has(registry.account)) {
          continue;
        }
        const problem = misplaced(task, registry, context) ?? missing(stack, image) ?? immutable(stack, image);
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

/** What is wrong with an image in the registry of another region or account. */
function misplaced(task: Resource, { account, region }: EcrRegistry, { project }: Context): string | undefined {
  const expected = regionOf(task) ?? project.config.get("aws:region") ?? project.environmentRegion;
  if (known(expected) && expected !== region) {
    return (
      `The image is in a registry of ${region}, but the task runs in ${expected}. ` +
      `Push it to a repository in ${expected}, and use its \`repositoryUrl\`.`
    );
  }
  const own = accountOf(task);
  return own !== undefined && own !== account
    ? `The image is in a registry of the account ${account}, but the stack is for ${own}. ` +
        `Push it to a repository of ${own}, and use its \`repositoryUrl\`.`
    : undefined;
}

/** The repositories of a stack, by their names. */
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

  /** Whether one has this name. One that Pulumi names gets its logical name and a suffix. */
  have(name: string): Certainty {
    const isThere = this.given.has(name) || this.logical.some((logical) => name.startsWith(`${logical}-`));
    return isThere || (this.isUnclear && UNKNOWN);
  }
}

const findNames = (stack: Stack): Names => new Names(stack.ofType(ECR_REPOSITORY));

/** The first repository that no task or function has its image from, directly or through the build of the image. */
function findUnused(stack: Stack): Resource | undefined {
  const used = reachedFrom(workloads(stack));
  const images = [...new Set(workloads(stack).flatMap(imagesOf))];
  return stack.ofType(ECR_REPOSITORY).find((repository) => {
    const names = new Names([repository]);
    return !repository.external && !used.has(repository) && images.every((name) => names.have(name) === false);
  });
}

function missing(stack: Stack, image: Image): string | undefined {
  const first = stack.once(findUnused);
  return stack.once(findNames).have(image.repository) === false && first && !isCached(stack, image)
    ? `The stack has no repository "${image.repository}", and no container uses its repository ${first.name}. ` +
        "Build the image from the `repositoryUrl` of that one, or add the missing repository."
    : undefined;
}

/** The repositories of a task's images. */
function imagesOf(workload: Resource): string[] {
  const containers = workload.type === ECS_TASK_DEFINITION ? containersOf(workload) : [];
  return (containers === UNKNOWN ? [] : containers)
    .map((container) => container.str("image"))
    .filter(known)
    .map((image) => parseImage(image).repository);
}

function isCached(stack: Stack, { repository }: Image): boolean {
  return stack.ofType(ECR_PULL_THROUGH_CACHE_RULE).some((rule) => {
    const prefix = rule.str("ecrRepositoryPrefix");
    return !known(prefix) || prefix === "ROOT" || repository.startsWith(`${prefix}/`);
  });
}

const namesOfImmutable = (stack: Stack): Set<unknown> =>
  new Set(
    stack
      .ofType(ECR_REPOSITORY)
      .filter((repository) => repository.str("imageTagMutability") === "IMMUTABLE")
      .flatMap((repository) => [repository.str("name"), repository.outputs.str("name")]),
  );

function immutable(stack: Stack, { repository: name, tag }: Image): string | undefined {
  return tag === "latest" && stack.once(namesOfImmutable).has(name)
    ? 'The tags of this repository are immutable, so "latest" can be pushed only once and a later build is never ' +
        "deployed. Use a tag of its own for each build, such as the commit."
    : undefined;
}
