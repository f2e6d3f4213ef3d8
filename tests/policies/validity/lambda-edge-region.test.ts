import rule from "../../../policies/validity/lambda-edge-region";
import { withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const provider = (name: string, region: Input): BuiltResource => resource("pulumi:providers:aws", name, { region });
const virginia = provider("edge", "us-east-1");
const ireland = provider("default", "eu-west-1");
const fn = (inputs: Record<string, Input> = {}, options: BuildOptions = { provider: virginia }): BuiltResource =>
  resource("aws:lambda/function:Function", "rewrite", { publish: true, ...inputs }, options);
const distribution = (lambdaArn: Input, more: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:cloudfront/distribution:Distribution",
    "site",
    {
      defaultCacheBehavior: {
        targetOriginId: "s3",
        lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn }],
      },
      ...more,
    },
    { provider: ireland, ...options },
  );
const at = (f: BuiltResource, ...more: BuiltResource[]): BuiltResource[] => [
  virginia,
  ireland,
  ...more,
  f,
  distribution(f.qualifiedArn),
];

ruleTest(rule, {
  valid: [
    {
      name: "a function of another region behind an origin that is named after it",
      stack: [
        ...at(fn()).slice(0, 3),
        resource(
          "aws:lambda/function:Function",
          "api",
          { environment: { variables: { STAGE: "dev" } } },
          { provider: ireland },
        ),
        resource(
          "aws:cloudfront/distribution:Distribution",
          "site",
          {
            defaultCacheBehavior: {
              targetOriginId: resource("aws:lambda/function:Function", "api", {}, { provider: ireland }).name,
              lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: fn().qualifiedArn }],
            },
          },
          { provider: ireland },
        ),
      ],
    },
    {
      name: "a provider of its own without a region, to which the configuration does not apply",
      config: { "aws:region": "eu-west-1" },
      environmentRegion: "us-east-1",
      stack: (() => {
        const bare = resource("pulumi:providers:aws", "bare", { profile: "shop" });
        return at(fn({}, { provider: bare }), bare);
      })(),
    },
    { name: "a function in us-east-1", stack: at(fn()) },
    {
      name: "the region that the function names for itself",
      stack: at(fn({ region: "us-east-1" }, { provider: ireland })),
    },
    { name: "the region of the environment", environmentRegion: "us-east-1", stack: at(fn({}, {})) },
    { name: "a function of another region that no distribution runs", stack: [ireland, fn({}, { provider: ireland })] },
    {
      name: "a literal ARN in us-east-1",
      stack: [ireland, distribution("arn:aws:lambda:us-east-1:464738291005:function:rewrite:7")],
    },
    {
      name: "functions of CloudFront itself",
      stack: [
        ireland,
        resource("aws:cloudfront/distribution:Distribution", "site", {
          defaultCacheBehavior: { functionAssociations: [{ eventType: "viewer-request", functionArn: unknown }] },
        }),
      ],
    },
    { name: "an empty environment", stack: at(fn({ environment: { variables: {} } })) },
    {
      name: "a function that the stack only reads",
      stack: at(fn({ environment: { variables: { A: "b" } } }, { provider: ireland, external: true })),
    },
    {
      name: "a distribution that the stack only reads",
      stack: [
        virginia,
        ireland,
        fn({}, { provider: ireland }),
        distribution(fn({}, { provider: ireland }).qualifiedArn, {}, { external: true }),
      ],
    },
  ],
  invalid: [
    {
      name: "a function in another region",
      shape: "preview",
      stack: at(fn({}, { provider: ireland })),
      findings: [{ resource: "rewrite", path: "region", message: /is in eu-west-1\. .*must be in region 'us-east-1'/ }],
    },
    {
      name: "environment variables whose values are not known yet",
      shape: "preview",
      stack: at(fn({ environment: { variables: { TABLE: unknown } } })),
      findings: [{ resource: "rewrite", path: "environment.variables", message: /cannot have environment variables/ }],
    },
    {
      name: "both, on an ordered behavior, and once for two behaviors",
      shape: "preview",
      stack: (() => {
        const wrong = fn({ environment: { variables: { A: "b" } } }, { provider: ireland });
        return [
          ireland,
          wrong,
          distribution(wrong.qualifiedArn, {
            orderedCacheBehaviors: [
              {
                pathPattern: "/a",
                lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: wrong.arn }],
              },
            ],
          }),
        ];
      })(),
      findings: [
        { resource: "rewrite", path: "region" },
        { resource: "rewrite", path: "environment.variables" },
      ],
    },
    {
      name: "a function in another region, deployed, so that the check has another region than the deployment",
      stack: at(fn({}, { provider: ireland })),
      shape: "up",
      findings: [{ resource: "rewrite", path: "region", level: "advisory" }],
    },
    {
      name: "a literal ARN of another region",
      stack: [ireland, distribution("arn:aws:lambda:eu-west-1:464738291005:function:rewrite:7")],
      findings: [
        {
          resource: "site",
          path: "defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn",
          message: /is in eu-west-1, .*Use one from there/,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "an unknown ARN",
      stack: [ireland, distribution(unknown)],
      at: ["site.defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn"],
    },
    {
      name: "a region that is not known yet",
      stack: at(fn({}, { provider: provider("other", unknown) })),
      at: ["rewrite.region"],
    },
    { name: "no region anywhere", stack: at(fn({}, {})), at: ["rewrite.region"] },
    {
      name: "variables that are not known yet",
      stack: at(fn({ environment: { variables: unknown } })),
      at: ["rewrite.environment.variables"],
    },
    {
      name: "behaviors that are not known yet",
      stack: [
        resource("aws:cloudfront/distribution:Distribution", "site", {
          defaultCacheBehavior: unknown,
          orderedCacheBehaviors: [{ lambdaFunctionAssociations: unknown }],
        }),
      ],
      at: [],
    },
  ],
});

it("stops a new distribution that runs a function of another region, which exists", () => {
  const stack = at(fn({}, { provider: ireland }));
  const { results } = runRule(rule, { name: "", stack }, "up", withNew(stack, "site"));
  expect(results).toMatchObject([{ name: "rewrite", path: "region", level: "mandatory" }]);
});
