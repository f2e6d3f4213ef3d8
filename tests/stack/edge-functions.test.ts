import { DISTRIBUTION, edgeAssociations, namesVersion, withoutVersion } from "../../stack/edge-functions";
import { Stack } from "../../stack/stack";
import { build, resource } from "../kit/stack-builder";

const ARN = "arn:aws:lambda:us-east-1:464738291005:function:rewrite";
const fn = resource("aws:lambda/function:Function", "rewrite");
const site = resource(DISTRIBUTION, "site", {
  defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: fn.arn }] },
  orderedCacheBehaviors: [
    { pathPattern: "/a", lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn: `${ARN}:3` }] },
  ],
});

describe("edgeAssociations", () => {
  it.each(["preview", "up"] as const)("finds the functions of distributions (%s)", (shape) => {
    const found = edgeAssociations(Stack.from(build([fn, site], shape)));
    expect(found.map(({ place, functions }) => [place.path, functions.map(({ name }) => name)])).toEqual([
      ["defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn", ["rewrite"]],
      ["orderedCacheBehaviors[0].lambdaFunctionAssociations[0].lambdaArn", []],
    ]);
  });
});

describe("versions in ARNs", () => {
  it("tells them from the name", () => {
    expect([withoutVersion(`${ARN}:3`), withoutVersion(`${ARN}:$LATEST`), withoutVersion(ARN)]).toEqual([
      ARN,
      ARN,
      ARN,
    ]);
    expect([namesVersion(`${ARN}:3`), namesVersion(`${ARN}:$LATEST`), namesVersion(ARN)]).toEqual([true, false, false]);
  });
});
