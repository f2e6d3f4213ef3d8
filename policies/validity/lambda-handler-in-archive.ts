import { handlerModule, handlerSource } from "../../src/aws/functions/function-code";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { hasModule, hasTypeScript, lacksHandler, stemOf } from "../../src/source/handler-module";
import type { Resource } from "../../src/graph/resource";
import { Archive, known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** True for a word without a dot, where the runtime looks for one. */
const isMalformed = (runtime: string, handler: string): boolean =>
  /^(?:nodejs|python)/.test(runtime) && /^[\w/-]+$/.test(handler);

function checkModule(fn: Resource, code: Parameters<typeof hasModule>[0], context: Context): void {
  const { files } = context.project;
  const { runtime, handler } = code;
  const module = handlerModule(runtime, handler);
  const has = (path: string): boolean => files?.assets.has(path) === true;
  const found = hasModule(code, has);
  if (!module || found === undefined) {
    return;
  }
  const name = stemOf(module);
  const isNode = module.language === "javascript";
  if (found === UNKNOWN) {
    context.undecided(fn, "code");
  } else if (!found) {
    const error = isNode
      ? `Runtime.ImportModuleError: Error: Cannot find module '${name}'`
      : `Runtime.ImportModuleError: Unable to import module '${name.replace(/\//g, ".")}'`;
    context.report({
      at: fn,
      property: "handler",
      message:
        `Lambda looks for the handler "${handler}" in ${module.files.join(" or ")}, which the code does not contain. ` +
        `Every call fails with "${error}". Name the file that has the function, without its extension, or add it to the code.`,
      // The program may compile it before it deploys it.
      ...(hasTypeScript(code, has) && { level: "advisory" }),
    });
  } else {
    const source = handlerSource(fn, (path) => files?.assets.read(path));
    if (source !== undefined && source !== UNKNOWN && lacksHandler(source)) {
      const error = isNode
        ? "Runtime.HandlerNotFound"
        : `Runtime.HandlerNotFound: Handler '${source.handler}' missing on module '${name.replace(/\//g, ".")}'`;
      const verb = isNode ? "export" : "define";
      context.report({
        at: fn,
        property: "handler",
        message:
          `The module ${name} does not ${verb} ${source.handler}, which the handler names. Every call fails with ` +
          `"${error}". Name the function that it ${verb}s.`,
      });
    }
  }
}

export default defineRule({
  id: "lambda-handler-in-archive",
  category: "validity",
  description: "The code of a function must contain its handler",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "The handler names a file of the code and a function in it. Lambda looks for them when the function is first called: " +
    "the deployment succeeds, and every call fails.",
  fix: {
    typescript: `handler: "index.handler",
code: new pulumi.asset.AssetArchive({
  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ..."),
}),`,
    python: `handler="index.handler",
code=pulumi.AssetArchive({"index.py": pulumi.StringAsset("def handler(event, context): ...")}),`,
    yaml: `handler: index.handler
code:
  fn::assetArchive:
    index.js:
      fn::stringAsset: "exports.handler = async () => { /* … */ };"`,
  },
  limits:
    "Languages other than Node.js and Python; zip files and code in S3; functions with layers or AWS_LAMBDA_EXEC_WRAPPER; " +
    "modules that export all of another one. A module that exists in TypeScript only is advisory, since the program may " +
    "compile it.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html",
  ],
  resource: {
    types: [LAMBDA_FUNCTION],
    check(fn, context) {
      const layers = fn.list("layers") ?? [];
      const code = fn.at("code");
      const runtime = fn.str("runtime");
      const handler = fn.str("handler");
      // A script that starts the runtime may choose another handler.
      const isWrapped = !fn.at("environment", "variables", "AWS_LAMBDA_EXEC_WRAPPER").isAbsent;
      const isItsOwn = layers !== UNKNOWN && layers.length === 0 && !isWrapped;
      if (isItsOwn && known(runtime) && known(handler) && isMalformed(runtime, handler)) {
        context.report({
          at: fn,
          property: "handler",
          message:
            `The handler "${handler}" names no function, so every call fails with "Runtime.MalformedHandlerName: Bad handler". ` +
            `Write the file without its extension, a dot and the function, such as \`handler: "${handler}.handler"\`.`,
        });
      } else if (code.isUnknown || runtime === UNKNOWN || handler === UNKNOWN || layers === UNKNOWN) {
        context.undecided(fn, code.isUnknown ? "code" : "handler");
      } else if (code.value instanceof Archive && known(runtime) && known(handler) && isItsOwn) {
        checkModule(fn, { archive: code.value, runtime, handler }, context);
      }
    },
  },
});
