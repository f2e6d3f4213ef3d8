import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isType } from "../../src/testing/aws-schema";

const ROOT = join(__dirname, "../..");

/** The texts in the sources of rules and of the questions that they share, file by file. */
const files: readonly ReadonlySet<string>[] = ["policies", "src/graph", "src/aws"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(ROOT, folder, name)),
  )
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map(
    (path) => new Set([...readFileSync(path, "utf8").matchAll(/"([^"\\\n]{1,60})"/g)].map(([, word]) => word ?? "")),
  );

/** The types of @pulumi/aws that rules look at. */
export const LOOKED_AT: readonly string[] = [...new Set(files.flatMap((words) => [...words]))].filter(isType).sort();

const MOST = 200;
const near = new Map<string, string[]>();

/** Strings in the sources that mention a property: values that it is compared with, and keys below it. */
export function wordsNear(property: string): string[] {
  let words = near.get(property);
  if (!words) {
    words = [...new Set(files.filter((file) => file.has(property)).flatMap((file) => [...file]))].slice(0, MOST);
    near.set(property, words);
  }
  return words;
}
