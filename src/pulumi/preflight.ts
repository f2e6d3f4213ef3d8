import { join } from "node:path";
import { loadCompiled } from "../modules";
import type { PackOptions } from "./choice";

let take: ((options: PackOptions) => void) | undefined;

/**
 * Starts the policy pack that Pulumi has loaded this program as. The folder's package.json gives its version,
 * description and repository, its README.md what Pulumi Cloud shows of it.
 * @throws an error with one line for each thing that is wrong with the options
 */
export function preflight(options: PackOptions): void {
  if (take) {
    take(options);
    return;
  }
  // Rules are tested without Pulumi's SDK.
  (loadCompiled(join(__dirname, "start")) as typeof import("./start")).start(options);
}

/** The options with which a pack's program would start the pack, without starting it; absent where it starts none. */
export function optionsGivenIn(program: () => void): PackOptions | undefined {
  let given: PackOptions | undefined;
  take = (options) => {
    given = options;
  };
  try {
    program();
  } finally {
    take = undefined;
  }
  return given;
}
