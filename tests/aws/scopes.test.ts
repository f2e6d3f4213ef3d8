import { byScope, scopeOf } from "../../src/aws/scopes";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { build, resource, unknown } from "../../src/testing/stack";

const TYPE = "aws:guardduty/detector:Detector";
const provider = resource("pulumi:providers:aws", "eu", { region: "eu-central-1" });

it("groups resources by provider and by the region that they set themselves", () => {
  const stack = Stack.from(
    build(
      [
        provider,
        resource(TYPE, "a"),
        resource(TYPE, "b"),
        resource(TYPE, "c", { region: "eu-west-1" }),
        resource(TYPE, "d", {}, { provider }),
        resource(TYPE, "e", { region: "eu-central-1" }, { provider }),
        resource(TYPE, "f", { region: unknown }),
        resource(TYPE, "g", {}, { external: true }),
      ],
      "preview",
    ),
  );
  const groups = [...byScope(stack.ofType(TYPE)).values()];
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([["a", "b"], ["c"], ["d", "e"]]);
  expect(stack.ofType(TYPE).flatMap((one) => (scopeOf(one) === UNKNOWN ? one.name : []))).toEqual(["f", "g"]);
});
