import { handlerModule, handlerSource } from "../../stack/function-code";
import { FUNCTION } from "../../stack/functions";
import { hasModule, hasTypeScript, lacksHandler, stemOf } from "../../stack/handler-module";
import type { Resource } from "../../stack/resource";
import { Archive, known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

export default defineRule({
  id: "lambda-handler-in-archive",
  category: "validity",
  description: "The code of functions has their handler",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "The handler names a file of the code and a function that it exports. Lambda looks for them when the function is " +
    "first called: the deployment succeeds, and every call fails.",
  fix: {
    typescript:
      'handler: "index.handler",\n' +
      "code: new pulumi.asset.AssetArchive({\n" +
      '  "index.js": new pulumi.asset.StringAsset("exports.handler = async () => ..."),\n}),',
    python:
      'handler="index.handler",\n' +
      'code=pulumi.AssetArchive({"index.py": pulumi.StringAsset("def handler(event, context): ...")}),',
    yaml:
      "handler: index.handler\ncode:\n  fn::assetArchive:\n    index.js:\n" +
      '      fn::stringAsset: "exports.handler = async () => { /* … */ };"',
  },
  limits:
    "Node.js and Python only, and code inline or in the program's folder; nothing is said of zip files, of functions " +
    "with layers or AWS_LAMBDA_EXEC_WRAPPER, and of modules that export what others do. A module that the " +
    "code has in TypeScript only is told without stopping anything, since the program may compile it.",
  resource: {
    types: [FUNCTION],
    check(fn, context) {
      const layers = fn.list("layers") ?? [];
      const code = fn.at("code");
      const runtime = fn.str("runtime");
      const handler = fn.str("handler");
      // A script that starts the runtime may give it another handler.
      const isWrapped = !fn.at("environment", "variables", "AWS_LAMBDA_EXEC_WRAPPER").isAbsent;
      if (code.isUnknown || runtime === UNKNOWN || handler === UNKNOWN || layers === UNKNOWN) {
        context.undecided(fn, code.isUnknown ? "code" : "handler");
      } else if (
        code.value instanceof Archive &&
        known(runtime) &&
        known(handler) &&
        layers.length === 0 &&
        !isWrapped
      ) {
        checkModule(fn, { archive: code.value, runtime, handler }, context);
      }
    },
  },
});

function checkModule(fn: Resource, place: Parameters<typeof hasModule>[0], context: Context): void {
  const { files } = context.project;
  const { runtime, handler } = place;
  const module = handlerModule(runtime, handler);
  const has = (path: string): boolean => files?.has(path) === true;
  const found = hasModule(place, has);
  if (!module || found === undefined) {
    return;
  }
  const name = stemOf(module);
  const isNode = module.language === "javascript";
  if (found === UNKNOWN) {
    context.undecided(fn, "code");
  } else if (!found) {
    context.report({
      at: fn,
      property: "handler",
      message:
        `the handler ${handler} is looked for in ${module.files.join(" or ")}, which the code does not have; name the ` +
        "file that has the function (without its ending), or put it into the code.",
      // The program may compile it before it deploys it.
      ...(hasTypeScript(place, has) && { level: "advisory" }),
      answer: isNode
        ? `Runtime.ImportModuleError: Error: Cannot find module '${name}'`
        : `Runtime.ImportModuleError: Unable to import module '${name.replace(/\//g, ".")}'`,
    });
  } else {
    const source = handlerSource(fn, (path) => files?.read(path));
    if (source !== undefined && source !== UNKNOWN && lacksHandler(source)) {
      context.report({
        at: fn,
        property: "handler",
        message:
          `the module ${name} has no ${source.handler}, which the handler names; name the function that it ` +
          `${isNode ? "exports" : "defines"}.`,
        answer: isNode
          ? "Runtime.HandlerNotFound"
          : `Runtime.HandlerNotFound: Handler '${source.handler}' missing on module '${name.replace(/\//g, ".")}'`,
      });
    }
  }
}
