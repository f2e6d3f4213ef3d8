import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProgramError } from "../../src/errors";
import { readTarget } from "../../src/cli/target";
import { programFolder, removeFolders } from "../engine/programs";

const FIXTURES = join(__dirname, "fixtures");
const state = readFileSync(join(FIXTURES, "state.json"), "utf8");
const preview = readFileSync(join(FIXTURES, "preview.json"), "utf8");
const events = readFileSync(join(FIXTURES, "events-of-up.jsonl"), "utf8");

const urn = (name: string): string => `urn:pulumi:dev::shop::aws:s3/bucket:Bucket::${name}`;
const bucket = (name: string, more: object = {}): object => ({
  urn: urn(name),
  type: "aws:s3/bucket:Bucket",
  custom: true,
  ...more,
});
const stateOf = (...resources: unknown[]): string => JSON.stringify({ version: 3, deployment: { resources } });
const stepOf = (step: unknown): string => JSON.stringify({ steps: [step], changeSummary: { create: 1 } });
const huge = "x".repeat(2_000_000);
const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** What stands in the file, and what the message has to name beside the file. */
const MALFORMED: [name: string, content: string | Buffer, place: RegExp][] = [
  ["nothing", "", /is empty/],
  ["white space", " \n\t\n", /:3:1 is not JSON: it ends too early/],
  ["a null byte", "\0", /:1:1 is not JSON/],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /not text in UTF-8/],
  ["a zip file", Buffer.from("504b0304140000000800ff00fe", "hex"), /not text in UTF-8/],
  ["UTF-16 that is not JSON", utf16("{"), /:1:2 is not JSON: it ends too early/],
  ["prose", "Previewing update (dev)\n", /:1:1 is not JSON/],
  ["YAML", "version: 3\ndeployment: {}\n", /:1:1 is not JSON/],
  ["a state that is cut in half", state.slice(0, state.length / 2), /:\d+:\d+ is not JSON: it ends too early/],
  ["a state that lacks its last brace", state.trimEnd().slice(0, -1), /:\d+:\d+ is not JSON: it ends too early/],
  ["a preview that is cut in half", preview.slice(0, preview.length / 2), /:\d+:\d+ is not JSON/],
  ["an event log that is cut in a line", events.trimEnd().slice(0, -40), /:26:\d+ is not JSON/],
  ["a line of a log that is not JSON", events.replace("\n", "\noops\n"), /:2:1 is not JSON/],
  ["a comma too much", '{"version": 3,}', /:1:15 is not JSON/],
  ["a comment", '// state\n{"version": 3}', /:1:1 is not JSON/],
  ["single quotes", "{'version': 3}", /:1:2 is not JSON/],
  ["two documents in a line", "{} {}", /:1:4 is not JSON/],
  ["NaN", '{"version": NaN}', /:1:13 is not JSON/],
  ["a text", '"state"', /holds a string/],
  ["a number", "3", /holds a number/],
  ["true", "true", /holds a boolean/],
  ["null", "null", /holds null/],
  ["an empty list", "[]", /none that Pulumi writes/],
  ["a list of numbers", "[1, 2]", /none that Pulumi writes/],
  ["an empty object", "{}", /none that Pulumi writes/],
  ["a misspelt key", '{"version": 3, "deploymnt": {}}', /none that Pulumi writes/],
  ["a package.json", '{"name": "shop", "version": "1.0.0"}', /none that Pulumi writes/],
  ["Terraform's state", '{"version": 4, "terraform_version": "1.9.0", "resources": []}', /none that Pulumi writes/],
  ["a report of preflight", '{"version": 1, "findings": []}', /none that Pulumi writes/],
  ["a state without version", '{"deployment": {}}', /has no version/],
  ["a version in quotes", '{"version": "3", "deployment": {}}', /version/],
  ["version 1", '{"version": 1, "deployment": {}}', /version 1.*version 3 and newer/],
  ["version 2", '{"version": 2, "deployment": {}}', /version 2.*version 3 and newer/],
  ["version 99", '{"version": 99, "deployment": {}}', /version 99.*versions 3 to 4/],
  ["version 0", '{"version": 0, "deployment": {}}', /version 0/],
  ["version 3.5", '{"version": 3.5, "deployment": {}}', /version/],
  ["a deployment that is a list", '{"version": 3, "deployment": []}', /deployment/],
  ["a checkpoint that is a text", '{"version": 3, "checkpoint": "x"}', /checkpoint/],
  ["resources that are an object", '{"version": 3, "deployment": {"resources": {}}}', /deployment\.resources/],
  ["a resource that is null", stateOf(bucket("a"), null), /deployment\.resources\[1\]/],
  ["a resource that is a text", stateOf("bucket"), /deployment\.resources\[0\]/],
  ["a resource without URN", stateOf({ type: "aws:s3/bucket:Bucket" }), /no urn in deployment\.resources\[0\]/],
  ["a resource without type", stateOf({ urn: urn("a") }), /no type in deployment\.resources\[0\]/],
  ["a URN that is a number", stateOf({ ...bucket("a"), urn: 5 }), /resources\[0\]\.urn to 5/],
  ["a URN that is none", stateOf({ ...bucket("a"), urn: "bucket" }), /resources\[0\]\.urn/],
  ["a huge URN that is none", stateOf({ ...bucket("a"), urn: huge }), /resources\[0\]\.urn/],
  ["inputs that are a list", stateOf(bucket("a", { inputs: [1] })), /resources\[0\]\.inputs/],
  ["inputs that are a huge text", stateOf(bucket("a", { inputs: huge })), /resources\[0\]\.inputs/],
  ["outputs that are a number", stateOf(bucket("a", { outputs: 1 })), /resources\[0\]\.outputs to a number/],
  ["dependencies that are a text", stateOf(bucket("a", { dependencies: urn("b") })), /resources\[0\]\.dependencies/],
  ["a dependency that is a number", stateOf(bucket("a", { dependencies: [1] })), /resources\[0\]\.dependencies\[0\]/],
  ["property dependencies in a list", stateOf(bucket("a", { propertyDependencies: [] })), /propertyDependencies/],
  ["a parent that is an object", stateOf(bucket("a", { parent: {} })), /resources\[0\]\.parent/],
  ["custom as a text", stateOf(bucket("a", { custom: "yes" })), /resources\[0\]\.custom/],
  ["one URN twice", stateOf(bucket("a"), bucket("a")), /two resources with the URN .*::a$/],
  ["a resource that waits for itself", stateOf(bucket("a", { dependencies: [urn("a")] })), /circle: a → a/],
  [
    "two that wait for each other",
    stateOf(bucket("a", { dependencies: [urn("b")] }), bucket("b", { dependencies: [urn("a")] })),
    /circle: a → b → a/,
  ],
  [
    "three parents in a circle",
    stateOf(bucket("a", { parent: urn("b") }), bucket("b", { parent: urn("c") }), bucket("c", { parent: urn("a") })),
    /circle: a → b → c → a/,
  ],
  ["values that are nested too deeply", stateOf(bucket("a", { inputs: { x: "@" } })).replace('"@"', deep), /deeply/],
  ["steps that are an object", '{"steps": {}}', /steps/],
  ["a step that is a text", stepOf("create"), /steps\[0\]/],
  ["a step without URN", stepOf({ op: "create" }), /no urn in steps\[0\]/],
  ["a step whose state is a list", stepOf({ op: "create", urn: urn("a"), newState: [] }), /steps\[0\]\.newState/],
  ["a configuration value that is a number", '{"config": {"aws:region": 1}, "steps": []}', /aws:region.* to a number/],
  ["a summary of texts", '{"changeSummary": {"same": "9"}}', /changeSummary/],
  ["an event without step", '{"resourcePreEvent": {}}', /resourcePreEvent/],
  ["an event whose step is a text", '{"resOutputsEvent": {"metadata": "x"}}', /resOutputsEvent\.metadata/],
  ["a batch with a broken event", '{"events": [{"preludeEvent": {}}, {"resourcePreEvent": 1}]}', /events\[1\]/],
];

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "preflight-malformed-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
  removeFolders();
});

