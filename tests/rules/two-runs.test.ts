import { Stack } from "../../src/graph/stack";
import { RESTS_ON_MADE_UP, withSecondRun } from "../../src/rules/two-runs";

const urnOf = (name: string): string => `urn:pulumi:dev::shop::aws:iam/policy:Policy::${name}`;
const at = (name: string, path: string) => ({ urn: urnOf(name), name, type: "aws:iam/policy:Policy", path });
const found = (name: string, path: string, message = "Too wide.") => ({ ...at(name, path), message });

const stackOf = (...names: string[]): Stack =>
  new Stack(
    names.map((name) => ({
      urn: urnOf(name),
      type: "aws:iam/policy:Policy",
      name,
      inputs: {},
      dependencies: [],
      propertyDependencies: {},
    })),
  );

const outcome = (
  results: ReturnType<typeof found>[] = [],
  undecided: ReturnType<typeof at>[] = [],
  crashes: string[] = [],
) => ({ results, undecided, crashes });

describe("the findings of two runs", () => {
  it("are those of the first as they are, and those that only the second has, which say so", () => {
    const first = outcome([found("read", "policy")]);
    const second = outcome([found("read", "policy", "With a made-up ARN."), found("write", "policy")]);
    expect(withSecondRun(first, second, stackOf("read", "write")).results).toEqual([
      found("read", "policy"),
      { ...found("write", "policy", `Too wide. ${RESTS_ON_MADE_UP}`), restsOnMadeUp: true },
    ]);
  });

  it("are one where the second run only looks deeper into the same property", () => {
    const second = outcome([found("read", "policy.Statement[0]"), found("read", "path")]);
    const { results } = withSecondRun(outcome([found("read", "policy")]), second, stackOf("read"));
    expect(results.map(({ path }) => path)).toEqual(["policy", "path"]);
  });

  it("are two where one is on the whole resource and the other on a property", () => {
    const { results } = withSecondRun(
      outcome([found("read", "")]),
      outcome([found("read", "policy")]),
      stackOf("read"),
    );
    expect(results.map(({ path }) => path)).toEqual(["", "policy"]);
  });

  it("keep of a finding at several locations those that the first run does not have", () => {
    const several = { ...found("a", "policy"), alsoAt: [at("b", "policy"), at("c", "policy")], fix: { patch: {} } };
    const second = { ...outcome(), results: [several] };
    const { results } = withSecondRun(outcome([found("a", "policy")]), second, stackOf("a", "b", "c"));
    expect(results.slice(1)).toEqual([
      {
        ...found("b", "policy", `Too wide. ${RESTS_ON_MADE_UP}`),
        alsoAt: [at("c", "policy")],
        restsOnMadeUp: true,
      },
    ]);
  });
});

describe("what stays undecided after two runs", () => {
  it("is what the second run cannot decide either, also where it looks deeper", () => {
    const first = outcome([], [at("read", "policy"), at("write", "policy")]);
    const second = outcome([], [at("read", "policy.Statement[0].Resource")]);
    expect(withSecondRun(first, second, stackOf("read", "write")).undecided).toEqual([at("read", "policy")]);
  });

  it("is not what only the second run cannot decide", () => {
    const second = outcome([], [at("read", "policy")]);
    expect(withSecondRun(outcome(), second, stackOf("read")).undecided).toEqual([]);
  });

  it("is what the second run does not register", () => {
    const first = outcome([], [at("preview-only", "policy")]);
    expect(withSecondRun(first, outcome(), stackOf("read")).undecided).toEqual([at("preview-only", "policy")]);
  });
});

it("reports the same crash once", () => {
  const crashed = outcome([], [], ["TypeError at a.ts:1"]);
  expect(withSecondRun(crashed, crashed, stackOf()).crashes).toEqual(["TypeError at a.ts:1"]);
});
