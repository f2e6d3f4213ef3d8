import rule from "../../../policies/validity/lambda-sdk-in-runtime";
import { UNKNOWN_STRING } from "../../../src/graph/value";
import { assetArchive, fileArchive, stringAsset } from "../../../src/testing/assets";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const OLD =
  'const AWS = require("aws-sdk");\nconst s3 = new AWS.S3();\nexports.handler = async () => s3.listBuckets().promise();\n';
const fn = (code: Input, inputs: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/function:Function",
    "api",
    { runtime: "nodejs22.x", handler: "index.handler", code, ...inputs },
    options,
  );
const inline = (text: string, file = "index.js"): Input => assetArchive({ [file]: stringAsset(text) });
const finding = [
  {
    resource: "api",
    path: "code",
    message: /aws-sdk, version 2 of the AWS SDK, which the runtime nodejs22\.x does not have\. Every call fails with/,
  },
];

ruleTest(rule, {
  valid: [
    {
      name: "version 3",
      stack: [fn(inline('const { S3Client } = require("@aws-sdk/client-s3");\nexports.handler = async () => 1;'))],
    },
    { name: "a runtime that has version 2", stack: [fn(inline(OLD), { runtime: "nodejs16.x" })] },
    { name: "Python", stack: [fn(inline("import boto3  # aws-sdk", "index.py"), { runtime: "python3.12" })] },
    { name: "a runtime that is not known yet", stack: [fn(inline(OLD), { runtime: unknown })] },
    {
      name: "a mounted folder that may have it",
      stack: [fn(inline(OLD), { environment: { variables: { NODE_PATH: "/mnt/node_modules" } } })],
    },
    { name: "a layer that may have it", stack: [fn(inline(OLD), { layers: [unknown] })] },
    {
      name: "only in a comment and a string",
      stack: [fn(inline('// require("aws-sdk")\nconst x = "require(aws-sdk)"; exports.handler = async () => x;'))],
    },
    {
      name: "only where it is called",
      stack: [fn(inline('exports.handler = async () => { const a = require("aws-sdk"); };'))],
    },
    {
      name: "only tried",
      stack: [
        fn(inline('let a; try { a = require("aws-sdk"); } catch { a = null; }\nexports.handler = async () => a;')),
      ],
    },
    {
      name: "a package of a similar name",
      stack: [fn(inline('const a = require("aws-sdk-mock"); exports.handler = async () => a;'))],
    },
    {
      name: "other modules",
      stack: [
        fn(
          inline(
            'import a from "node:fs"; const b = require(`aws-sdk`); load("aws-sdk"); export const handler = async () => a;',
            "index.mjs",
          ),
        ),
      ],
    },
    {
      name: "a folder that contains it",
      stack: [fn(fileArchive("./code"))],
      files: { "code/index.js": OLD, "code/node_modules/aws-sdk/package.json": "{}" },
    },
    {
      name: "an archive that contains it, above the module",
      stack: [
        fn(assetArchive({ "src/api/index.js": stringAsset(OLD), "src/node_modules": fileArchive("./modules") }), {
          handler: "src/api/index.handler",
        }),
      ],
      files: { "modules/aws-sdk/package.json": "{}" },
    },
    {
      name: "an archive that names its files one by one",
      stack: [fn(assetArchive({ "index.js": stringAsset(OLD), "node_modules/aws-sdk/index.js": stringAsset("") }))],
    },
    {
      name: "an archive whose modules cannot be seen",
      stack: [fn(assetArchive({ "index.js": stringAsset(OLD), node_modules: fileArchive("../modules") }))],
      files: {},
    },
    { name: "code in S3", stack: [fn(undefined, { s3Bucket: "b", s3Key: "k" })] },
    { name: "a function that the stack only reads", stack: [fn(inline(OLD), {}, { external: true })] },
  ],
  invalid: [
    { name: "version 2, inline", stack: [fn(inline(OLD))], findings: finding },
    {
      name: "one service of it, in a folder",
      stack: [fn(fileArchive("./code"))],
      files: { "code/index.js": 'const S3 = require("aws-sdk/clients/s3");\nexports.handler = async () => S3;' },
      findings: finding,
    },
    {
      name: "as an import",
      stack: [fn(inline('import AWS from "aws-sdk";\nexport const handler = async () => AWS;', "index.mjs"))],
      findings: [{ resource: "api", path: "code", message: /Cannot find package 'aws-sdk'/ }],
    },
    {
      name: "inside of a call, as bundlers write it",
      stack: [fn(inline('var a = __toESM(require("aws-sdk"));\nexports.handler = async () => a;'))],
      findings: finding,
    },
    {
      name: "the oldest runtime without it",
      stack: [fn(inline(OLD), { runtime: "nodejs18.x" })],
      findings: [{ resource: "api", path: "code", message: /nodejs18\.x/ }],
    },
  ],
  undecided: [
    { name: "code that is not known yet", stack: [fn(unknown)], at: ["api.code"] },
    {
      name: "a module that is not known yet, as with a value of a data source in it",
      stack: [fn(inline(UNKNOWN_STRING))],
      at: ["api.code"],
    },
    { name: "a zip file", stack: [fn(fileArchive("code.zip"))], files: {}, at: ["api.code"] },
    { name: "layers that are not known yet", stack: [fn(inline(OLD), { layers: unknown })], at: ["api.layers"] },
  ],
});
