import type { Resource, WrittenDocument } from "../graph/resource";
import { UNKNOWN } from "../graph/value";
import type { ProjectFiles } from "./project-files";
import { argumentFor } from "./variables";
import { documentWrittenIn, WRITES_DOCUMENT } from "./written-values";

/**
 * By property, such as `policy`, the documents that a program's source writes where their text is known only after the
 * deployment, since a part of it is: that part is unknown in them. Absent where the source writes none, or where it is not
 * certain what it writes.
 */
export function writtenDocuments(
  files: ProjectFiles,
  resource: Resource,
): ReadonlyMap<string, WrittenDocument> | undefined {
  const { value, external, skipped, type } = resource;
  if (external || skipped || !type.startsWith("aws:") || typeof value !== "object" || !writesDocuments(files)) {
    return undefined;
  }
  const found = Object.entries(value).flatMap(([property, one]): [string, WrittenDocument][] => {
    const document = one === UNKNOWN ? documentFor(files, resource, property) : undefined;
    return document === undefined ? [] : [[property, document]];
  });
  return found.length === 0 ? undefined : new Map(found);
}

function documentFor(files: ProjectFiles, resource: Resource, property: string): WrittenDocument | undefined {
  const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();
  const written = argumentFor(files, resource, (name) => plain(name) === plain(property));
  const value = written && documentWrittenIn(written.source, written.node);
  return written && value !== undefined ? { value, location: written.source.locationOf(written.node) } : undefined;
}

const writing = new WeakMap<ProjectFiles, boolean>();

/** False where no source can write a document, so that none has to be parsed. */
function writesDocuments(files: ProjectFiles): boolean {
  let found = writing.get(files);
  if (found === undefined) {
    found = files.sources.some(({ text }) => WRITES_DOCUMENT.test(text));
    writing.set(files, found);
  }
  return found;
}
