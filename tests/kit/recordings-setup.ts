import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes the folder in which the test files of one run share what programs registered. One that PREFLIGHT_RECORDINGS
 * names is kept for the next run, for as long as neither the programs nor the engine change.
 */
export default function setup(): void {
  const kept = process.env["PREFLIGHT_RECORDINGS"];
  if (kept === undefined) {
    const made = mkdtempSync(join(tmpdir(), "preflight-recordings-"));
    process.env["PREFLIGHT_RECORDINGS"] = made;
    process.env["PREFLIGHT_RECORDINGS_MADE"] = made;
  } else {
    mkdirSync(kept, { recursive: true });
  }
}
