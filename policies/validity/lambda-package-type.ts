import { FUNCTION } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "lambda-package-type",
  category: "validity",
  description: "Functions have what their package type takes, and nothing else",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "An image brings its own runtime, handler and libraries, while Lambda has to be told the runtime and handler of an " +
    "archive. With the wrong ones the function is not created, or cannot be changed any more.",
  fix: {
    typescript: 'packageType: "Image",\nimageUri: pulumi.interpolate`${repository.repositoryUrl}:1.4.2`,',
    python: 'package_type="Image",\nimage_uri=pulumi.Output.concat(repository.repository_url, ":1.4.2"),',
    yaml: "packageType: Image\nimageUri: ${repository.repositoryUrl}:1.4.2",
  },
  limits: "What is not known yet.",
  resource: {
    types: [FUNCTION],
    check(fn, { report, undecided }) {
      const packageType = fn.str("packageType") ?? "Zip";
      if (packageType === UNKNOWN) {
        undecided(fn, "packageType");
      } else if (packageType === "Image") {
        const wrong = ["handler", "runtime", "layers"].filter((property) => isSet(fn.at(property).value));
        const [first] = wrong;
        if (first !== undefined) {
          report({
            at: fn,
            property: first,
            message:
              `this function is an image, which cannot have ${wrong.join(" or ")}; leave ` +
              `${wrong.length === 1 ? "it" : "them"} out (imageConfig.commands names another handler, and layers ` +
              "belong into the image).",
            answer: "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image",
          });
        }
      } else if (packageType === "Zip") {
        const missing = ["handler", "runtime"].filter((property) => !isSet(fn.at(property).value));
        const [first] = missing;
        if (first !== undefined) {
          const isImage = isSet(fn.at("imageUri").value);
          report({
            at: fn,
            property: isImage ? "packageType" : first,
            message: isImage
              ? 'imageUri names an image, while packageType is "Zip", its default; set packageType: "Image".'
              : `the function is an archive and has no ${missing.join(" and no ")}, which Lambda has to be told; set ` +
                `${missing.join(" and ")}.`,
            answer: "Runtime and Handler are mandatory parameters for functions created with deployment packages",
          });
        }
      }
    },
  },
});

// An unknown value is one that will be there.
function isSet(value: unknown): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}
