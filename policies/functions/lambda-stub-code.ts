import { handlerSource } from "../../src/aws/functions/function-code";
import { isStub } from "./lambda-stub-code.code";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { grouped } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "lambda-stub-code",
  category: "functions",
  description: "Function code must do more than return a constant",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["functions.implemented"],
  failures: ["B29"],
  why:
    "A function that only returns a constant deploys without an error and succeeds at every call, while none of its work " +
    "is done.",
  fix: {
    typescript: `code: new pulumi.asset.FileArchive("./switch"), // with the handler written`,
    python: `code=pulumi.FileArchive("./switch"),  # with the handler written`,
    yaml: `code: # with the handler written
  fn::fileArchive: ./switch`,
  },
  limits:
    "Node.js and Python only, and only code that is readable text: inline, in files or in a folder. Handlers that " +
    "call anything but logs are never reported, nor those that a decorator or another function wraps. A function that " +
    "always returns the same response by design, such as a redirect, needs an exemption under the contract.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/getting-started.html"],
  stack(stack, { project, report, undecided }) {
    const stubs: { fn: Resource; handler: string }[] = [];
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const source = handlerSource(fn, (path) => project.files?.assets.read(path));
      if (source === UNKNOWN) {
        undecided(fn, "code");
      } else if (source && isStub(source)) {
        stubs.push({ fn, handler: source.handler });
      }
    }
    for (const [handler, [first, ...others]] of grouped(stubs, (stub) => [stub.handler])) {
      if (first) {
        report({
          at: first.fn,
          alsoAt: others.map(({ fn }) => fn),
          property: "code",
          message:
            `The handler "${handler}" returns the same response to every event and does nothing else. ` +
            "Write the function's work in `code`.",
        });
      }
    }
  },
});
