import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

// An unknown value is one that will be there.
const isSet = (value: unknown): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const code = (properties: readonly string[]): string[] => properties.map((property) => `\`${property}\``);

function checkImage(fn: Resource, { report, undecided }: Context): void {
  const extra = ["handler", "runtime", "layers"].filter((property) => isSet(fn.at(property).value));
  const [first] = extra;
  if (first === undefined) {
    return;
  }
  // An unknown value may come to an empty one.
  if (fn.at(first).isUnknown) {
    undecided(fn, first);
    return;
  }
  report({
    at: fn,
    property: first,
    message:
      `This function is an image, which cannot have ${code(extra).join(" or ")}. Leave ` +
      `${extra.length === 1 ? "it" : "them"} out: \`imageConfig.commands\` names another handler, and layers belong in the image.`,
    awsError: "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image",
  });
}

function checkArchive(fn: Resource, { report }: Context): void {
  const missing = ["handler", "runtime"].filter((property) => !isSet(fn.at(property).value));
  const [first] = missing;
  if (first === undefined) {
    return;
  }
  const isImage = isSet(fn.at("imageUri").value);
  report({
    at: fn,
    property: isImage ? "packageType" : first,
    message: isImage
      ? '`imageUri` names an image, and the package type is "Zip", its default. Set `packageType: "Image"`.'
      : `The function is an archive without ${code(missing).join(" and ")}. Set ${missing.length === 1 ? "it" : "them"}.`,
    awsError: "Runtime and Handler are mandatory parameters for functions created with deployment packages",
  });
}

export default defineRule({
  id: "lambda-package-type",
  category: "validity",
  description: "Functions must have the properties that their package type requires, and no others",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An image brings its own runtime, handler and libraries, while an archive needs a runtime and a handler. AWS rejects a " +
    "function that mixes the two.",
  fix: {
    typescript: `packageType: "Image",
imageUri: pulumi.interpolate\`\${repository.repositoryUrl}:1.4.2\`,`,
    python: `package_type="Image",
image_uri=pulumi.Output.concat(repository.repository_url, ":1.4.2"),`,
    yaml: `packageType: Image
imageUri: \${repository.repositoryUrl}:1.4.2`,
  },
  limits: "Values that are not known yet.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html",
  ],
  resource: {
    types: [LAMBDA_FUNCTION],
    check(fn, context) {
      const packageType = fn.str("packageType") ?? "Zip";
      if (packageType === UNKNOWN) {
        context.undecided(fn, "packageType");
      } else if (packageType === "Image") {
        checkImage(fn, context);
      } else if (packageType === "Zip") {
        checkArchive(fn, context);
      }
    },
  },
});
