import { edgeAssociations, namesVersion, runsAtEdge, withoutVersion } from "../../../src/aws/functions/edge-functions";
import { CLOUDFRONT_DISTRIBUTION } from "../../../src/aws/type-tokens";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, resource, SHAPES, type Input } from "../../../src/testing/stack";

const ARN = "arn:aws:lambda:us-east-1:464738291005:function:rewrite";
const fn = resource("aws:lambda/function:Function", "rewrite");
const site = resource(CLOUDFRONT_DISTRIBUTION, "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: fn.arn }] },
  orderedCacheBehaviors: [
    { pathPattern: "/a", lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: `${ARN}:3` }] },
  ],
});

describe("edgeAssociations", () => {
  it.each(["preview", "up"] as const)("finds the functions of distributions (%s)", (shape) => {
    const found = edgeAssociations(Stack.from(build([fn, site], shape)));
    expect(found.map(({ at, functions }) => [at.path, functions.map(({ name }) => name)])).toEqual([
      ["defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn", ["rewrite"]],
      ["orderedCacheBehaviors[0].lambdaFunctionAssociations[0].lambdaArn", []],
    ]);
  });
});

describe("a behavior that names other functions too", () => {
  it("leaves open which of them runs at the edge, until their ARNs are known", () => {
    const backend = resource("aws:lambda/function:Function", "backend");
    const both = resource(CLOUDFRONT_DISTRIBUTION, "site", {
      defaultCacheBehavior: {
        targetOriginId: backend.name,
        lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: fn.arn }],
      },
    });
    const found = (["preview", "up"] as const).map((shape) =>
      edgeAssociations(Stack.from(build([fn, backend, both], shape))).flatMap(({ functions }) =>
        functions.map(({ name }) => name),
      ),
    );
    expect(found).toEqual([[], ["rewrite"]]);
  });
});

describe("runsAtEdge", () => {
  const backend = resource("aws:lambda/function:Function", "backend");
  const behavior = {
    targetOriginId: backend.name,
    lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: fn.arn }],
  };
  const inAll = (inputs: Record<string, Input>): unknown[][] =>
    SHAPES.map((shape) => {
      const stack = Stack.from(build([fn, backend, resource(CLOUDFRONT_DISTRIBUTION, "site", inputs)], shape));
      return stack.ofType("aws:lambda/function:Function").map((one) => runsAtEdge(stack, one));
    });

  it("is unknown for each function of a behavior that names others too, until their ARNs are known", () => {
    expect(inAll({ defaultCacheBehavior: behavior })).toEqual([
      [UNKNOWN, UNKNOWN],
      [false, true],
    ]);
  });

  it("is unknown for the functions of behaviors that are not known yet", () => {
    const [preview] = inAll({ orderedCacheBehaviors: [fn.arn], defaultCacheBehavior: {} });
    expect(preview).toEqual([false, UNKNOWN]);
    expect(inAll({ orderedCacheBehaviors: fn.arn })[0]).toEqual([false, UNKNOWN]);
    expect(inAll({ orderedCacheBehaviors: [{ lambdaFunctionAssociations: fn.arn }] })[0]).toEqual([false, UNKNOWN]);
  });

  it("is known of a function that a behavior names for something else", () => {
    expect(inAll({ defaultCacheBehavior: { targetOriginId: backend.name } })).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

describe("versions in ARNs", () => {
  it("is recognized by the name", () => {
    expect([withoutVersion(`${ARN}:3`), withoutVersion(`${ARN}:$LATEST`), withoutVersion(ARN)]).toEqual([
      ARN,
      ARN,
      ARN,
    ]);
    expect([namesVersion(`${ARN}:3`), namesVersion(`${ARN}:$LATEST`), namesVersion(ARN)]).toEqual([true, false, false]);
  });
});
