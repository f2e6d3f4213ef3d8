import { CODEBUILD_PROJECT } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const WEBHOOK = "aws:codebuild/webhook:Webhook";
const ARTIFACTS = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html";
const SOURCE = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html";
const CREATE = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html";
const ENVIRONMENT = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html";

const LAMBDA_BUILD = "https://docs.aws.amazon.com/codebuild/latest/userguide/lambda.html";
const built = (environment: object, more: object = {}): Record<string, unknown> => ({
  name: "x",
  serviceRole: "x",
  artifacts: { type: "NO_ARTIFACTS" },
  source: { type: "NO_SOURCE", buildspec: "version: 0.2" },
  environment: {
    computeType: "BUILD_GENERAL1_SMALL",
    image: "aws/codebuild/standard:7.0",
    type: "LINUX_CONTAINER",
    ...environment,
  },
  ...more,
});
const onLambda = {
  type: "ARM_LAMBDA_CONTAINER",
  computeType: "BUILD_LAMBDA_2GB",
  image: "aws/codebuild/amazonlinux-aarch64-lambda-standard:nodejs22",
};

export default {
  date: "2026-11-30",
  constraints: {
    "aws.codebuild.project.pipeline-artifacts": {
      type: CODEBUILD_PROJECT,
      when: { "source.type": "CODEPIPELINE" },
      require: { "artifacts.type": "CODEPIPELINE" },
      must: "A source of the type CODEPIPELINE requires artifacts of that type.",
      source: CREATE,
      accepts: [
        { source: { type: "CODEPIPELINE" }, artifacts: { type: "CODEPIPELINE" } },
        { source: { type: "GITHUB", location: "x" }, artifacts: { type: "NO_ARTIFACTS" } },
      ],
      rejects: [{ source: { type: "CODEPIPELINE" }, artifacts: { type: "NO_ARTIFACTS" } }],
    },
    "aws.codebuild.project.pipeline-source": {
      type: CODEBUILD_PROJECT,
      when: { "artifacts.type": "CODEPIPELINE" },
      require: { "source.type": "CODEPIPELINE" },
      must: "Artifacts of the type CODEPIPELINE require a source of that type.",
      source: CREATE,
      accepts: [{ source: { type: "CODEPIPELINE" }, artifacts: { type: "CODEPIPELINE" } }],
      rejects: [{ source: { type: "GITHUB", location: "x" }, artifacts: { type: "CODEPIPELINE" } }],
    },
    "aws.codebuild.project.artifact-bucket": {
      type: CODEBUILD_PROJECT,
      when: { "artifacts.type": "S3" },
      require: { "artifacts.location": { present: true } },
      must: "Artifacts in S3 require `artifacts.location`.",
      source: ARTIFACTS,
      accepts: [{ artifacts: { type: "S3", location: "x" } }, { artifacts: { type: "NO_ARTIFACTS" } }],
      rejects: [{ artifacts: { type: "S3" } }],
    },
    "aws.codebuild.project.source-location": {
      type: CODEBUILD_PROJECT,
      when: { "source.type": ["GITHUB", "GITHUB_ENTERPRISE", "BITBUCKET", "S3", "CODECOMMIT", "GITLAB"] },
      require: { "source.location": { present: true } },
      must: "A source of this type requires `source.location`.",
      source: SOURCE,
      accepts: [
        { source: { type: "GITHUB", location: "x" } },
        { source: { type: "NO_SOURCE", buildspec: "version: 0.2" } },
      ],
      rejects: [{ source: { type: "GITHUB" } }, { source: { type: "S3" } }],
    },
    "aws.codebuild.project.no-source-buildspec": {
      type: CODEBUILD_PROJECT,
      when: { "source.type": "NO_SOURCE" },
      require: { "source.buildspec": { present: true } },
      must: "A project without a source requires `source.buildspec`.",
      source: SOURCE,
      accepts: [{ source: { type: "NO_SOURCE", buildspec: "version: 0.2" } }],
      rejects: [{ source: { type: "NO_SOURCE" } }],
    },
    "aws.codebuild.project.gpu-size": {
      type: CODEBUILD_PROJECT,
      when: { "environment.type": "LINUX_GPU_CONTAINER" },
      require: {
        "environment.computeType": [
          "BUILD_GENERAL1_SMALL",
          "BUILD_GENERAL1_LARGE",
          "ATTRIBUTE_BASED_COMPUTE",
          "CUSTOM_INSTANCE_TYPE",
        ],
      },
      must: 'An environment with a GPU requires `environment.computeType: "BUILD_GENERAL1_LARGE"` or its small one.',
      source: ENVIRONMENT,
      accepts: [
        { environment: { type: "LINUX_GPU_CONTAINER", computeType: "BUILD_GENERAL1_LARGE" } },
        { environment: { type: "LINUX_CONTAINER", computeType: "BUILD_GENERAL1_MEDIUM" } },
      ],
      rejects: [{ environment: { type: "LINUX_GPU_CONTAINER", computeType: "BUILD_GENERAL1_MEDIUM" } }],
    },
    "aws.codebuild.project.cache-location": {
      type: CODEBUILD_PROJECT,
      when: { "cache.type": "S3" },
      require: { "cache.location": { present: true } },
      must: "A cache in S3 requires `cache.location`.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectCache.html",
      accepts: [
        { cache: { type: "S3", location: "x/cache" } },
        { cache: { type: "LOCAL", modes: ["LOCAL_SOURCE_CACHE"] } },
      ],
      rejects: [{ cache: { type: "S3" } }],
    },
    "aws.codebuild.project.timeout": {
      type: CODEBUILD_PROJECT,
      require: { buildTimeout: { min: 5, max: 2160 } },
      must: "`buildTimeout` must be from 5 to 2160 minutes.",
      source: CREATE,
      accepts: [{ buildTimeout: 60 }],
      rejects: [{ buildTimeout: 2 }, { buildTimeout: 3000 }],
    },
    "aws.codebuild.project.lambda-size": {
      type: CODEBUILD_PROJECT,
      when: { "environment.type": ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"] },
      require: { "environment.computeType": { startsWith: "BUILD_LAMBDA_" } },
      must: "A build on Lambda has a size that begins with BUILD_LAMBDA_.",
      source: LAMBDA_BUILD,
      accepts: [built(onLambda)],
      rejects: [built({ ...onLambda, computeType: "BUILD_GENERAL1_SMALL" })],
    },
    "aws.codebuild.project.container-size": {
      type: CODEBUILD_PROJECT,
      when: { "environment.computeType": { startsWith: "BUILD_LAMBDA_" } },
      require: { "environment.type": ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"] },
      must: 'Sizes that begin with BUILD_LAMBDA_ are for builds on Lambda: set `environment.type: "LINUX_LAMBDA_CONTAINER"`.',
      source: LAMBDA_BUILD,
      accepts: [built(onLambda)],
      rejects: [built({ computeType: "BUILD_LAMBDA_2GB" })],
    },
    "aws.codebuild.project.lambda-limits": {
      type: CODEBUILD_PROJECT,
      when: { "environment.type": ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"] },
      require: {
        "environment.privilegedMode": false,
        vpcConfig: { present: false },
        fileSystemLocations: { present: false },
        "cache.type": "NO_CACHE",
      },
      must: "A build on Lambda has no privileges, network, file systems or cache of its own.",
      source: LAMBDA_BUILD,
      accepts: [built(onLambda)],
      rejects: [
        built({ ...onLambda, privilegedMode: true }),
        built(onLambda, { vpcConfig: { vpcId: "vpc-1", subnets: ["a"], securityGroupIds: ["b"] } }),
      ],
    },
    "aws.codebuild.project.registry-credential": {
      type: CODEBUILD_PROJECT,
      when: { "environment.registryCredential": { present: true } },
      require: { "environment.imagePullCredentialsType": "SERVICE_ROLE" },
      defaults: { "environment.imagePullCredentialsType": "CODEBUILD" },
      must: 'A credential for the registry requires `imagePullCredentialsType: "SERVICE_ROLE"`.',
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html",
      accepts: [
        built({
          image: "registry.example.com/x:1",
          imagePullCredentialsType: "SERVICE_ROLE",
          registryCredential: { credential: "x", credentialProvider: "SECRETS_MANAGER" },
        }),
      ],
      rejects: [
        built({
          image: "registry.example.com/x:1",
          registryCredential: { credential: "x", credentialProvider: "SECRETS_MANAGER" },
        }),
      ],
    },
    "aws.codebuild.project.own-image": {
      type: CODEBUILD_PROJECT,
      when: { "environment.image": { startsWith: "aws/codebuild/" } },
      require: { "environment.imagePullCredentialsType": "CODEBUILD" },
      must: "An image of CodeBuild is pulled by CodeBuild: leave out `imagePullCredentialsType`.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html",
      accepts: [built({})],
      rejects: [built({ imagePullCredentialsType: "SERVICE_ROLE" })],
    },
    "aws.codebuild.project.local-cache": {
      type: CODEBUILD_PROJECT,
      when: { "cache.type": "LOCAL" },
      require: { "cache.modes": { present: true } },
      must: "A local cache requires `cache.modes`.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectCache.html",
      accepts: [built({}, { cache: { type: "LOCAL", modes: ["LOCAL_SOURCE_CACHE"] } })],
      rejects: [built({}, { cache: { type: "LOCAL" } })],
    },
    "aws.codebuild.project.docker-cache": {
      type: CODEBUILD_PROJECT,
      when: { "cache.modes": { contains: "LOCAL_DOCKER_LAYER_CACHE" } },
      require: { "environment.privilegedMode": true },
      defaults: { "environment.privilegedMode": false },
      must: "A cache of Docker's layers requires `environment.privilegedMode: true`.",
      source: "https://docs.aws.amazon.com/codebuild/latest/userguide/caching-local.html",
      accepts: [built({ privilegedMode: true }, { cache: { type: "LOCAL", modes: ["LOCAL_DOCKER_LAYER_CACHE"] } })],
      rejects: [built({}, { cache: { type: "LOCAL", modes: ["LOCAL_DOCKER_LAYER_CACHE"] } })],
      level: "advisory",
    },
    "aws.codebuild.project.arm-image": {
      type: CODEBUILD_PROJECT,
      when: { "environment.type": "LINUX_CONTAINER" },
      require: { "environment.image": { not: { matches: /^aws\/codebuild\/.*(?:aarch64|windows|-lambda-)/ } } },
      must: "The image is for another type of environment: choose one for x86_64 and Linux, or another `environment.type`.",
      source: "https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html",
      accepts: [built({})],
      rejects: [built({ image: "aws/codebuild/amazonlinux2-aarch64-standard:3.0" })],
    },
    "aws.codebuild.project.queue-time": {
      type: CODEBUILD_PROJECT,
      require: { queuedTimeout: { min: 5, max: 480 } },
      must: "A build waits 5 to 480 minutes.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html",
      accepts: [built({}, { queuedTimeout: 60 })],
      rejects: [built({}, { queuedTimeout: 2 })],
    },
    "aws.codebuild.project.secondary-sources": {
      type: CODEBUILD_PROJECT,
      require: { secondarySources: { maxItems: 12, uniqueBy: "sourceIdentifier" } },
      must: "A project has at most 12 more sources, each with an identifier of its own.",
      source: "https://docs.aws.amazon.com/codebuild/latest/userguide/sample-multi-in-out.html",
      accepts: [built({}, { secondarySources: [{ type: "S3", location: "x/y", sourceIdentifier: "a" }] })],
      rejects: [
        built(
          {},
          {
            secondarySources: [
              { type: "S3", location: "x/y", sourceIdentifier: "a" },
              { type: "S3", location: "x/z", sourceIdentifier: "a" },
            ],
          },
        ),
      ],
    },
    "aws.codebuild.project.log-location": {
      type: CODEBUILD_PROJECT,
      when: { "logsConfig.s3Logs.status": "ENABLED" },
      require: { "logsConfig.s3Logs.location": { present: true, not: { startsWith: "s3://" } } },
      must: "Logs in a bucket require `logsConfig.s3Logs.location`, as its name and a path without s3://.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html",
      accepts: [built({}, { logsConfig: { s3Logs: { status: "ENABLED", location: "logs/builds" } } })],
      rejects: [built({}, { logsConfig: { s3Logs: { status: "ENABLED" } } })],
    },
    "aws.codebuild.webhook.first-filter": {
      type: WEBHOOK,
      each: "filterGroups",
      require: { filters: { some: { type: "EVENT" } } },
      must: "A group of filters requires one of the type EVENT.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_WebhookFilter.html",
      accepts: [
        {
          projectName: "x",
          filterGroups: [
            {
              filters: [
                { type: "EVENT", pattern: "PUSH" },
                { type: "HEAD_REF", pattern: "main" },
              ],
            },
          ],
        },
      ],
      rejects: [{ projectName: "x", filterGroups: [{ filters: [{ type: "HEAD_REF", pattern: "main" }] }] }],
    },
    "aws.codebuild.webhook.one-filter": {
      type: WEBHOOK,
      require: { atMostOne: ["branchFilter", "filterGroups"] },
      must: "A webhook has a branch or groups of filters: leave out `branchFilter`.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateWebhook.html",
      accepts: [{ projectName: "x", branchFilter: "main" }],
      rejects: [
        { projectName: "x", branchFilter: "main", filterGroups: [{ filters: [{ type: "EVENT", pattern: "PUSH" }] }] },
      ],
    },
    "aws.codebuild.project.visibility": {
      type: CODEBUILD_PROJECT,
      require: { projectVisibility: ["PUBLIC_READ", "PRIVATE"] },
      must: '`projectVisibility` must be "PUBLIC_READ" or "PRIVATE".',
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_UpdateProjectVisibility.html",
      accepts: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          resourceAccessRole: "arn:aws:iam::111122223333:role/read",
          projectVisibility: "PUBLIC_READ",
        },
      ],
      rejects: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          resourceAccessRole: "arn:aws:iam::111122223333:role/read",
          projectVisibility: "PUBLIC",
        },
      ],
    },
    "aws.codebuild.project.variables-differ": {
      type: CODEBUILD_PROJECT,
      require: { "environment.environmentVariables": { uniqueBy: "name" } },
      must: "Each variable has a name of its own.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html",
      accepts: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
            environmentVariables: [{ name: "STAGE", value: "dev" }],
          },
        },
      ],
      rejects: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
            environmentVariables: [
              { name: "STAGE", value: "dev" },
              { name: "STAGE", value: "prod" },
            ],
          },
        },
      ],
    },
    "aws.codebuild.project.concurrency": {
      type: CODEBUILD_PROJECT,
      require: { concurrentBuildLimit: { min: 1 } },
      must: "`concurrentBuildLimit` must be at least 1.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html",
      accepts: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          concurrentBuildLimit: 1,
        },
      ],
      rejects: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          concurrentBuildLimit: 0,
        },
      ],
    },
    "aws.codebuild.project.batch-timeout": {
      type: CODEBUILD_PROJECT,
      require: { "buildBatchConfig.timeoutInMins": { min: 5, max: 2160 } },
      must: "`timeoutInMins` must be from 5 to 2,160.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectBuildBatchConfig.html",
      accepts: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          buildBatchConfig: { serviceRole: "arn:aws:iam::111122223333:role/build", timeoutInMins: 2160 },
        },
      ],
      rejects: [
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          buildBatchConfig: { serviceRole: "arn:aws:iam::111122223333:role/build", timeoutInMins: 2161 },
        },
        {
          serviceRole: "arn:aws:iam::111122223333:role/build",
          artifacts: { type: "NO_ARTIFACTS" },
          source: { type: "GITHUB", location: "https://github.com/acme/orders.git" },
          environment: {
            computeType: "BUILD_GENERAL1_SMALL",
            image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
            type: "LINUX_CONTAINER",
          },
          buildBatchConfig: { serviceRole: "arn:aws:iam::111122223333:role/build", timeoutInMins: 4 },
        },
      ],
    },
    "aws.codebuild.webhook.source": {
      type: WEBHOOK,
      refers: { projectName: CODEBUILD_PROJECT },
      require: { "projectName->source.type": { not: ["CODEPIPELINE", "CODECOMMIT", "S3", "NO_SOURCE"] } },
      must: "Only projects with a source in GitHub, GitLab or Bitbucket have webhooks.",
      source: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateWebhook.html",
      accepts: [{ projectName: { source: { type: "GITHUB" } } }],
      rejects: [{ projectName: { source: { type: "CODEPIPELINE" } } }],
    },
  },
} satisfies ServiceConstraints;
