import { CODEPIPELINE_PIPELINE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const STRUCTURE = "https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html";
const stage = (name: string, ...actions: { name: string }[]): Record<string, unknown> => ({ name, actions });
const action = { name: "x" };

export default {
  date: "2026-11-30",
  constraints: {
    "aws.codepipeline.pipeline.stage-count": {
      type: CODEPIPELINE_PIPELINE,
      require: { stages: { minItems: 2 } },
      must: "A pipeline must have at least two stages.",
      source: STRUCTURE,
      accepts: [{ stages: [stage("Source", action), stage("Build", action)] }],
      rejects: [{ stages: [stage("Source", action)] }],
    },
    "aws.codepipeline.pipeline.stage-names": {
      type: CODEPIPELINE_PIPELINE,
      require: { stages: { uniqueBy: "name" } },
      must: "Each stage must have a name of its own.",
      source: STRUCTURE,
      accepts: [{ stages: [stage("Source", action), stage("Build", action)] }],
      rejects: [{ stages: [stage("Source", action), stage("Source", action)] }],
    },
    "aws.codepipeline.pipeline.action-names": {
      type: CODEPIPELINE_PIPELINE,
      each: "stages",
      require: { actions: { uniqueBy: "name" } },
      must: "Each action of a stage must have a name of its own.",
      source: STRUCTURE,
      accepts: [{ stages: [stage("Source", action), stage("Build", action, { name: "y" })] }],
      rejects: [{ stages: [stage("Source", action), stage("Build", action, action)] }],
    },
    "aws.codepipeline.pipeline.stage-actions": {
      type: CODEPIPELINE_PIPELINE,
      each: "stages",
      require: { actions: { present: true } },
      must: "Each stage must have at least one action.",
      source: STRUCTURE,
      accepts: [{ stages: [stage("Source", action), stage("Build", action)] }],
      rejects: [{ stages: [stage("Source", action), stage("Build")] }],
    },
  },
} satisfies ServiceConstraints;
