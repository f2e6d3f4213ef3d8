import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a policy pack says of itself, beside its policies. */
export interface Manifest {
  description?: string;
  /** The address of the repository, for people. */
  repository?: string;
  /** The text of README.md, with links that lead somewhere from outside the repository too. */
  readme?: string;
}

interface PackageJson {
  description?: string;
  repository?: string | { url?: string };
}

/** The address to look at of a repository as package.json has it: `git+https://HOST/OWNER/NAME.git`, `github:OWNER/NAME`. */
function addressOf(repository: PackageJson["repository"]): string | undefined {
  const url = typeof repository === "string" ? repository : repository?.url;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url ?? "")?.[1];
  const long = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?$/.exec(url ?? "")?.[1];
  return short === undefined ? long : `https://github.com/${short}`;
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

/** Reads the package.json and the README.md of a pack's folder, as far as they are there. */
export function readManifest(folder: string): Manifest {
  const { description, repository } = JSON.parse(textOf(join(folder, "package.json")) ?? "{}") as PackageJson;
  const address = addressOf(repository);
  const readme = textOf(join(folder, "README.md"));
  const isOnGitHub = address?.startsWith("https://github.com/") === true;
  return {
    ...(description && { description }),
    ...(address && { repository: address }),
    ...(readme && { readme: isOnGitHub ? withAbsoluteLinks(readme, address) : readme }),
  };
}
