import { awaitedBy, dependsOn, waitsForOneOf } from "../../stack/ordering";
import { Stack } from "../../stack/stack";
import { build, resource, text, type BuiltResource } from "../kit/stack-builder";

const QUEUE = "aws:sqs/queue:Queue";

const awaited = (name: string, ...resources: BuiltResource[]): string[] => {
  const stack = Stack.from(build(resources, "preview"));
  const [from] = stack.resources.filter((one) => one.name === name);
  return from ? [...awaitedBy(stack, from)].map((one) => one.name).sort() : [];
};

describe("what a resource waits for", () => {
  const first = resource(QUEUE, "first");
  const second = resource(QUEUE, "second", { name: text`${first.name}-2` });
  const third = resource(QUEUE, "third", {}, { dependsOn: [second] });

  it("is all that lies on the way, by properties and by dependsOn", () => {
    expect(awaited("third", first, second, third)).toEqual(["first", "second"]);
    expect(awaited("first", first, second, third)).toEqual([]);
  });

  it("includes what the component waits for that it is made in, and the components around that", () => {
    const outer = resource("shop:index:Outer", "outer", {}, { dependsOn: [first] });
    const inner = resource("shop:index:Inner", "inner", {}, { parent: outer });
    const sibling = resource(QUEUE, "sibling", {}, { parent: inner });
    const child = resource(QUEUE, "child", {}, { parent: inner });
    expect(awaited("child", first, outer, inner, sibling, child)).toEqual(["first"]);
  });

  it("includes the parts of a component of a package, of which only the component is named", () => {
    const network = resource("awsx:ec2:Vpc", "network");
    const subnets = resource("awsx:ec2:Subnets", "subnets", {}, { parent: network });
    const part = resource(QUEUE, "part", {}, { parent: subnets });
    const under = resource(QUEUE, "under", {}, { parent: part });
    const after = resource(QUEUE, "after", {}, { dependsOn: [network] });
    expect(awaited("after", network, subnets, part, under, after)).toEqual(["network", "part", "subnets"]);
  });

  it("goes past a component without parts", () => {
    const empty = resource("shop:index:Empty", "empty");
    expect(awaited("after", empty, resource(QUEUE, "after", {}, { dependsOn: [empty] }))).toEqual(["empty"]);
  });

  it("leaves out what a resource that is no component is the parent of", () => {
    const child = resource(QUEUE, "child", {}, { parent: first });
    const after = resource(QUEUE, "after", {}, { dependsOn: [first] });
    expect(awaited("after", first, child, after)).toEqual(["first"]);
  });

  it("is asked for one of several", () => {
    const stack = Stack.from(build([first, second, third], "up"));
    const [one, two, three] = stack.resources;
    expect(two && three && one && waitsForOneOf(stack, three, [one])).toBe(true);
    expect(two && three && one && waitsForOneOf(stack, one, [two, three])).toBe(false);
    expect(dependsOn(stack.resources)).toBe("dependsOn: [first, second, third]");
  });
});
