import rule from "../../../policies/validity/lambda-version-required";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = (publish: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { name: "api", publish }, options);
const published = fn(true);
const unpublished = fn(undefined);
const alias = (functionVersion: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/alias:Alias", "live", { functionName: "api", name: "live", functionVersion }, options);
const warm = (qualifier: Input, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    "warm",
    { functionName: "api", qualifier, provisionedConcurrentExecutions: 2 },
    options,
  );
const site = (...arns: Input[]): BuiltResource =>
  resource("aws:cloudfront/distribution:Distribution", "site", {
    defaultCacheBehavior: {
      lambdaFunctionAssociations: arns.map((lambdaArn) => ({ eventType: "viewer-request", lambdaArn })),
    },
  });
const LITERAL = "arn:aws:lambda:us-east-1:464738291005:function:rewrite";
const PATH = "defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn";

ruleTest(rule, {
  valid: [
    {
      name: "a function that publishes in another way",
      stack: (() => {
        const managed = resource("aws:lambda/function:Function", "api", { publishTo: "LATEST_PUBLISHED" });
        return [managed, warm(managed.version)];
      })(),
      shape: "preview",
    },
    { name: "a literal version", stack: [unpublished, warm("3")] },
    { name: "the name of an alias outside the stack", stack: [unpublished, warm("live")] },
    { name: "the version of a published function", stack: [published, warm(published.version)], shape: "up" },
    { name: "an alias of a version", stack: [published, alias("3"), warm(alias("3").name)] },
    {
      name: "the number that a function had published before publish was taken out",
      stack: [fn(false), warm(text`7${fn(false).name}`)],
      shape: "up",
    },
    { name: "a config that the stack only reads", stack: [warm("$LATEST", { external: true })] },
    { name: "an alias on $LATEST without provisioned concurrency", stack: [unpublished, alias("$LATEST")] },
    { name: "a function that is not published", stack: [unpublished] },
    { name: "a version at the edge", stack: [site(`${LITERAL}:7`)] },
    { name: "a published function at the edge", stack: [published, site(published.qualifiedArn)], shape: "preview" },
    {
      name: "a version of a function that something else publishes",
      stack: [unpublished, site(text`${unpublished.arn}:3`)],
      shape: "up",
    },
  ],
  invalid: [
    ...createdAndDeployed([
      {
        name: "$LATEST itself",
        stack: [published, warm("$LATEST")],
        findings: [
          { resource: "warm", path: "qualifier", message: /cannot be applied to unpublished function versions/ },
        ],
      },
      {
        name: "an alias of $LATEST",
        stack: [published, alias("$LATEST"), warm(alias("$LATEST").name)],
        findings: [{ resource: "warm", path: "qualifier" }],
      },
    ]),
    {
      name: "the version of a function that is not published",
      stack: [unpublished, warm(unpublished.version)],
      findings: [{ resource: "warm", path: "qualifier", message: /Set `publish: true` on the function/ }],
      shape: "preview",
    },
    {
      name: "an alias of the version of a function that is not published",
      stack: [unpublished, alias(unpublished.version), warm(alias(unpublished.version).name)],
      findings: [{ resource: "warm", path: "qualifier" }],
      shape: "preview",
    },
    {
      name: "a function at the edge that is not published",
      stack: [unpublished, site(unpublished.arn)],
      findings: [{ resource: "api", path: "publish", message: /must reference a specific function version/ }],
    },
    {
      name: "the same function twice",
      stack: [unpublished, site(unpublished.arn, unpublished.arn)],
      findings: [{ resource: "api", path: "publish" }],
    },
    {
      name: "publish: false",
      stack: [fn(false), site(text`${fn(false).arn}:$LATEST`)],
      findings: [{ resource: "api", path: "publish" }],
    },
    {
      name: "a literal ARN without a version",
      stack: [site(LITERAL)],
      findings: [{ resource: "site", path: PATH, message: /names no version/ }],
    },
    {
      name: "a literal ARN of $LATEST",
      stack: [site(`${LITERAL}:$LATEST`)],
      findings: [{ resource: "site", path: PATH }],
    },
    {
      name: "the arn of a published function, once it is known",
      stack: [published, site(published.arn)],
      findings: [{ resource: "site", path: PATH, message: /qualifiedArn/ }],
      shape: "up",
    },
    {
      name: "the same while it is deployed, when it is too late",
      deploying: true,
      stack: [published, site(published.arn)],
      findings: [{ resource: "site", path: PATH, level: "advisory" }],
      shape: "up",
    },
  ],
  undecided: [
    { name: "an unknown qualifier", stack: [unpublished, warm(unknown)], at: ["warm.qualifier"] },
    {
      name: "a function that may be published",
      stack: [fn(unknown), warm(fn(unknown).version)],
      at: ["warm.qualifier"],
    },
    {
      name: "a function that the stack only reads",
      stack: [fn(undefined, { external: true }), warm(fn(undefined, { external: true }).version)],
      at: ["warm.qualifier"],
    },
    {
      name: "an alias that the stack only reads",
      stack: [alias("$LATEST", { external: true }), warm(text`${alias("$LATEST", { external: true }).arn}`)],
      at: ["warm.qualifier"],
    },
    { name: "an unknown ARN at the edge", stack: [site(unknown)], at: [`site.${PATH}`] },
    {
      name: "a published function at the edge",
      stack: [published, site(published.qualifiedArn)],
      at: [`site.${PATH}`],
    },
  ],
});
