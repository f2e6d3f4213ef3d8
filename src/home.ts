import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What is read of a package.json. */
export interface PackageJson {
  name?: string;
  version?: string;
  description?: string;
  repository?: string | { url?: string };
}

/** The folder of this package: above this file, which is one folder deeper once it is compiled. */
export function ownFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) {
    folder = dirname(folder);
  }
  return folder;
}

let own: PackageJson | undefined;

/** This package's package.json, which is read once. */
export const ownPackage = (): PackageJson =>
  (own ??= JSON.parse(readFileSync(join(ownFolder(), "package.json"), "utf8")) as PackageJson);

/**
 * The address of a package's repository for browsers, from `git+https://HOST/OWNER/NAME.git` or `github:OWNER/NAME`.
 * @returns undefined where the package names none
 */
export function homeOf({ repository }: PackageJson): string | undefined {
  const url = typeof repository === "string" ? repository : repository?.url;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url ?? "")?.[1];
  const long = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?$/.exec(url ?? "")?.[1];
  return short === undefined ? long : `https://github.com/${short}`;
}

/** True for the home of a repository whose files have addresses below /blob and /raw. */
export const isOnGitHub = (home: string | undefined): home is string =>
  home?.startsWith("https://github.com/") === true;

/** The address of a file of this project for browsers; undefined where the project has no home on GitHub. */
export function addressOf(path: string, manifest: PackageJson = ownPackage()): string | undefined {
  const home = homeOf(manifest);
  return isOnGitHub(home) ? `${home}/blob/main/${path}` : undefined;
}
