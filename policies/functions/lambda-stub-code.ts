import { handlerSource } from "../../stack/function-code";
import { FUNCTION } from "../../stack/functions";
import { isStub } from "../../stack/stub-code";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "lambda-stub-code",
  category: "functions",
  description: "Functions do what they are for",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["functions.implemented"],
  failures: ["B29"],
  why:
    "A function that only answers a constant deploys without a complaint and succeeds at every call, while nothing " +
    "of what it is for is done.",
  fix: {
    typescript: 'code: new pulumi.asset.FileArchive("./switch"), // with the handler written',
    python: 'code=pulumi.FileArchive("./switch"),  # with the handler written',
    yaml: "code: # with the handler written\n  fn::fileArchive: ./switch",
  },
  limits:
    "Node.js and Python only, and only code that is readable text: inline, in files or in a folder. Handlers that " +
    "call anything but logs are never reported, nor those that a decorator or another function wraps. A function that is meant to give one answer, such as a " +
    "redirect, needs an exemption where the contract asks.",
  resource: {
    types: [FUNCTION],
    check(fn, { project, report, undecided }) {
      const source = handlerSource(fn, (path) => project.files?.read(path));
      if (source === UNKNOWN) {
        undecided(fn, "code");
      } else if (source && isStub(source)) {
        report({
          at: fn,
          property: "code",
          message:
            `the handler, ${source.handler}, returns the same answer whatever it is asked, and does nothing; ` +
            "write in code what the function is for.",
        });
      }
    },
  },
});
