import type { Result } from "../rules/run";

/** The engine refuses a response of 4 MB and more; each diagnostic needs some bytes beside its message. */
const BYTES_A_RESPONSE = 3_000_000;
const BYTES_A_DIAGNOSTIC = 500;
const FINDINGS_A_RULE = 200;

/** Keeps one response to the engine under the size that it accepts. */
export class Budget {
  private spent = 0;

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
