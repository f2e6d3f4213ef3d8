import { isAbsolute, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition } from "./recorded";

/** The first location of a stack trace that is in the program, not in a package or the SDK. */
export function programLocation(places: readonly SourcePosition[]): SourcePosition | undefined {
  return places.find(({ file }) => !/^(?:\.\.\/|\/)|(?:^|\/)(?:node_modules|site-packages)\//.test(file));
}

/** A position as an SDK sends it, with a `file:` URL. */
export interface SentPosition {
  uri: string;
  line: number;
  column: number;
}

/** The positions that an SDK sends, relative to the project's folder. */
export function locationsOf(positions: readonly SentPosition[], root: string): SourcePosition[] {
  return positions.flatMap(({ uri, line, column }) => {
    if (!uri.startsWith("file:") || line < 1) {
      return [];
    }
    const path = relative(root, pathOf(uri));
    const file = isAbsolute(path) ? `../${path}` : path.split(sep).join("/");
    return [{ file, line, ...(column > 0 && { column }) }];
  });
}

/** In an ES module the SDK takes a frame's URL for a path: `file:///shop/file:/shop/index.js` is `/shop/index.js`. */
function pathOf(uri: string): string {
  const path = fileURLToPath(uri);
  const [, inner] = /[\\/]file:[\\/]+([^\\/].*)$/.exec(path) ?? [];
  return inner === undefined ? path : fileURLToPath(`file:///${inner.replaceAll("\\", "/")}`);
}

const PROJECT_URI = /^project:\/\/\/([^#]+)#(\d+)(?:,(\d+))?$/;

/** A position as the engine writes it into states and previews: `project:///network.ts#12,7`. */
export function locationOfUri(uri: string | undefined): SourcePosition[] {
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
