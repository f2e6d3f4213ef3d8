import { createContext, Script } from "node:vm";

interface Clock {
  context: { check?: () => unknown };
  script: Script;
}

let clock: Clock | undefined;

/** What a check returns; absent where it was stopped after so many milliseconds. What it throws, this throws. */
export function withinTime<T>(check: () => T, milliseconds: number): { value: T } | undefined {
  clock ??= { context: createContext({}), script: new Script("check()") };
  const { context, script } = clock;
  context.check = check;
  try {
    return { value: script.runInContext(context, { timeout: milliseconds }) as T };
  } catch (error) {
    if ((error as { code?: unknown } | null | undefined)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      return undefined;
    }
    throw error;
  } finally {
    delete context.check;
  }
}
