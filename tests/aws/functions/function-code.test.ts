import { handlerSource } from "../../../src/aws/functions/function-code";
import { LAMBDA_FUNCTION } from "../../../src/aws/type-tokens";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { assetArchive, fileArchive, fileAsset, stringAsset } from "../../../src/testing/assets";
import { build, resource, unknown, type Input } from "../../../src/testing/stack";

const FILES: Record<string, string> = {
  "./lambda/index.mjs": "folder",
  "lambda/app/main.py": "package",
  "src/handler.py": "file",
};

function sourceOf(inputs: Record<string, Input>): ReturnType<typeof handlerSource> {
  const [fn] = Stack.from(build([resource(LAMBDA_FUNCTION, "fn", inputs)], "preview")).resources;
  return fn && handlerSource(fn, (path) => FILES[path]);
}

const node = { runtime: "nodejs22.x", handler: "index.handler" };
const python = { runtime: "python3.12", handler: "index.handler" };

describe("the source of a function's handler", () => {
  test.each<[string, Record<string, Input>, string, string]>([
    ["inline", { ...node, code: assetArchive({ "index.js": stringAsset("inline") }) }, "inline", "handler"],
    [
      "inline, as a module",
      { ...node, code: assetArchive({ "./index.mjs": stringAsset("inline") }) },
      "inline",
      "handler",
    ],
    [
      "inline, in a folder",
      {
        ...node,
        handler: "src/index.api.get",
        code: assetArchive({ a: stringAsset("x"), "src/": assetArchive({ "index.cjs": stringAsset("below") }) }),
      },
      "below",
      "api.get",
    ],
    [
      "inline Python",
      { ...python, code: assetArchive({ "x.txt": stringAsset(""), "index.py": stringAsset("inline") }) },
      "inline",
      "handler",
    ],
    ["a file", { ...python, code: assetArchive({ "index.py": fileAsset("src/handler.py") }) }, "file", "handler"],
    ["a folder", { ...node, code: fileArchive("./lambda/") }, "folder", "handler"],
    ["a folder in an archive", { ...node, code: assetArchive({ ".": fileArchive("./lambda") }) }, "folder", "handler"],
    ["a package", { ...python, handler: "app.main.run", code: fileArchive("lambda") }, "package", "run"],
  ])("%s", (_name, inputs, text, handler) => {
    expect(sourceOf(inputs)).toMatchObject({ text, handler });
  });

  test.each<[string, Record<string, Input>]>([
    ["an image", { packageType: "Image", imageUri: "x" }],
    ["code in S3", { ...node, s3Bucket: "b", s3Key: "k" }],
    ["another language", { runtime: "java21", handler: "a.B::c", code: fileArchive("lambda") }],
    ["a handler without a function", { ...node, handler: "index", code: fileArchive("./lambda") }],
    ["a Python handler without a function", { ...python, handler: "index", code: fileArchive("./lambda") }],
    ["no handler", { runtime: "nodejs22.x", code: fileArchive("./lambda") }],
  ])("is absent: %s", (_name, inputs) => {
    expect(sourceOf(inputs)).toBeUndefined();
  });

  test.each<[string, Record<string, Input>]>([
    ["a zip file", { ...node, code: fileArchive("lambda.zip") }],
    ["code that is not known yet", { ...node, code: unknown }],
    ["a runtime that is not known yet", { ...node, runtime: unknown, code: fileArchive("./lambda") }],
    ["a handler that is not known yet", { ...node, handler: unknown, code: fileArchive("./lambda") }],
    ["a file that is not there", { ...python, code: assetArchive({ "index.py": fileAsset("gone.py") }) }],
    [
      "an asset from a URL",
      {
        ...node,
        code: assetArchive({
          "index.js": { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", uri: "https://x" },
        }),
      },
    ],
    [
      "an archive from a URL",
      { ...node, code: { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", uri: "https://x" } },
    ],
    ["no archive", { ...node, code: fileAsset("lambda.zip") }],
  ])("is unknown: %s", (_name, inputs) => {
    expect(sourceOf(inputs)).toBe(UNKNOWN);
  });
});
