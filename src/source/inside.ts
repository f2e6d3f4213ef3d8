import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The real path of a file or folder, links followed; absent where it does not exist or is outside of `root`, which is a
 * folder by its real path.
 */
export function pathInside(root: string, path: string): string | undefined {
  try {
    const real = realpathSync(resolve(root, path));
    const below = relative(root, real);
    return below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below) ? undefined : real;
  } catch {
    return undefined;
  }
}
