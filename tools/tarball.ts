import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Packs the package as npm publishes it, and returns the path of the tarball in the folder. */
export function tarballIn(folder: string): string {
  const args = ["pack", "--loglevel=error", "--pack-destination", folder];
  return join(folder, execFileSync("npm", args, { cwd: join(__dirname, ".."), encoding: "utf8" }).trim());
}
