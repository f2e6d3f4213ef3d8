import { stringified, stringifiedInBase64, type Stringified } from "../../stack/output-text";
import { defineRule } from "../rule";

const MENDS: Readonly<Record<Stringified, string>> = {
  "an Output":
    "build the text with pulumi.interpolate`…` (Python: pulumi.Output.concat or .format) or inside apply, or pass the " +
    "Output itself.",
  "a Promise": "await it, or wrap it with pulumi.output(…) and build the text inside apply.",
  "an object": "use the property that is meant, such as its id or arn, or pulumi.jsonStringify.",
  "a resource": "use the property that is meant, such as its id or arn.",
};

const IN_BASE64 = /(?:^|\.)userData(?:Base64)?$/;

export default defineRule({
  id: "output-as-text",
  category: "naming",
  description: "No input holds the text of an Output instead of its value",
  severity: "high",
  level: "mandatory",
  failures: ["F16"],
  why:
    "An Output has no value yet when the program runs. Put into a text as it is, it leaves a note of the SDK or " +
    "[object Object] there, which AWS refuses, or takes as a name that nothing else has.",
  fix: {
    typescript: "name: pulumi.interpolate`${bucket.id}-logs`,",
    python: 'name=pulumi.Output.concat(bucket.id, "-logs"),',
    yaml: "name: ${bucket.id}-logs",
  },
  limits:
    "Texts that speak of an Output without being what the SDKs write, the code of functions, and dynamic providers.",
  resource: {
    everyProvider: true,
    check(resource, { report }) {
      for (const place of resource.scalars()) {
        const text = typeof place.value === "string" ? place.value : "";
        const what = stringified(text) ?? (IN_BASE64.test(place.path) ? stringifiedInBase64(text) : undefined);
        // A dynamic provider carries its own code, in which any text may stand.
        if (what !== undefined && !place.path.startsWith("__provider")) {
          report({
            at: place,
            message: `this text holds what ${what} looks like when it is turned into text, not the value that is meant; ${MENDS[what]}`,
          });
        }
      }
    },
  },
});
