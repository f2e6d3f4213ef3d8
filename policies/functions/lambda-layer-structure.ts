import { isInArchive } from "../../src/aws/functions/function-code";
import { parseRuntime } from "../../src/aws/functions/functions";
import { anyOf } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { Archive, known } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

/** The folders of a layer in which a runtime looks for modules. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  python: ["python"],
  nodejs: ["nodejs"],
  ruby: ["ruby"],
  java: ["java"],
};
/** The folders that every runtime has on its path, and where extensions are. */
const SHARED = ["bin", "lib", "extensions"];

/** The folders that the runtimes of a layer read; empty where one of them is not listed here. */
function foldersOf(layer: Resource): string[] {
  const runtimes = layer.list("compatibleRuntimes") ?? [];
  if (!known(runtimes)) {
    return [];
  }
  const folders = runtimes.map((runtime) => {
    const name = runtime.str();
    return known(name) ? FOLDERS[parseRuntime(name).language] : undefined;
  });
  return folders.includes(undefined) ? [] : [...new Set(folders.flatMap((some) => some ?? []))];
}

export default defineRule({
  id: "lambda-layer-structure",
  category: "functions",
  description: "Layers must have their modules in the folder that the runtime reads",
  severity: "medium",
  level: "advisory",
  why:
    "Lambda unpacks a layer into /opt, and a runtime looks for modules in a folder of its own there, such as /opt/python or " +
    "/opt/nodejs/node_modules. Modules beside that folder are not found, so every import of them fails.",
  fix: {
    typescript: `code: new pulumi.asset.AssetArchive({ python: new pulumi.asset.FileArchive("./layer") }),`,
    python: `code=pulumi.AssetArchive({"python": pulumi.FileArchive("./layer")}),`,
    yaml: `code:
  fn::assetArchive:
    python:
      fn::fileArchive: ./layer`,
  },
  limits:
    "Packed archives and code in S3; layers without compatible runtimes, or for other languages than Python, Node.js, " +
    "Ruby and Java. Files that the code reads from /opt by their path need no such folder, so it is advisory.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html"],
  resource: {
    types: ["aws:lambda/layerVersion:LayerVersion"],
    check(layer, { project, report, undecided }) {
      const code = layer.at("code");
      const folders = foldersOf(layer);
      if (code.isUnknown) {
        undecided(code);
      }
      if (!(code.value instanceof Archive) || folders.length === 0) {
        return;
      }
      const archive = code.value;
      const has = (path: string): boolean => project.files?.assets.has(path) === true;
      if (anyOf([...folders, ...SHARED].map((folder) => isInArchive(archive, folder, has))) === false) {
        report({
          at: code,
          message:
            `The layer has no folder ${joinNames(folders.map((folder) => `"${folder}"`))}, where its runtimes look for ` +
            "modules, so they are not found. Put them into that folder of the archive.",
        });
      }
    },
  },
});
