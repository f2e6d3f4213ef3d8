import type { SyntaxNode } from "@lezer/common";
import type { ProjectFiles } from "./project-files";
import { calleeOf, pathOf } from "./calls";
import { reachedFrom } from "./program";
import type { Source } from "./source";
import { childrenOf, nodesBelow } from "./syntax";

const TEST_NAME = /(?:[._-](?:test|spec)\.[cm]?[jt]sx?|(?:^|\/)(?:test_[^/]*|[^/]*_test|tests?)\.py)$/;
const TEST_FOLDER = /(?:^|\/)(?:tests?|__tests__|specs?)\//;
const INTEGRATION = /integration|(?:^|[._/-])(?:e2e|end-to-end|smoke|acceptance)(?=[._/-])|(?:^|[./])int(?=[./])/i;

/** What declares a test, in the frameworks of Node. */
const TEST_CALL = /^(?:(?:Deno|bun|t)\.)?(?:it|test|specify|fit)(?:\.(?:only|each|concurrent|failing|for))*(?:\(\))?$/;
const SKIPPED_CALL =
  /^(?:x(?:it|test|describe|context)|(?:it|test|describe|suite|context|specify)\.(?:skip|todo))(?:\.|\(|$)/;
const ASSERTING = /^(?:assert|expect|verify|check|should|must|raises|fail|ensure)/i;

/** The tests of a program by what they need: a deployed stack or none. */
export interface Tests {
  unit: readonly Source[];
  integration: readonly Source[];
}

/** True where a file is a test by its name, or by its folder and what it declares. */
export function isTest(source: Source): boolean {
  return TEST_NAME.test(source.path) || (TEST_FOLDER.test(source.path) && hasTests(source));
}

export function testsOf({ sources }: ProjectFiles): Tests {
  const tests = sources.filter(isTest);
  const isIntegration = ({ path }: Source): boolean => INTEGRATION.test(path);
  return { unit: tests.filter((test) => !isIntegration(test)), integration: tests.filter(isIntegration) };
}

/** Tests with what they load of the program, and with the files that pytest loads for them. */
export function withHelpers(files: ProjectFiles, tests: readonly Source[]): ReadonlySet<Source> {
  const above = (path: string): boolean => {
    const folder = path.slice(0, -"conftest.py".length);
    return path.endsWith("conftest.py") && tests.some((test) => test.path.startsWith(folder));
  };
  return reachedFrom(files, [...tests, ...files.sources.filter(({ path }) => above(path))]);
}

function isSkipped(source: Source, node: SyntaxNode): boolean {
  if (node.name === "CallExpression") {
    const callee = calleeOf(node);
    return callee !== undefined && SKIPPED_CALL.test(pathOf(source, callee));
  }
  // A condition decides over `skipif`.
  return (
    node.name === "DecoratedStatement" &&
    node.getChildren("Decorator").some((decorator) => /[.@]skip\s*(?:\(|$)/.test(source.textOf(decorator).trim()))
  );
}

/** The nodes of a source but for what its tests skip. */
function* running(source: Source): Generator<SyntaxNode> {
  for (const node of nodesBelow(source.root, (below) => !isSkipped(source, below))) {
    if (!isSkipped(source, node)) {
      yield node;
    }
  }
}

function declaresTest(source: Source, node: SyntaxNode): boolean {
  if (node.name === "CallExpression") {
    const callee = calleeOf(node);
    return callee !== undefined && TEST_CALL.test(pathOf(source, callee));
  }
  const name = node.name === "FunctionDefinition" ? node.getChild("VariableName") : null;
  return name !== null && source.textOf(name).startsWith("test");
}

/** True where a source declares a test that is not skipped. */
export function hasTests(source: Source): boolean {
  for (const node of running(source)) {
    if (declaresTest(source, node)) {
      return true;
    }
  }
  return false;
}

/** True for `true` and `1 === 1`: what names nothing does not check the program. */
function isConstant(nodes: readonly SyntaxNode[]): boolean {
  return nodes.every((node) => ![...nodesBelow(node)].some(({ name }) => name === "VariableName" || name === "this"));
}

/** The whole of a chain such as `expect(a).not.toBe(b)` or `expect(a).to.be.true` that a call is part of. */
function chainOf(call: SyntaxNode): SyntaxNode {
  let chain = call;
  for (
    let parent = chain.parent;
    parent && CHAINED.has(parent.name) && parent.from === chain.from;
    parent = chain.parent
  ) {
    chain = parent;
  }
  return chain;
}

const CHAINED = new Set(["MemberExpression", "CallExpression"]);

/** The arguments along a chain. */
function chainArguments(chain: SyntaxNode): SyntaxNode[] {
  const lists: SyntaxNode[] = [];
  for (let node: SyntaxNode | undefined = chain; node; node = childrenOf(node)[0]) {
    const list = node.getChild("ArgList");
    if (list) {
      lists.push(list);
    }
  }
  return lists;
}

/** The local names of what assertion libraries export under names of their own, such as `strictEqual`. */
function assertionNames({ imports }: Source): ReadonlySet<string> {
  const bindings = imports.flatMap((one) => one.bindings);
  return new Set(
    bindings.filter(([, full]) => /(?:^|\.)(?:assert|chai|hamcrest)(?:\.|$)/.test(full)).map(([local]) => local),
  );
}

function isAssertion(path: string, imported: ReadonlySet<string>): boolean {
  const parts = path.split(".");
  const isTapLike = parts.length === 2 && parts[0] === "t";
  return isTapLike || parts.some((part) => ASSERTING.test(part)) || imported.has((parts[0] ?? "").replace("()", ""));
}

/** True where something in a source can fail a test: an assertion on what is not constant, or a thrown error. */
export function hasAssertions(source: Source): boolean {
  const imported = assertionNames(source);
  for (const node of running(source)) {
    if (node.name === "ThrowStatement" || node.name === "RaiseStatement") {
      return true;
    }
    if (node.name === "AssertStatement" && !isConstant(childrenOf(node).slice(1))) {
      return true;
    }
    const callee = node.name === "CallExpression" ? calleeOf(node) : undefined;
    const path = callee ? pathOf(source, callee) : "";
    // `zones.should.equal(3)` names what it looks at before its arguments.
    if (
      /\.should\b/.test(path) ||
      (isAssertion(path, imported) && !TEST_CALL.test(path) && !isConstant(chainArguments(chainOf(node))))
    ) {
      return true;
    }
  }
  return false;
}
