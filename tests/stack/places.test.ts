import { byPlace, placeOf } from "../../stack/places";
import { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { build, resource, unknown } from "../../testing/stack";

const TYPE = "aws:guardduty/detector:Detector";
const provider = resource("pulumi:providers:aws", "eu", { region: "eu-central-1" });

it("tells resources apart by provider and by the region that they name themselves", () => {
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
  const groups = [...byPlace(stack.ofType(TYPE)).values()];
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([["a", "b"], ["c"], ["d", "e"]]);
  expect(stack.ofType(TYPE).flatMap((one) => (placeOf(one) === UNKNOWN ? one.name : []))).toEqual(["f", "g"]);
});
