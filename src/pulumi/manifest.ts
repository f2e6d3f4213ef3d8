import { readFileSync } from "node:fs";
import { join } from "node:path";
import { homeOf, isOnGitHub, type PackageJson } from "../home";

/** How a policy pack describes itself, beside its policies. */
export interface Manifest {
  version: string;
  description?: string;
  /** The address of the repository, for people. */
  repository?: string;
  /** The text of README.md, with links that lead somewhere from outside the repository too. */
  readme?: string;
}

/** Links relative to a file at the root of a repository on GitHub, made absolute; an image has to be the file itself. */
function withAbsoluteLinks(markdown: string, repository: string): string {
  return markdown.replaceAll(
    /(!?)(\[[^\][]*\])\((?![a-z]+:|#)([^)\s]+)\)/g,
    (_link, image: string, text: string, path: string) =>
      `${image}${text}(${repository}/${image === "" ? "blob" : "raw"}/main/${path})`,
  );
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Reads the package.json and the README.md of a pack's folder, where it has them. */
export function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(textOf(join(folder, "package.json")) ?? "{}") as PackageJson;
  const { version = "", description } = manifest;
  const address = homeOf(manifest);
  const readme = textOf(join(folder, "README.md"));
  return {
    version,
    ...(description && { description }),
    ...(address && { repository: address }),
    ...(readme && { readme: isOnGitHub(address) ? withAbsoluteLinks(readme, address) : readme }),
  };
}
