import { rules } from "../../policies";
import { Stack } from "../../src/graph/stack";
import { lazyRule, type WrittenRule } from "../../src/rules/lazy";
import type { Context, Rule } from "../../src/rules/rule";
import { typesLookedUp } from "../../src/rules/stack-types";
import { build, resource } from "../../src/testing/stack";

const QUEUE = "aws:sqs/queue:Queue";
const TOPIC = "aws:sns/topic:Topic";

const ruleWith = (stack?: Rule["stack"]): Rule => ({ id: "example", ...(stack && { stack }) }) as Rule;
const queuesOf = (stack: Stack): readonly unknown[] => stack.managed(QUEUE);

describe("the types that a check of a stack looks up", () => {
  it.each<[string, NonNullable<Rule["stack"]>, readonly string[]]>([
    ["are found", (stack) => [...stack.managed(QUEUE), ...stack.ofType(TOPIC)], [QUEUE, TOPIC]],
    ["are found in what is computed once", (stack) => stack.once(queuesOf), [QUEUE]],
    ["are those until it ends", (stack) => stack.managed(QUEUE).length > 0 && stack.managed(TOPIC), [QUEUE]],
    [
      "do not depend on what it is given and does not use",
      (stack, { contract, report }) => {
        stack.managed(QUEUE).forEach((at) => {
          report({ at, message: String(contract.profile) });
        });
      },
      [QUEUE],
    ],
  ])("%s", (_, stack, expected) => {
    expect(typesLookedUp(ruleWith(stack))).toEqual(expected);
  });

  it.each<[string, Rule["stack"]]>([
    ["there is none", undefined],
    ["it looks up no type", () => undefined],
    ["it looks at all resources", (stack) => [stack.managed(QUEUE), stack.resources]],
    ["it looks at the stack's own", (stack) => [stack.managed(QUEUE), stack.root]],
    ["it reads the contract", (stack, { contract }) => [stack.managed(QUEUE), contract.profile]],
    ["it reads the project", (stack, { project }) => [stack.managed(QUEUE), "files" in project]],
    ["it reads the day", (stack, { day }) => [stack.managed(QUEUE), day]],
    [
      "it reports",
      (stack, { report }) => {
        stack.managed(QUEUE);
        report({ message: "There is no queue." });
      },
    ],
    [
      "it catches what ends it",
      (stack) => {
        try {
          return stack.resources;
        } catch {
          return stack.managed(QUEUE);
        }
      },
    ],
  ])("are not known where %s", (_, stack) => {
    expect(typesLookedUp(ruleWith(stack))).toBeUndefined();
  });

  it("are known of many rules, and of none that looks at whatever there is", () => {
    const known = rules.filter((rule) => typesLookedUp(rule) !== undefined).map(({ id }) => id);
    expect(known.length).toBeGreaterThan(100);
    expect(known).not.toEqual(expect.arrayContaining(["preflight"]));
  });

  it("throws what the check throws", () => {
    const fail = (): never => {
      throw new TypeError("no such thing");
    };
    expect(() => typesLookedUp(ruleWith(fail))).toThrow("no such thing");
  });
});

it("loads a rule only for a stack with one of the types", () => {
  const checked: string[] = [];
  const load = (): Rule => ruleWith((stack) => checked.push(...stack.managed(QUEUE).map(({ name }) => name)));
  const written: WrittenRule = {
    module: "example",
    data: { id: "example", stack: { $function: true } },
    marks: [["stack"]],
    stackTypes: [QUEUE],
  };
  const rule = lazyRule(written, () => {
    checked.push("loaded");
    return load();
  });
  const context = {} as Context;
  rule.stack?.(Stack.from(build([resource(TOPIC, "topic")], "preview")), context);
  expect(checked).toEqual([]);
  rule.stack?.(Stack.from(build([resource(QUEUE, "queue")], "preview")), context);
  expect(checked).toEqual(["loaded", "queue"]);
});
