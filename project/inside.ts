import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The place of a file or folder on the disk, links followed; absent where nothing is there or it lies out of `root`, a
 * folder by its real path.
 */
export function placeInside(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(resolve(root, path));
    const below = relative(root, real);
    return below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below) ? undefined : real;
  } catch {
    return undefined;
  }
}
