import type { Stack } from "../graph/stack";
import type { Outcome, Result } from "../rules/run";
import { withinTime } from "./time-limit";

/** The engine refuses a response of 4 MB and more; each diagnostic needs some bytes beside its message. */
const BYTES_A_RESPONSE = 3_000_000;
const BYTES_A_DIAGNOSTIC = 500;
const FINDINGS_A_RULE = 200;

/** A rule needs milliseconds, and on a machine with other work to do a second. A user waits for the deployment. */
const SECONDS_A_RULE = 30;
/** On fewer resources no rule is slow, and the clock costs as much as a rule. */
const FEWEST_TIMED = 500;

/** Keeps one response to the engine under the size that it accepts, and each rule under the time that it may take. */
export class Budget {
  private spent = 0;
  /** True while one clock is for many rules. */
  private isShared = false;

  constructor(readonly seconds = SECONDS_A_RULE) {}

  /**
   * Runs the rules one after another under one clock, since each clock takes as long as a rule. The rule that runs when the
   * time is over is run again under a clock of its own.
   */
  inTurn(stack: Stack, rules: readonly (() => void)[]): void {
    let next = 0;
    const runAll = (): void => {
      for (; next < rules.length; next++) {
        rules[next]?.();
      }
    };
    if (stack.resources.length < FEWEST_TIMED) {
      runAll();
      return;
    }
    while (next < rules.length) {
      this.isShared = true;
      const isDone = withinTime(runAll, this.seconds * 1_000) !== undefined;
      this.isShared = false;
      if (!isDone) {
        stack.forget();
        rules[next++]?.();
      }
    }
  }

  /** What the check of one rule finds in a stack; absent where it took too long and was stopped. */
  timed(stack: Stack, check: () => Outcome): Outcome | undefined {
    if (stack.resources.length < FEWEST_TIMED || this.isShared) {
      return check();
    }
    const done = withinTime(check, this.seconds * 1_000);
    if (!done) {
      stack.forget();
    }
    return done?.value;
  }

  /** The findings of one rule that still fit into the response, and the others; the worst are kept. */
  fit(results: readonly Result[]): { fit: Result[]; leftOut: Result[] } {
    let count = 0;
    for (const { message, urn = "", rule } of results) {
      const size = BYTES_A_DIAGNOSTIC + Buffer.byteLength(message + urn) + 2 * rule.description.length;
      if (count === FINDINGS_A_RULE || this.spent + size > BYTES_A_RESPONSE) {
        break;
      }
      this.spent += size;
      count++;
    }
    return { fit: results.slice(0, count), leftOut: results.slice(count) };
  }
}
