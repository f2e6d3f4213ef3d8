import { handlerModule, handlerSource, isInArchive } from "../../src/aws/functions/function-code";
import { isOlder, parseRuntime } from "../../src/aws/functions/functions";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { loads, stemOf } from "../../src/source/handler-module";
import { Archive, known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const SDK = "aws-sdk";
const FIRST_WITHOUT_SDK = [18];

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

export default defineRule({
  id: "lambda-sdk-in-runtime",
  category: "validity",
  description: "Functions must load the version of the AWS SDK that their runtime has",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "Up to Node.js 16 the runtime had version 2 of the AWS SDK, aws-sdk; since Node.js 18 it has version 3, " +
    "@aws-sdk/client-…. Code that loads the old one without containing it fails at every call.",
  fix: {
    typescript: `const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3"); // in place of require("aws-sdk")`,
    python: `# in the function's JavaScript: require("@aws-sdk/client-s3") in place of require("aws-sdk")`,
    yaml: `code:
  fn::assetArchive:
    index.js: # in place of require("aws-sdk")
      fn::stringAsset: |
        const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");`,
  },
  limits:
    "Modules other than the handler's, and what that loads inside functions and try blocks; functions with layers or " +
    "NODE_PATH; zip files and code in S3.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html"],
  resource: {
    types: [LAMBDA_FUNCTION],
    check(fn, { project, report, undecided }) {
      const runtime = fn.str("runtime");
      const layers = fn.list("layers") ?? [];
      if (
        !known(runtime) ||
        !runtime.startsWith("nodejs") ||
        isOlder(parseRuntime(runtime).version, FIRST_WITHOUT_SDK)
      ) {
        return;
      }
      const source = handlerSource(fn, (path) => project.files?.assets.read(path));
      const handler = fn.str("handler");
      const code = fn.at("code").value;
      if (source === UNKNOWN || layers === UNKNOWN) {
        undecided(fn, source === UNKNOWN ? "code" : "layers");
        return;
      }
      // It may name a folder in a file system that the function mounts.
      const hasPath = !fn.at("environment", "variables", "NODE_PATH").isAbsent;
      const statement = source && layers.length === 0 && !hasPath ? loads(source.text, SDK) : undefined;
      const module = known(handler) ? handlerModule(runtime, handler) : undefined;
      if (statement === undefined || !module || !(code instanceof Archive)) {
        return;
      }
      const contains = foldersOf(stemOf(module)).some(
        (folder) =>
          isInArchive(code, `${folder}node_modules/${SDK}`, (path) => project.files?.assets.has(path) === true) !==
          false,
      );
      if (!contains) {
        const error =
          statement === "require"
            ? `Runtime.ImportModuleError: Error: Cannot find module '${SDK}'`
            : `Cannot find package '${SDK}'`;
        report({
          at: fn,
          property: "code",
          message:
            `The code loads ${SDK}, version 2 of the AWS SDK, which the runtime ${runtime} does not have. ` +
            `Every call fails with "${error}". Load the clients of version 3, such as @aws-sdk/client-s3, or add the ` +
            "package to the code.",
        });
      }
    },
  },
});