const failure = async (path: string): Promise<unknown> =>
  readTarget(path, { config: {} }).then(
    () => undefined,
    (error: unknown) => error,
  );

it.each(MALFORMED)("says in one line what is wrong with a file that holds %s", async (_name, content, place) => {
  const file = join(scratch, "broken.json");
  writeFileSync(file, content);
  const error = await failure(file);
  expect(error).toBeInstanceOf(ProgramError);
  const { message } = error as ProgramError;
  expect(message.startsWith(file)).toBe(true);
  expect(message).toMatch(place);
  expect(message).not.toContain("\n");
  expect(message.length).toBeLessThan(500);
});

it("says so when a file or folder is not there, is no program, or cannot be read", async () => {
  mkdirSync(join(scratch, "empty"));
  expect(String(await failure(join(scratch, "gone.json")))).toMatch(/gone\.json does not exist/);
  expect(String(await failure(join(scratch, "empty")))).toMatch(/empty has no Pulumi\.yaml/);
});

it("takes a state that PowerShell has redirected, one of an empty stack, and one with what it does not know", async () => {
  const good: [string, string | Buffer, number][] = [
    ["utf16.json", utf16(stateOf(bucket("a"))), 1],
    ["bom.json", `\uFEFF${stateOf(bucket("a"))}`, 1],
    ["empty.json", '{"version": 3, "deployment": {"manifest": {}}}', 0],
    ["none.json", '{"version": 3, "deployment": null}', 0],
    ["newer.json", '{"version": 4, "deployment": {"resources": [], "later": {}}, "features": ["x"]}', 0],
    ["local.json", `{"version": 3, "checkpoint": {"stack": "dev", "latest": {"resources": []}}}`, 0],
  ];
  for (const [name, content, count] of good) {
    writeFileSync(join(scratch, name), content);
    const { stack } = await readTarget(join(scratch, name), { config: {} });
    expect([name, stack.resources.length]).toEqual([name, count]);
  }
});

it("says which resources are missing that others wait for", async () => {
  const file = join(scratch, "dangling.json");
  writeFileSync(file, stateOf(bucket("a", { dependencies: [urn("gone")], parent: urn("lost") })));
  const { gaps } = await readTarget(file, { config: {}, folder: programFolder({}) });
  expect(gaps).toEqual([
    {
      kind: "missing-steps",
      message: expect.stringMatching(
        /^2 resources that others depend on are not in the file, such as .*gone/,
      ) as string,
    },
  ]);
});
