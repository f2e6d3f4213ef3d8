import { environmentRegion } from "../aws/region";
import type { RecordedStack } from "../graph/recorded";
import { ProgramError } from "../errors";
import { MADE_UP_OUTPUTS, madeUpAnswers, madeUpValues } from "../engine/made-up";
import { readConfiguration } from "../engine/program";
import { DEFAULT_REGION, runProgram, type RunOptions } from "../engine/run";
import type { Gap } from "../rules/gap";
import { projectFiles } from "../source/files";

/** Set in the second run of a program, so that it can leave out what must not happen twice. */
const SECOND_RUN = "PREFLIGHT_SECOND_RUN";

/** How a program is run. */
export interface TwoRunsOptions extends Pick<
  RunOptions,
  "stack" | "config" | "typeCheck" | "onProgress" | "recordedAnswers"
> {
  /** True runs it with unknown values only. */
  once?: boolean;
  /** Called with each part that was not checked. */
  onGap: (gap: Gap) => void;
  /** Another seed makes other ids and names. */
  seed?: string;
}

/** What a program registers. */
export interface TwoRuns {
  /** With unknown values for what AWS computes. */
  recorded: RecordedStack;
  /** With likely values in their place; absent where it was left out, or failed. */
  madeUp?: RecordedStack;
}

/** Programs that read whether this is a preview do other things in an update. */
const READS_DRY_RUN = /\bis_?[dD]ry_?[rR]un\b/;

/** Runs a program twice at the same time: with unknown values for what AWS computes, and with likely ones. */
export async function runTwice(folder: string, options: TwoRunsOptions): Promise<TwoRuns> {
  const { once = false, onGap, onProgress, seed, stack, config, typeCheck, recordedAnswers } = options;
  const shared = { stack, config, typeCheck, recordedAnswers };
  const first = runProgram(folder, { ...shared, onProgress, onUnserved: onGap });
  if (once) {
    return { recorded: await first };
  }
  const second = withLikelyValues(folder, shared, seed).catch((error: unknown): Gap => {
    const reason = error instanceof ProgramError ? error.message.split("\n", 1).join("") : String(error);
    return {
      kind: "second-run",
      message: `with likely values in place of those that AWS will make, the program failed, as it may in the deployment: ${reason}`,
    };
  });
  // What fails in both runs is the error of the first.
  const recorded = await first;
  const madeUp = await second;
  if ("kind" in madeUp) {
    onGap(madeUp);
    return { recorded };
  }
  return { recorded, madeUp };
}

/** What a program registers where likely values stand in for those that AWS computes. */
export async function withLikelyValues(
  folder: string,
  options: Pick<RunOptions, "stack" | "config" | "typeCheck" | "python" | "recordedAnswers">,
  seed = "",
): Promise<RecordedStack> {
  const { stack, config } = options;
  const configured = readConfiguration(folder, { stack, config }).config;
  const region = configured["aws:region"] ?? environmentRegion(process.env) ?? DEFAULT_REGION;
  const { sources } = projectFiles(folder);
  const recorded = await runProgram(folder, {
    ...options,
    dryRun: !sources.some(({ text }) => READS_DRY_RUN.test(text)),
    computed: madeUpValues({ region, seed }),
    answers: madeUpAnswers({ seed }),
    outputsByType: MADE_UP_OUTPUTS,
    env: { [SECOND_RUN]: "true" },
  });
  const resources = recorded.resources.map((resource) =>
    // Only what is imported is there before the deployment.
    resource.custom && resource.imported !== true ? { ...resource, exists: false } : resource,
  );
  return { ...recorded, resources };
}
