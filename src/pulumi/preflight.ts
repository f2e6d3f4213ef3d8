import type { PackOptions } from "./choice";

/**
 * Starts the policy pack that Pulumi has loaded this program as. The folder's package.json gives its version,
 * description and repository, its README.md what Pulumi Cloud shows of it.
 * @throws an error with one line for each thing that is wrong with the options
 */
export function preflight(options: PackOptions): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- rules are tested without Pulumi's SDK
  (require("./start") as typeof import("./start")).start(options);
}
