import type { Result } from "../policies/run";

/** The engine refuses an answer of 4 MB and more; what a diagnostic carries beside its text is counted as a flat sum. */
const BYTES_A_CALL = 3_000_000;
const BYTES_A_DIAGNOSTIC = 500;
const FINDINGS_A_RULE = 200;

/** Keeps the answer to each call of the engine under the size that it accepts. */
export class Budget {
  private readonly spent = new WeakMap<object, number>();

  /** The findings of one rule that still fit into the answer to `call`, and the others; the worst are kept. */
  fit(results: readonly Result[], call: object): { fit: Result[]; leftOut: Result[] } {
    let spent = this.spent.get(call) ?? 0;
    let count = 0;
    for (const { message, urn = "", rule } of results) {
      const size = BYTES_A_DIAGNOSTIC + Buffer.byteLength(message + urn) + 2 * rule.description.length;
      if (count === FINDINGS_A_RULE || spent + size > BYTES_A_CALL) {
        break;
      }
      spent += size;
      count++;
    }
    this.spent.set(call, spent);
    return { fit: results.slice(0, count), leftOut: results.slice(count) };
  }
}
