import rule from "../../../policies/validity/lambda-package-type";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const repository = resource("aws:ecr/repository:Repository", "api");
const fn = (inputs: Record<string, Input>, options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "api", inputs, options);
const zip = { handler: "index.handler", runtime: "nodejs22.x" };
const image = { packageType: "Image", imageUri: text`${repository.repositoryUrl}:1` };

ruleTest(rule, {
  valid: [
    { name: "an archive", stack: [fn(zip)] },
    { name: "an explicit archive", stack: [fn({ ...zip, packageType: "Zip" })] },
    { name: "an archive on the bare runtime", stack: [fn({ handler: "bootstrap", runtime: "provided.al2023" })] },
    { name: "an archive with layers", stack: [fn({ ...zip, layers: [unknown] })] },
    { name: "a runtime that is not known yet", stack: [fn({ handler: "index.handler", runtime: unknown })] },
    { name: "an image", stack: [repository, fn(image)] },
    {
      name: "an image with a command",
      stack: [repository, fn({ ...image, imageConfig: { commands: ["app.handler"] } })],
    },
    { name: "an image with an empty list of layers", stack: [repository, fn({ ...image, layers: [], handler: "" })] },
    { name: "a package type that the rule does not know", stack: [fn({ packageType: "Bundle" })] },
    { name: "a function that the stack only reads", stack: [fn({}, { external: true })] },
  ],
  invalid: [
    {
      name: "an image with a handler",
      stack: [repository, fn({ ...image, handler: "index.handler" })],
      findings: [{ resource: "api", path: "handler", message: /cannot have `handler`\. Leave it out:.*Please don't/ }],
    },
    {
      name: "an image with a handler and a runtime",
      stack: [repository, fn({ ...image, ...zip })],
      findings: [{ resource: "api", path: "handler", message: /`handler` or `runtime`\. Leave them out/ }],
    },
    {
      name: "an image with a layer that is not known yet",
      stack: [repository, fn({ ...image, layers: [unknown] })],
      findings: [{ resource: "api", path: "layers" }],
    },
    {
      name: "an archive without a runtime",
      stack: [fn({ handler: "index.handler" })],
      findings: [{ resource: "api", path: "runtime", message: /without `runtime`\. Set it\..*mandatory parameters/ }],
    },
    {
      name: "an archive without either",
      stack: [fn({})],
      findings: [{ resource: "api", path: "handler", message: /without `handler` and `runtime`\. Set them/ }],
    },
    {
      name: "an image without its package type",
      stack: [repository, fn({ imageUri: text`${repository.repositoryUrl}:1` })],
      findings: [{ resource: "api", path: "packageType", message: /Set `packageType: "Image"`/ }],
    },
  ],
  undecided: [
    { name: "a package type that is not known yet", stack: [fn({ packageType: unknown })], at: ["api.packageType"] },
    {
      name: "a handler of an image that is not known yet",
      stack: [repository, fn({ ...image, ...zip, handler: unknown })],
      at: ["api.handler"],
    },
  ],
});
