import { awaitedBy, dependsOn, makeWait, waitingPath, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import { Stack } from "../../src/graph/stack";
import { build, resource, text, type BuiltResource } from "../../src/testing/stack";

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

  it("is all that it depends on, by properties and by dependsOn", () => {
    expect(awaited("third", first, second, third)).toEqual(["first", "second"]);
    expect(awaited("first", first, second, third)).toEqual([]);
  });

  it("includes what its component waits for, and the components around that", () => {
    const outer = resource("shop:index:Outer", "outer", {}, { dependsOn: [first] });
    const inner = resource("shop:index:Inner", "inner", {}, { parent: outer });
    const sibling = resource(QUEUE, "sibling", {}, { parent: inner });
    const child = resource(QUEUE, "child", {}, { parent: inner });
    expect(awaited("child", first, outer, inner, sibling, child)).toEqual(["first"]);
  });

  it("includes the parts of a component of a package that is named in dependsOn", () => {
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

  it("can be one of several", () => {
    const stack = Stack.from(build([first, second, third], "up"));
    const [one, two, three] = stack.resources;
    expect(two && three && one && waitsForOneOf(stack, three, [one])).toBe(true);
    expect(two && three && one && waitsForOneOf(stack, one, [two, three])).toBe(false);
    expect(dependsOn(stack, stack.resources)).toBe("add `dependsOn: [first, second, third]`");
  });

  const names = (of: readonly Resource[] | undefined): string[] | undefined => of?.map(({ name }) => name);
  const find = (stack: Stack, name: string): Resource => {
    const [found] = stack.resources.filter((one) => one.name === name);
    if (!found) {
      throw new Error(name);
    }
    return found;
  };

  it("comes with the chain, through properties, dependsOn and components", () => {
    const outer = resource("shop:index:Outer", "outer", {}, { dependsOn: [second] });
    const child = resource(QUEUE, "child", {}, { parent: outer });
    const stack = Stack.from(build([first, second, outer, child], "preview"));
    expect(names(waitingPath(stack, find(stack, "child"), find(stack, "first")))).toEqual([
      "child",
      "outer",
      "second",
      "first",
    ]);
    expect(waitingPath(stack, find(stack, "first"), find(stack, "child"))).toBeUndefined();
    expect(waitingPath(stack, find(stack, "child"), find(stack, "outer"))).toBeUndefined();
  });

  it("goes through the parts of a package's component", () => {
    const network = resource("awsx:ec2:Vpc", "network");
    const part = resource(QUEUE, "part", {}, { parent: network, dependsOn: [first] });
    const after = resource(QUEUE, "after", {}, { dependsOn: [network] });
    const stack = Stack.from(build([first, network, part, after], "up"));
    expect(names(waitingPath(stack, find(stack, "after"), find(stack, "first")))).toEqual([
      "after",
      "network",
      "part",
      "first",
    ]);
  });

  it("names the variables of the program where its source shows them", () => {
    const stack = Stack.from(build([first, second], "up"));
    const variableOf = ({ name }: Resource): string | undefined => (name === "first" ? "jobs" : undefined);
    expect(dependsOn(stack, stack.resources, variableOf)).toBe("add `dependsOn: [jobs, second]`");
  });

  it("names class and logical name where several resources have the name, or where it is not a variable's", () => {
    const topic = resource("aws:sns/topic:Topic", "first");
    const dashed = resource("aws:alb/listener:Listener", "web-listener");
    const stack = Stack.from(build([first, topic, dashed], "up"));
    expect(dependsOn(stack, [find(stack, "first")])).toBe('add the aws.sns.Topic named "first" to its `dependsOn`');
    expect(dependsOn(stack, [find(stack, "web-listener")])).toBe(
      'add the aws.lb.Listener named "web-listener" to its `dependsOn`',
    );
    expect(dependsOn(stack, [find(stack, "first")], () => "jobs")).toBe("add `dependsOn: [jobs]`");
  });

  it("is fixed by the missing dependency, and by removing one in the other direction", () => {
    const stack = Stack.from(build([first, second, third], "preview"));
    const [one, two] = [find(stack, "first"), find(stack, "third")];
    expect(makeWait(stack, two, [one])).toBe("add `dependsOn: [first]`");
    expect(makeWait(stack, one, [two])).toBe(
      "third waits for it instead (third → second → first), so remove that dependency and add `dependsOn: [third]`",
    );
  });
});
