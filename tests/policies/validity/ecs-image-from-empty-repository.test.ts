import rule from "../../../policies/validity/ecs-image-from-empty-repository";
import { ruleTest } from "../../../src/testing/rule-test";
import {
  json,
  resource,
  text,
  unknown,
  type BuildOptions,
  type BuiltResource,
  type Input,
} from "../../../src/testing/stack";

const repository = resource("aws:ecr/repository:Repository", "api");
const image = text`${repository.repositoryUrl}:1.4.2`;
const task = (...images: Input[]): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "api", {
    family: "api",
    containerDefinitions: json(images.map((one, index) => ({ name: `c${String(index)}`, image: one }))),
  });
const service = (more: Record<string, Input>, of = task(image), options: BuildOptions = {}): BuiltResource =>
  resource("aws:ecs/service:Service", "api", { taskDefinition: of.arn, ...more }, options);
const build = (type: string, options: BuildOptions = {}): BuiltResource =>
  resource(type, "build", { tags: [image] }, options);

ruleTest(rule, {
  valid: [
    {
      name: "an image that Docker builds",
      stack: [repository, build("docker-build:index:Image"), task(image), service({ desiredCount: 2 })],
    },
    {
      name: "a command that pushes one",
      stack: [repository, build("command:local:Command"), task(image), service({ desiredCount: 2 })],
    },
    {
      name: "a pipeline that builds it",
      stack: [
        repository,
        resource("aws:codebuild/project:Project", "build", { environment: { image: repository.repositoryUrl } }),
        task(image),
        service({ desiredCount: 2 }),
      ],
    },
    {
      name: "a repository that exists, to which images may have been pushed",
      stack: [repository, task(image), service({ desiredCount: 2 })],
      shape: "up",
    },
    { name: "no tasks at first", stack: [repository, task(image), service({ desiredCount: 0 }), service({})] },
    {
      name: "a count that is not known",
      stack: [repository, task(image), service({ desiredCount: unknown })],
      shape: "preview",
    },
    {
      name: "an image of another registry",
      stack: [repository, task("nginx:1.27"), service({ desiredCount: 2 }, task("nginx:1.27"))],
    },
    {
      name: "a repository that the stack only reads",
      stack: [
        resource("aws:ecr/repository:Repository", "api", {}, { external: true }),
        task(image),
        service({ desiredCount: 2 }),
      ],
    },
    {
      name: "a task definition of another stack",
      stack: [resource("aws:ecs/service:Service", "api", { taskDefinition: "api:3", desiredCount: 2 })],
    },
    {
      name: "a service that the stack only reads",
      stack: [repository, task(image), service({ desiredCount: 2 }, task(image), { external: true })],
    },
    {
      name: "a repository that the task names for another reason",
      stack: [
        repository,
        resource("aws:ecs/taskDefinition:TaskDefinition", "api", {
          containerDefinitions: json([
            {
              name: "api",
              image: "nginx:1.27",
              environment: [{ name: "REPOSITORY", value: repository.repositoryUrl }],
            },
          ]),
        }),
        service(
          { desiredCount: 1 },
          resource("aws:ecs/taskDefinition:TaskDefinition", "api", {
            containerDefinitions: json([
              {
                name: "api",
                image: "nginx:1.27",
                environment: [{ name: "REPOSITORY", value: repository.repositoryUrl }],
              },
            ]),
          }),
        ),
      ],
      shape: "up",
    },
  ],
  invalid: [
    {
      name: "nothing that pushes",
      shape: "preview",
      stack: [repository, task("datadog/agent:7", image), service({ desiredCount: 2 }, task("datadog/agent:7", image))],
      findings: [
        {
          resource: "api",
          path: "desiredCount",
          message: /comes from the new repository api, .*CannotPullContainerError/,
        },
      ],
    },
    {
      name: "a build for another repository, and a daemon",
      shape: "preview",
      stack: [
        repository,
        resource("aws:ecr/repository:Repository", "other"),
        resource("docker-build:index:Image", "build", {
          tags: [resource("aws:ecr/repository:Repository", "other").repositoryUrl],
        }),
        task(repository.repositoryUrl),
        service({ schedulingStrategy: "DAEMON" }, task(repository.repositoryUrl)),
      ],
      findings: [{ resource: "api", path: "desiredCount" }],
    },
    {
      name: "rules for the repository alone",
      shape: "preview",
      stack: [
        repository,
        resource("aws:ecr/lifecyclePolicy:LifecyclePolicy", "expire", { repository: repository.name, policy: "{}" }),
        task(image),
        service({ desiredCount: 1 }),
      ],
      findings: [{ resource: "api", path: "desiredCount" }],
    },
  ],
});
