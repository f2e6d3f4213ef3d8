import { join } from "node:path";
import { Endurance } from "../kit/endurance";
import type { Diagnostic } from "../kit/pack-server";
import { build, resource } from "../../src/testing/stack";

const packDir = join(__dirname, "../kit/odd-rules-pack");

const ODD = [
  "throws-an-error",
  "throws-a-text",
  "throws-nothing",
  "throws-an-error-without-stack",
  "throws-an-error-without-name",
  "throws-an-error-without-message",
  "throws-what-looks-unknown",
  "runs-out-of-stack",
  "rejects-later",
  "never-settles",
  "reports-after-its-end",
  "reports-nothing",
  "reports-an-empty-message",
  "reports-a-number",
  "reports-an-unknown-level",
  "reports-at-a-text",
  "is-undecided-about-nothing",
];

const root = resource("pulumi:pulumi:Stack", "shop-dev");
const recorded = build(
  [
    root,
    resource("aws:s3/bucket:Bucket", "files", { bucket: "files" }, { parent: root }),
    resource("x:y:Z", "z", {}, { parent: root }),
  ],
  "preview",
);

// Of the stack: the project, then the graph.
const PLACES = ["files", "the project", "the stack", "z"];

describe.each([
  ["as the pack serves its rules", "false"],
  ["as the SDK serves them", "true"],
])("rules that do what no rule may do, %s", (_name, plain) => {
  let found: Diagnostic[];
  beforeAll(async () => {
    const endurance = new Endurance(recorded, { packDir, env: { PLAIN: plain, PREFLIGHT_PROJECT: packDir } });
    try {
      await endurance.run(recorded);
      // What was left behind the first time is over by the second.
      found = await endurance.run(recorded);
    } finally {
      endurance.stop();
    }
  });

  it.each(ODD)("are one advisory finding at each place: %s", (id) => {
    const crashes = found.filter(({ message }) => message.includes(`the rule ${id} crashed`));
    expect(crashes.map(({ rule, level }) => [rule, level])).toEqual(PLACES.map(() => ["preflight", "advisory"]));
    const places = crashes.map(({ message }) => / while it checked (.*?) \(/.exec(message)?.[1]);
    expect(places.sort()).toEqual(PLACES);
  });

  it("stop no other rule", () => {
    for (const [id, text] of [
      ["finds-something", "something is there."],
      ["finds-something-elsewhere", "a: something is elsewhere."],
    ] as const) {
      const reported = found.filter(({ rule }) => rule === id);
      expect(reported).toHaveLength(PLACES.length);
      for (const { level, message } of reported) {
        expect([level, message]).toEqual(["mandatory", `Everything is as it should be.\n${text}`]);
      }
    }
  });

  it("say nothing else, and never what an error holds", () => {
    const expected = (ODD.length + 2) * PLACES.length;
    expect(found.filter(({ message }) => !message.includes("project rules did not run"))).toHaveLength(expected);
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });
});
