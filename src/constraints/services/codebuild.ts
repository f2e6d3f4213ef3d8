import { CODEBUILD_PROJECT } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const ARTIFACTS = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html";
const SOURCE = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html";
const CREATE = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html";
const ENVIRONMENT = "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html";

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
  },
} satisfies ServiceConstraints;
