import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { RecordedResource, RecordedStack } from "../../src/graph/recorded";

export const FIXTURES = join(__dirname, "fixtures");

/** Without TypeScript, which takes a second to load. */
const PROJECT = "name: small\nruntime: {name: nodejs, options: {typescript: false}}\n";

const folders: string[] = [];

/** A folder with these files; a Pulumi.yaml for Node and the repository's node_modules are there unless given otherwise. */
export function programFolder(files: Record<string, string>, { install = true } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "preflight-engine-"));
  folders.push(folder);
  const all = { "Pulumi.yaml": PROJECT, "package.json": "{}", ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if (install) symlinkSync(join(__dirname, "../../node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Removes what `programFolder` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The resource of this name, and of this type if the name is not enough. */
export function find(stack: RecordedStack, name: string, type?: string): RecordedResource {
  const found = stack.resources.filter((r) => r.name === name && (type === undefined || r.type === type));
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${String(found.length)} resources are named ${name}`);
  return found[0];
}
