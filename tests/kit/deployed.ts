import type { RecordedStack } from "../../src/graph/recorded";
import { UNKNOWN_STRING } from "../../src/graph/value";
import type { InvalidCase } from "../../src/testing/rule-test";
import { build, type BuiltResource } from "../../src/testing/stack";

/** Each case twice: in a new stack, with its own levels, and in a deployed one, where nothing of it stops an operation. */
export function createdAndDeployed(cases: readonly InvalidCase[]): InvalidCase[] {
  return cases.flatMap((one): InvalidCase[] => {
    const deployed: InvalidCase = {
      ...one,
      name: `${one.name}, deployed`,
      shape: "up",
      findings: one.findings.map((finding) => ({ ...finding, level: "advisory" })),
    };
    return one.shape === "up" ? [deployed] : [{ ...one, shape: "preview" }, deployed];
  });
}

/** A deployed stack to which these resources are added. */
export function withNew(resources: readonly BuiltResource[], ...added: string[]): RecordedStack {
  const recorded = build(resources, "up");
  for (const { name, outputs } of recorded.resources) {
    if (added.includes(name)) {
      outputs["id"] = UNKNOWN_STRING;
    }
  }
  return recorded;
}
