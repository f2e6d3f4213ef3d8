import { stringified, stringifiedInBase64 } from "../../src/graph/output-text";
import { defineRule } from "../../src/rules/rule";
import { stringifiedMessage } from "./output-as-text.message";

const IN_BASE64 = /(?:^|\.)userData(?:Base64)?$/;

export default defineRule({
  id: "output-as-text",
  category: "naming",
  description: "Inputs must hold the value of an Output, not its string form",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: ["F16"],
  why:
    "An Output has no value yet when the program runs. Put into a string as it is, it leaves a note of the SDK or " +
    "[object Object] there, which AWS rejects or takes as the name of something that does not exist.",
  fix: {
    typescript: `name: pulumi.interpolate\`\${bucket.id}-logs\`,`,
    python: `name=pulumi.Output.concat(bucket.id, "-logs"),`,
    yaml: `name: \${bucket.id}-logs`,
  },
  limits: "Strings about an Output that are not what the SDKs write, the code of functions, and dynamic providers.",
  resource: {
    everyProvider: true,
    check(resource, { report }) {
      for (const view of resource.scalars()) {
        const text = typeof view.value === "string" ? view.value : "";
        const what = stringified(text) ?? (IN_BASE64.test(view.path) ? stringifiedInBase64(text) : undefined);
        // A dynamic provider carries its own code, which may contain any string.
        if (what !== undefined && !view.path.startsWith("__provider")) {
          report({ at: view, message: stringifiedMessage(what, "input") });
        }
      }
    },
  },
});
