import { analyse } from "scslre";
import type * as findings from "../kit/findings";
import { recording, runnable } from "../kit/programs";

// Lint judges the expressions that are written down (regexp/no-super-linear-move and -backtracking); these are built
// while the rules are loaded and run.
const built = new Map<string, { source: string; flags: string }>();
const Plain = RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, parameters: ConstructorParameters<RegExpConstructor>, self): RegExp {
    const made = Reflect.construct(target, parameters, self) as RegExp;
    built.set(String(made), { source: made.source, flags: made.flags });
    return made;
  },
});
afterAll(() => {
  globalThis.RegExp = Plain;
});

it("builds no regular expression that may take more time than grows with the text's length", async () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- after RegExp is watched
  const { findingsOf } = require("../kit/findings") as typeof findings;
  for (const program of runnable) {
    findingsOf(program, await recording(program, "preview"));
  }
  const sources = [...built.values()].map(({ source }) => source);
  // Of stack/region.ts, of project/platforms.ts, and of the contract's schema.
  expect(sources).toEqual(
    expect.arrayContaining([
      expect.stringContaining("awslogs-(region)"),
      expect.stringContaining("cdktf (?:deploy"),
      "^[a-z]{2,4}(-[a-z]+)+-[0-9]+$",
    ]),
  );
  const slow = [...built.values()].filter(({ source, flags }) => {
    const { reports } = analyse(
      { source, flags },
      { assumeRejectingSuffix: true, reportTypes: { Move: !flags.includes("y") } },
    );
    return reports.length > 0;
  });
  expect(slow).toEqual([]);
});
