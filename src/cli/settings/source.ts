import { join, relative } from "node:path";
import type { Exemption } from "../../contract/schema";
import { ProgramError } from "../../errors";
import { projectFiles } from "../../source/files";
import { IGNORE, placesForIgnoring } from "../../source/ignore-comments";
import { printable } from "../../printable";
import type { Change } from "./write";

/** Puts an exemption as a comment above the statement that creates the resource. */
export function exemptInSource(folder: string, { rule, resource, reason, until }: Exemption): Change {
  const files = projectFiles(folder);
  const [place, ...others] = placesForIgnoring(files, resource);
  if (place === undefined) {
    throw new ProgramError(
      `no source in ${folder} creates a resource with the name ${JSON.stringify(resource)} written out; leave out --in-source`,
    );
  }
  if (others.length > 0) {
    const paths = [...new Set([place, ...others].map(({ path }) => path))].join(" and ");
    throw new ProgramError(
      `${String(others.length + 1)} calls in ${paths} create a resource with the name ${JSON.stringify(resource)}; write ` +
        "the comment above the one that is meant",
    );
  }
  if (/[\r\n]/.test(reason)) {
    throw new ProgramError("--reason has to be one line for a comment in the source");
  }
  const { path, offset, indent, mark } = place;
  const text = files.read(path) ?? "";
  const comment = `${indent}${mark} ${IGNORE} ${rule} until ${until}: ${printable(reason)}`;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const nextLine = text.slice(offset).split(/\r?\n/, 1).join("");
  const file = join(folder, path);
  return {
    path: file,
    name: relative(process.cwd(), file),
    isNew: false,
    changes: [`+ ${comment}`, `  ${nextLine}`],
    text: `${text.slice(0, offset)}${comment}${end}${text.slice(offset)}`,
  };
}
