import { rules } from "../../policies";
import type { Contract } from "../../src/contract/contract";
import type { RecordedStack } from "../../src/graph/recorded";
import { Stack } from "../../src/graph/stack";
import { checkAll, type Result } from "../../src/rules/run";
import { build, resource, type BuiltResource, type Input } from "../../src/testing/stack";
import { context } from "../kit/context";

/** A program that must be stopped, and its twin that must not. */
export interface Pair {
  /** What is wrong with the bad one, in a few words. */
  name: string;
  /** The rule that has to stop it. */
  rule: string;
  /** What the stack promises; nothing where it is absent. */
  contract?: Contract;
  bad: readonly BuiltResource[];
  good: readonly BuiltResource[];
}

/** The mandatory findings in a program that creates all of its resources, with every value known. */
export function stoppingIn(recorded: RecordedStack, contract: Contract = {}): Result[] {
  const stack = Stack.from({ ...recorded, resources: recorded.resources.map((one) => ({ ...one, exists: false })) });
  const { results, crashes } = checkAll(rules, stack, { ...context, contract });
  expect(crashes).toEqual([]);
  return results.filter(({ level }) => level === "mandatory");
}

function stopping(program: readonly BuiltResource[], contract: Contract): string[] {
  return [...new Set(stoppingIn(build([...program], "up"), contract).map(({ rule }) => rule.id))].sort();
}

/** Runs each bad program and its good twin against all rules, without a contract. */
export function attack(title: string, pairs: readonly Pair[]): void {
  describe(title, () => {
    it.each(pairs.map((pair) => [pair.name, pair] as const))("%s", (_name, { rule, bad, good, contract = {} }) => {
      expect(stopping(bad, contract)).toContain(rule);
      expect(stopping(good, contract)).toEqual([]);
    });
  });
}

/** A resource with little to write: `a("sqs/queuePolicy:QueuePolicy", "orders", {…})`. */
export const a = (type: string, name: string, inputs: Record<string, Input> = {}): BuiltResource =>
  resource(`aws:${type}`, name, inputs);

/** An IAM document of these statements, as a string. */
export const document = (...statements: Record<string, Input>[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A statement that allows. */
export const allow = (Principal: Input, Action: Input, more: Record<string, Input> = {}): Record<string, Input> => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  ...more,
});
