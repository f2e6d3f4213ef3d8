import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Wire } from "../graph/recorded";
import { joinPath } from "../graph/path";
import { SIGNATURE, SIGNATURES } from "../graph/value";
import { ProgramError } from "../errors";
import { STAND_IN, type Properties } from "./wire";

/** A file or folder that an input names. */
interface AssetPath {
  property: string;
  path: string;
  isArchive: boolean;
}

function assetPathsIn(value: Wire, property: string): AssetPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => assetPathsIn(item, joinPath(property, index)));
  if (value === null || typeof value !== "object") return [];
  const signature = value[SIGNATURE];
  if (signature === SIGNATURES.asset || signature === SIGNATURES.archive) {
    const { path, assets } = value;
    const isArchive = signature === SIGNATURES.archive;
    const own = typeof path === "string" && path !== "" ? [{ property, path, isArchive }] : [];
    return [...own, ...Object.values((assets ?? {}) as Properties).flatMap((inner) => assetPathsIn(inner, property))];
  }
  const isWrapper = signature === SIGNATURES.secret || signature === SIGNATURES.output;
  if (isWrapper) return assetPathsIn(value["value"] ?? null, property);
  return Object.entries(value).flatMap(([key, inner]) => assetPathsIn(inner, joinPath(property, key)));
}

/** Throws where an input is a file or archive that does not exist: the real engine stops there as well. */
export function requireAssets(resource: { type: string; name: string; inputs: Properties }, folder: string): void {
  const known = assetPathsIn(resource.inputs, "").filter(({ path }) => !path.includes(STAND_IN));
  for (const { property, path, isArchive } of known) {
    const at = `'${property}' of ${resource.name} (${resource.type}) is the ${isArchive ? "archive" : "file"} ${path}`;
    const full = resolve(folder, path);
    if (!existsSync(full)) {
      throw new ProgramError(`${at}, which does not exist: build it first, or correct the path (seen from ${folder})`);
    }
    if (!isArchive && statSync(full).isDirectory()) {
      throw new ProgramError(`${at}, which is a folder: use a FileArchive for a folder`);
    }
  }
}
