import { isAbsolute, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition } from "../stack/recorded";

/** The first place on the way to a resource that lies in the program, not in what it has installed or in the SDK. */
export function programPlace(places: readonly SourcePosition[]): SourcePosition | undefined {
  return places.find(({ file }) => !/^(?:\.\.\/|\/)|(?:^|\/)(?:node_modules|site-packages)\//.test(file));
}

/** A position as an SDK sends it, with a `file:` URL. */
export interface SentPosition {
  uri: string;
  line: number;
  column: number;
}

/** Where an SDK says that something is, seen from the project's folder. */
export function placesOf(positions: readonly SentPosition[], root: string): SourcePosition[] {
  return positions.flatMap(({ uri, line, column }) => {
    if (!uri.startsWith("file:") || line < 1) {
      return [];
    }
    const path = relative(root, fileURLToPath(uri));
    const file = isAbsolute(path) ? `../${path}` : path.split(sep).join("/");
    return [{ file, line, ...(column > 0 && { column }) }];
  });
}

const PROJECT_URI = /^project:\/\/\/([^#]+)#(\d+)(?:,(\d+))?$/;

/** A position as the engine writes it into states and previews: `project:///network.ts#12,7`. */
export function placeOfUri(uri: string | undefined): SourcePosition[] {
  const [, file, line, column] = PROJECT_URI.exec(uri ?? "") ?? [];
  return file === undefined
    ? []
    : [{ file: decoded(file), line: Number(line), ...(column !== undefined && { column: Number(column) }) }];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
