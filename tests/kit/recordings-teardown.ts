import { rmSync } from "node:fs";

/** Takes the folder of the recordings away, unless the user has named it. */
export default function teardown(): void {
  const made = process.env["PREFLIGHT_RECORDINGS_MADE"];
  if (made !== undefined) {
    rmSync(made, { recursive: true, force: true });
  }
}
