import rule from "../../../policies/validity/lambda-handler-in-archive";
import { UNKNOWN_STRING } from "../../../src/graph/value";
import { assetArchive, fileArchive, fileAsset, stringAsset } from "../../../src/testing/assets";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const PYTHON = "def handler(event, context):\n    return 1\n";
const NODE = "exports.handler = async () => 1;\n";
const fn = (code: Input, inputs: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/function:Function",
    "api",
    { runtime: "nodejs22.x", handler: "index.handler", code, ...inputs },
    options,
  );
const py = (code: Input, handler = "index.handler"): BuiltResource => fn(code, { runtime: "python3.12", handler });
const inline = (files: Record<string, string>): Input =>
  assetArchive(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, stringAsset(text)])));
const folder = fileArchive("./code");

ruleTest(rule, {
  valid: [
    {
      name: "a script that starts the runtime with a handler of its own",
      stack: [fn(inline({}), { environment: { variables: { AWS_LAMBDA_EXEC_WRAPPER: "/var/task/start" } } })],
    },
    { name: "an inline module", stack: [fn(inline({ "index.js": NODE }))] },
    { name: "a module of ECMAScript", stack: [fn(inline({ "index.mjs": "export const handler = async () => 1;" }))] },
    {
      name: "code that is not known yet, as with a value of a data source in it",
      stack: [fn(inline({ "index.js": UNKNOWN_STRING }))],
    },
    { name: "a Python module", stack: [py(inline({ "index.py": PYTHON }))] },
    { name: "a module in a package", stack: [py(inline({ "app/main.py": PYTHON }), "app.main.handler")] },
    { name: "a package as module", stack: [py(inline({ "app/__init__.py": PYTHON }), "app.handler")] },
    { name: "a folder", stack: [fn(folder)], files: { "./code/index.js": NODE } },
    {
      name: "a folder beside that of the program, which main names",
      stack: [fn(fileArchive("../code"))],
      files: { "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: infra/\n", "code/index.js": NODE },
    },
    {
      name: "a folder in a subfolder of the archive",
      stack: [fn(assetArchive({ src: folder }), { handler: "src/index.handler" })],
      files: { "code/index.js": NODE },
    },
    {
      name: "a folder at the root of the archive",
      stack: [fn(assetArchive({ ".": folder }))],
      files: { "code/index.js": NODE },
    },
    { name: "a file", stack: [fn(assetArchive({ "index.js": fileAsset("./x.js") }))], files: { "x.js": NODE } },
    {
      name: "a compiled module of Python",
      stack: [py(folder)],
      files: { "code/index.cpython-312-x86_64-linux-gnu.so": "" },
    },
    { name: "a folder as module of Node.js", stack: [fn(folder)], files: { "code/index/index.js": NODE } },
    { name: "TypeScript on a runtime that may run it", stack: [fn(folder)], files: { "code/index.ts": NODE } },
    { name: "a layer that may have it", stack: [fn(inline({}), { layers: [unknown] })] },
    { name: "a handler in a layer", stack: [fn(inline({}), { handler: "/opt/nodejs/index.handler" })] },
    {
      name: "a language that is compiled",
      stack: [fn(inline({}), { runtime: "provided.al2023", handler: "bootstrap" })],
    },
    { name: "Java", stack: [fn(inline({}), { runtime: "java21", handler: "com.shop.App::handle" })] },
    {
      name: "an image",
      stack: [resource("aws:lambda/function:Function", "api", { packageType: "Image", imageUri: unknown })],
    },
    { name: "code in S3", stack: [fn(undefined, { s3Bucket: "b", s3Key: "k" })] },
    {
      name: "a name without a function, which a layer may wrap",
      stack: [fn(inline({}), { handler: "index", layers: ["arn:aws:lambda:us-east-1:464738291005:layer:x:1"] })],
    },
    {
      name: "a module that exports what others do",
      stack: [fn(inline({ "index.js": 'module.exports = require("./app");' }))],
    },
    {
      name: "a module that exports all of another",
      stack: [fn(inline({ "index.mjs": 'export * from "./app.mjs";' }))],
    },
    {
      name: "a module that spreads another",
      stack: [fn(inline({ "index.js": 'module.exports = { ...require("./app") };' }))],
    },
    { name: "an import of all names", stack: [py(inline({ "index.py": "from app import *\n" }))] },
    { name: "a wrapped handler", stack: [fn(inline({ "index.js": "exports.handler = middy(run);" }))] },
    {
      name: "a nested handler",
      stack: [fn(inline({ "index.js": "exports.api = { get() {} };" }), { handler: "index.api.get" })],
    },
    {
      name: "a file that cannot be read",
      stack: [fn(assetArchive({ "index.js": fileAsset("../other/x.js") }))],
      files: {},
    },
    { name: "a function that the stack only reads", stack: [fn(inline({}), {}, { external: true })] },
  ],
  invalid: [
    {
      name: "a name without a function",
      stack: [fn(inline({ "index.js": NODE }), { handler: "index" })],
      findings: [
        { resource: "api", path: "handler", message: /"index" names no function.*`handler: "index\.handler"`/ },
      ],
    },
    {
      name: "a path without a function, of code in S3",
      stack: [fn(undefined, { handler: "src/index", s3Bucket: "b", s3Key: "k" })],
      findings: [{ resource: "api", path: "handler", message: /"src\/index" names no function/ }],
    },
    {
      name: "a function without a module",
      stack: [py(unknown, "handler")],
      findings: [{ resource: "api", path: "handler", message: /MalformedHandlerName/ }],
    },
    {
      name: "another module",
      stack: [fn(inline({ "app.js": NODE }))],
      findings: [
        {
          resource: "api",
          path: "handler",
          message:
            /^Lambda looks for the handler "index\.handler" in index\.js or index\.mjs or index\.cjs, .*Cannot find module 'index'"/,
        },
      ],
    },
    {
      name: "a Python module in a subfolder",
      stack: [py(inline({ "src/main.py": PYTHON }), "lib/main.handler")],
      findings: [{ resource: "api", path: "handler", message: /lib\/main\.py, .*Unable to import module 'lib\.main'/ }],
    },
    {
      name: "a folder without it",
      stack: [fn(folder)],
      files: { "./code/main.js": NODE },
      findings: [{ resource: "api", path: "handler" }],
    },
    {
      name: "a folder beside that of the program without it",
      stack: [fn(fileArchive("../code"))],
      files: { "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: infra/index.ts\n", "code/main.js": NODE },
      findings: [{ resource: "api", path: "handler" }],
    },
    {
      name: "TypeScript that nothing compiles",
      stack: [fn(folder, { runtime: "nodejs20.x" })],
      files: { "./code/index.ts": NODE },
      findings: [{ resource: "api", path: "handler", level: "advisory" }],
    },
    {
      name: "an empty archive",
      stack: [py(inline({}))],
      findings: [{ resource: "api", path: "handler" }],
    },
    {
      name: "a function of another name",
      stack: [py(inline({ "index.py": "def lambda_handler(event, context):\n    return 1\n" }))],
      findings: [
        {
          resource: "api",
          path: "handler",
          message: /index does not define handler.*Handler 'handler' missing on module 'index'/,
        },
      ],
    },
    {
      name: "an export of another name",
      stack: [
        fn(
          inline({
            "index.js":
              '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.main = async () => 1;',
          }),
        ),
      ],
      findings: [{ resource: "api", path: "handler", message: /index does not export handler.*HandlerNotFound/ }],
    },
    {
      name: "nothing that is exported",
      stack: [fn(inline({ "index.mjs": "const run = async () => 1;\nexport { run };" }))],
      findings: [{ resource: "api", path: "handler" }],
    },
    {
      name: "an object without it",
      stack: [fn(inline({ "index.js": "module.exports = { main: async () => 1 };" }), { handler: "index.$run" })],
      findings: [{ resource: "api", path: "handler" }],
    },
  ],
  undecided: [
    { name: "code that is not known yet", stack: [fn(unknown)], at: ["api.code"] },
    { name: "a handler that is not known yet", stack: [fn(inline({}), { handler: unknown })], at: ["api.handler"] },
    { name: "layers that are not known yet", stack: [fn(inline({}), { layers: unknown })], at: ["api.handler"] },
    { name: "a zip file", stack: [fn(fileArchive("./code.zip"))], files: { "code.zip": "PK" }, at: ["api.code"] },
    { name: "a folder outside the program", stack: [fn(fileArchive("../code"))], files: {}, at: ["api.code"] },
    { name: "a folder of a program that is not found", stack: [fn(folder)], at: ["api.code"] },
    {
      name: "TypeScript that the runtime may run",
      stack: [fn(folder)],
      files: { "code/index.ts": NODE },
      at: ["api.code"],
    },
  ],
});
