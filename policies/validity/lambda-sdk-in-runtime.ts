import { handlerModule, handlerSource, isInArchive } from "../../stack/function-code";
import { FUNCTION, isOlder, parseRuntime } from "../../stack/functions";
import { loads, stemOf } from "../../stack/handler-module";
import { Archive, known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const SDK = "aws-sdk";
const WITHOUT_SDK = [18];

export default defineRule({
  id: "lambda-sdk-in-runtime",
  category: "validity",
  description: "Functions load the AWS SDK that their runtime has",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Up to Node.js 16 the runtime came with version 2 of the AWS SDK, aws-sdk; since Node.js 18 it has version 3, " +
    "@aws-sdk/client-…. Code that still loads the old one without bringing it fails at every call.",
  fix: {
    typescript:
      'const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3"); // in place of require("aws-sdk")',
    python: '# in the function\'s JavaScript: require("@aws-sdk/client-s3") in place of require("aws-sdk")',
    yaml:
      'code:\n  fn::assetArchive:\n    index.js: # in place of require("aws-sdk")\n' +
      "      fn::stringAsset: |\n" +
      '        const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");',
  },
  limits:
    "Only the module of the handler is read, and of it what it loads at the start, outside functions and try. Nothing " +
    "is said of functions with layers or NODE_PATH, and of code that is not readable text.",
  resource: {
    types: [FUNCTION],
    check(fn, { project, report, undecided }) {
      const runtime = fn.str("runtime");
      const layers = fn.list("layers") ?? [];
      if (!known(runtime) || !runtime.startsWith("nodejs") || isOlder(parseRuntime(runtime).version, WITHOUT_SDK)) {
        return;
      }
      const source = handlerSource(fn, (path) => project.files?.read(path));
      const handler = fn.str("handler");
      const code = fn.at("code").value;
      if (source === UNKNOWN || layers === UNKNOWN) {
        undecided(fn, source === UNKNOWN ? "code" : "layers");
        return;
      }
      // Another folder for packages may lie in a file system that the function mounts.
      const isElsewhere = !fn.at("environment", "variables", "NODE_PATH").isAbsent;
      const way = source && layers.length === 0 && !isElsewhere ? loads(source.text, SDK) : undefined;
      const module = known(handler) ? handlerModule(runtime, handler) : undefined;
      if (way === undefined || !module || !(code instanceof Archive)) {
        return;
      }
      const brings = foldersOf(stemOf(module)).some(
        (folder) =>
          isInArchive(code, `${folder}node_modules/${SDK}`, (path) => project.files?.has(path) === true) !== false,
      );
      if (!brings) {
        report({
          at: fn,
          property: "code",
          message:
            `the code loads ${SDK}, version 2 of the AWS SDK, which ${runtime} does not have any more; load the clients ` +
            "of version 3 (@aws-sdk/client-s3 and the like), which it has, or put the package into the code.",
          answer:
            way === "require"
              ? `Runtime.ImportModuleError: Error: Cannot find module '${SDK}'`
              : `Cannot find package '${SDK}'`,
        });
      }
    },
  },
});

/** The folders in which Node.js looks for node_modules: the module's own and those above it. */
function foldersOf(stem: string): string[] {
  const parts = stem.split("/").slice(0, -1);
  return [0, ...parts.map((_, index) => index + 1)].map((depth) =>
    parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join(""),
  );
}
