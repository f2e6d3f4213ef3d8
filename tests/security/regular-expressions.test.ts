import { analyse } from "scslre";
import type * as findings from "../kit/findings";
import type * as programs from "../kit/programs";

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

/** Between them they have whatever an expression is made for: a contract, functions with code, arguments of every kind. */
const PROGRAMS = new Set(["blue-green/flawed", "fastcart/flawed"]);

it("builds no regular expression that may take more time than grows with the text's length", async () => {
  /* eslint-disable @typescript-eslint/no-require-imports -- all code of ours is loaded after RegExp is watched */
  const { findingsOf } = require("../kit/findings") as typeof findings;
  const { recording, runnable } = require("../kit/programs") as typeof programs;
  /* eslint-enable @typescript-eslint/no-require-imports */
  for (const program of runnable.filter(({ name }) => PROGRAMS.has(name))) {
    findingsOf(program, await recording(program, "preview"));
  }
  const sources = [...built.values()].map(({ source }) => source);
  // Of src/aws/region.ts, src/source/platforms.ts, project-removed-arguments, src/source/handler-module.ts, and the contract's schema.
  expect(sources).toEqual(
    expect.arrayContaining([
      expect.stringContaining("awslogs-(region)"),
      expect.stringContaining("cdktf (?:deploy"),
      expect.stringContaining("(?:\\s*\\(|(\\s+as\\b))"),
      expect.stringMatching(/^\(\?<!\[\\w\$\]\)\w+\(\?!\[\\w\$\]\)$/),
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
