import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { explainFailure } from "../../src/cli/report";
import { preflight } from "../../src/cli/program";

jest.setTimeout(120_000);

const BUCKET = "aws:s3/bucket:Bucket";
const urnOf = (name: string, type = BUCKET): string => `urn:pulumi:dev::shop::${type}::${name}`;
const bucket = (name: string, more: object = {}): object => ({
  urn: urnOf(name),
  type: BUCKET,
  custom: true,
  id: "files-1",
  inputs: { __defaults: [] },
  ...more,
});
const stateOf = (...resources: unknown[]): string => JSON.stringify({ version: 3, deployment: { resources } });
const previewOf = (more: object): string =>
  JSON.stringify({
    steps: [{ op: "create", urn: urnOf("files"), newState: bucket("files") }],
    changeSummary: { create: 1 },
    ...more,
  });
const STATE = stateOf(bucket("files"));
const PROJECT = "name: shop\nruntime: nodejs\n";
const UNTIL = "2099-01-31";
const EXEMPTION = { rule: "rds-not-public", resource: "db", reason: "Moves in March", until: UNTIL };
const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const utf16be = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-hostile-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string | Buffer>>;

function write(files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

interface Ran {
  code: number;
  out: string;
  err: string;
}

const exitCode = (): number => Number(process.exitCode ?? 0);

/** Runs the command as main.ts does, in this process. */
async function run(args: readonly string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const writing = [
    jest.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true)),
    jest.spyOn(process.stderr, "write").mockImplementation((text) => ((err += String(text)), true)),
  ];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const program = preflight();
    for (const command of [program, ...program.commands]) {
      command.exitOverride();
    }
    await program.parseAsync(["node", "preflight", ...args]).catch((error: unknown) => {
      process.exitCode = (error as { exitCode?: number }).exitCode === undefined ? explainFailure(error) : 2;
    });
    return { code: exitCode(), out, err };
  } finally {
    process.exitCode = before;
    writing.forEach((one) => {
      one.mockRestore();
    });
  }
}

const at = (...names: string[]): string => join(folder, ...names);

/** Everything that a person reads is words of one line, and never an internal error. */
function expectOneLine(text: string, expected: RegExp): void {
  const lines = text.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  expect(text).toMatch(expected);
  expect(text).not.toMatch(/internal error|\n\s+at |Cannot read prop/);
  // eslint-disable-next-line no-control-regex -- what would steer a terminal
  expect(lines[0]).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  // The longest names all keys of a contract.
  expect(text.length).toBeLessThan(1_400);
}

/** Inputs that end the command with 2 and one line. */
const REFUSED: [name: string, files: Files, args: string[], line: RegExp][] = [
  ...(
    [
      ["tabs for indentation", "name: shop\nruntime:\n\tname: nodejs\n", /Pulumi\.yaml:3 is not valid YAML/],
      ["a key twice", `${PROJECT}name: other\n`, /Pulumi\.yaml:3 is not valid YAML: Map keys must be unique/],
      [
        "an anchor that contains itself",
        `${PROJECT}config:\n  shop:x: {value: &a {y: *a}}\n`,
        /contains its own alias/,
      ],
      ["a list that contains itself", `${PROJECT}x: &a [1, *a]\n`, /contains its own alias/],
      ["an alias without an anchor", `${PROJECT}x: *gone\n`, /is not valid YAML/],
      [
        "aliases that grow without end",
        `${PROJECT}a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
          .split("")
          .map(
            (key, index) =>
              `${key}: &${key} [${Array(9)
                .fill(`*${"abcdefgh".charAt(index)}`)
                .join(", ")}]\n`,
          )
          .join("")}`,
        /is not valid YAML/,
      ],
      ["two documents", `${PROJECT}---\nname: other\n`, /is not valid YAML: Source contains multiple documents/],
      ["nothing", "", /has no 'name'/],
      ["a list", "- name: shop\n", /holds a list: it must hold keys and values/],
      ["a text", "shop\n", /holds a string/],
      ["UTF-16", utf16(PROJECT), /Pulumi\.yaml is not text in UTF-8/],
      ["a letter of Latin-1", Buffer.from("name: caf\xe9\nruntime: nodejs\n", "latin1"), /is not text in UTF-8/],
      ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /is not text in UTF-8/],
      [
        "a name with a line break",
        'name: "sh\\nop"\nruntime: nodejs\n',
        /'name' in .* is "sh\\nop": it must be 1 to 100/,
      ],
      ["a name with escape codes", 'name: "\\e[31mshop"\nruntime: nodejs\n', /'name' in .*: it must be 1 to 100/],
      ["a number for a name", "name: 5\nruntime: nodejs\n", /'name' in .* is 5/],
      ["a list for a runtime", "name: shop\nruntime: [nodejs]\n", /'runtime' in /],
      ["a runtime that there is not", "name: shop\nruntime: cobol\n", /'runtime' in .* is "cobol"/],
      [
        "options that are a number",
        "name: shop\nruntime: {name: nodejs, options: 5}\n",
        /'runtime\.options' in .* is 5/,
      ],
      ["a main outside of the project", `${PROJECT}main: ../..\n`, /'main' in .* is "\.\.\/\.\."/],
      ["a configuration that is a list", `${PROJECT}config: [1]\n`, /'config' in .* is a list/],
      ["brackets without end", `${PROJECT}x: ${"[".repeat(20_000)}\n`, /Pulumi\.yaml/],
    ] as [string, string | Buffer, RegExp][]
  ).map(([name, content, line]): [string, Files, string[], RegExp] => [
    `a Pulumi.yaml with ${name}`,
    { "Pulumi.yaml": content },
    ["check", "."],
    line,
  ]),
  [
    "a Pulumi.yaml that is a folder",
    { "Pulumi.yaml/x": "" },
    ["check", "."],
    /Pulumi\.yaml cannot be read: it is a folder/,
  ],
  [
    "a stack's file with an anchor that contains itself",
    { "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "config:\n  shop:x: &a [*a]\n" },
    ["check", "."],
    /Pulumi\.dev\.yaml has an anchor/,
  ],
  [
    "a stack's file that is a list",
    { "Pulumi.yaml": PROJECT, "Pulumi.dev.yaml": "[1]\n" },
    ["check", "."],
    /Pulumi\.dev\.yaml holds a list/,
  ],
  [
    "a package.json that is cut",
    { "Pulumi.yaml": PROJECT, "package.json": '{"main": ' },
    ["check", "."],
    /package\.json:1:10/,
  ],
  [
    "a stack's name that leads out",
    { "Pulumi.yaml": PROJECT },
    ["check", ".", "--stack", ".."],
    /stack is named|no node_modules/,
  ],
  [
    "a state with a key twice",
    { "s.json": '{"version": 3,\n "deployment": {}, "deployment": {}}' },
    ["check", "s.json"],
    /s\.json:2:20 has the key deployment twice/,
  ],
  [
    "a resource with a key twice",
    { "s.json": STATE.replace('"custom":true', '"custom":true,"inputs":{"bucket":"x"}') },
    ["check", "s.json"],
    /s\.json:1:\d+ has the key inputs twice/,
  ],
  [
    "a state in UTF-16 of the other order",
    { "s.json": utf16be(STATE) },
    ["check", "s.json"],
    /s\.json is not text in UTF-8/,
  ],
  [
    "a state with a byte of Latin-1",
    { "s.json": Buffer.from(stateOf(bucket("caf\xe9")), "latin1") },
    ["check", "s.json"],
    /not text in UTF-8/,
  ],
  [
    "a version out of range",
    { "s.json": '{"version": 1e999, "deployment": {}}' },
    ["check", "s.json"],
    /s\.json sets version to Infinity/,
  ],
  ["a huge negative version", { "s.json": '{"version": -9e99, "deployment": {}}' }, ["check", "s.json"], /version/],
  [
    "pending operations that are a number",
    { "s.json": '{"version": 3, "deployment": {"pending_operations": 5}}' },
    ["check", "s.json"],
    /deployment\.pending_operations to 5/,
  ],
  ["a resource that is a list", { "s.json": stateOf([]) }, ["check", "s.json"], /deployment\.resources\[0\]/],
  [
    "a type with a control character and no URN",
    { "s.json": stateOf({ type: "aws\u001b[2J" }) },
    ["check", "s.json"],
    /has no urn in deployment\.resources\[0\]/,
  ],
  [
    "a URN with escape codes that is none",
    { "s.json": stateOf({ ...bucket("x"), urn: "\u001b[2J\nx" }) },
    ["check", "s.json"],
    /resources\[0\]\.urn/,
  ],
  [
    "diagnostics that are a text",
    { "p.json": previewOf({ diagnostics: "failed" }) },
    ["check", "p.json"],
    /p\.json sets diagnostics to "failed"/,
  ],
  [
    "a severity that is a number",
    { "p.json": previewOf({ diagnostics: [{ severity: 1 }] }) },
    ["check", "p.json"],
    /diagnostics\[0\]\.severity to 1/,
  ],
  ["a step that is null", { "p.json": previewOf({ steps: [null] }) }, ["check", "p.json"], /steps\[0\]/],
  [
    "a new state that is null",
    { "p.json": previewOf({ steps: [{ op: "create", urn: urnOf("x"), newState: null }] }) },
    ["check", "p.json"],
    /steps\[0\]\.newState/,
  ],
  [
    "a summary out of range",
    { "p.json": '{"steps": [], "changeSummary": {"same": 1e999}}' },
    ["check", "p.json"],
    /changeSummary\.same to Infinity/,
  ],
  [
    "an event whose operation is a list",
    { "e.json": '{"resourcePreEvent": {"metadata": {"op": [], "urn": "x"}}}\n{}\n' },
    ["check", "e.json"],
    /resourcePreEvent\.metadata\.op/,
  ],
  [
    "an event log with a key twice",
    { "e.json": '{"preludeEvent": {}}\n{"summaryEvent": {}, "summaryEvent": {}}\n' },
    ["check", "e.json"],
    /e\.json:2:22 has the key summaryEvent twice/,
  ],
  [
    "a baseline with a key twice",
    { "s.json": STATE, "b.json": '{"version": 1, "version": 1}' },
    ["check", "s.json", "--baseline", "b.json"],
    /b\.json:1:16 has the key version twice/,
  ],
  [
    "a baseline of another version",
    { "s.json": STATE, "b.json": '{"version": 2}' },
    ["check", "s.json", "--baseline", "b.json"],
    /version must be 1/,
  ],
  [
    "an organization's file with an anchor that contains itself",
    { "Pulumi.yaml": PROJECT, "o.yaml": "tags: &a [*a]\n" },
    ["contract", ".", "--organization", "o.yaml"],
    /o\.yaml has an anchor/,
  ],
  [
    "an organization's file that is a list",
    { "Pulumi.yaml": PROJECT, "o.yaml": "[1]\n" },
    ["contract", ".", "--organization", "o.yaml"],
    /o\.yaml holds no keys and values/,
  ],
  [
    "an organization's file with a mistyped rule",
    { "Pulumi.yaml": PROJECT, "o.yaml": "rds-not-publik: mandatory\n" },
    ["contract", ".", "--organization", "o.yaml"],
    /did you mean rds-not-public\?/,
  ],
  [
    "an exemption without a reason in words",
    { "Pulumi.yaml": PROJECT },
    ["exempt", "rds-not-public", "db", "--reason", "123", "--until", UNTIL, "--yes"],
    /--reason is "123"/,
  ],
  [
    "an exemption until a day that is none",
    { "Pulumi.yaml": PROJECT },
    ["exempt", "rds-not-public", "db", "--reason", "r", "--until", "2027-02-30", "--yes"],
    /--until is "2027-02-30"/,
  ],
  [
    "an exemption of a name with an open bracket",
    { "Pulumi.yaml": PROJECT },
    ["exempt", "rds-not-public", "db[", "--reason", "r", "--until", UNTIL, "--yes"],
    /RESOURCE is "db\["/,
  ],
  [
    "an exemption of a rule with escape codes",
    { "Pulumi.yaml": PROJECT },
    ["exempt", "\u001b[2J", "db", "--reason", "r", "--until", UNTIL, "--yes"],
    /RULE is /,
  ],
];

/** Values of preflight:contract that are wrong, with the path that the one finding names. */
const CONTRACTS: [name: string, contract: string, message: RegExp][] = [
  ["no JSON", "{region", /^preflight:contract is "\{region", but it must be an object/],
  ["nothing", "", /^preflight:contract is "", but it must be an object/],
  ["a list", "[1]", /^preflight:contract is a list/],
  ["a number out of range", "1e999", /^preflight:contract is /],
  ["a byte order mark", "\ufeff{}", /^preflight:contract is /],
  ["a key twice", '{"alarms": true, "alarms": false}', /has the key alarms twice, and only the last counts\.$/],
  [
    "a number out of range in a key",
    '{"backupRetentionDays": 1e999}',
    /sets backupRetentionDays to (?:Infinity|null), but/,
  ],
  [
    "a huge number",
    '{"backupRetentionDays": 99999999999999999999}',
    /backupRetentionDays to 100000000000000000000, but/,
  ],
  ["a fraction", '{"backupRetentionDays": 7.5}', /backupRetentionDays to 7\.5, but/],
  ["null", '{"region": null}', /sets region to null, but/],
  ["a key that every object has", '{"constructor": {}}', /unknown key constructor/],
  ["a key that sets the prototype", '{"__proto__": {"alarms": true}}', /unknown key __proto__/],
  ["a key with a line break", '{"regi\\non": "x"}', /unknown key "regi\\non"/],
  ["a value with escape codes", '{"region": "\\u001b[2J"}', /sets region to "\\u001b\[2J", but/],
  ["lists without end", `{"tags": ${nested(9_000)}}`, /tags|nested|cannot be read/],
  [
    "an exemption of a number",
    JSON.stringify({ exemptions: [{ ...EXEMPTION, resource: 5 }] }),
    /exemptions\[0\]\.resource to 5/,
  ],
  [
    "an exemption without words",
    JSON.stringify({ exemptions: [{ ...EXEMPTION, reason: 7 }] }),
    /exemptions\[0\]\.reason to 7/,
  ],
  ["exemptions that are an object", '{"exemptions": {}}', /sets exemptions to an object/],
  ["facts of no table", '{"facts": {"admin-port": {}}}', /did you mean facts\.admin-ports\?/],
  [
    "facts that take away",
    '{"facts": {"admin-ports": {"administration": {"22": null}}}}',
    /takes away from facts\.admin-ports/,
  ],
];

let cwd: string;
beforeEach(() => {
  cwd = process.cwd();
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(cwd);
});

it("are more than seventy", () => {
  expect(REFUSED.length + CONTRACTS.length).toBeGreaterThan(70);
});

it.each(REFUSED)("%s ends with 2 and one line", async (_name, files, args, line) => {
  write(files);
  const { code, out, err } = await run(args);
  expectOneLine(err, line);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

it.each(CONTRACTS)(
  "a contract with %s is one mandatory finding, and all else is checked",
  async (_name, contract, message) => {
    write({ "s.json": STATE, "Pulumi.yaml": PROJECT });
    const { code, out, err } = await run([
      "check",
      "s.json",
      "--format",
      "json",
      "--config",
      `preflight:contract=${contract}`,
    ]);
    const { findings } = JSON.parse(out) as { findings: { rule: string; level: string; message: string }[] };
    const wrong = findings.filter(({ rule }) => rule === "contract");
    expect(wrong.map(({ level }) => level)).toEqual(["mandatory"]);
    expectOneLine(wrong[0]?.message ?? "", message);
    expect({ code, err }).toEqual({ code: 1, err: "" });
  },
);

/** Names that a program may have, however odd: they are checked like any other. */
it.each([
  ["a line break", "a\nb"],
  ["escape codes", "\u001b[2Ja"],
  ["a mark of direction", "a\u202eb"],
  ["a command of a server", "::error::x"],
  ["half a letter", "a\ud800b"],
  ["the name of a method", "constructor"],
  ["colons", "a::b::c"],
])("a resource whose name has %s is checked", async (_name, name) => {
  write({ "s.json": stateOf(bucket(name), bucket("other", { inputs: { __proto__: null, constructor: 5 } })) });
  const { code, out, err } = await run(["check", at("s.json"), "--format", "json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { findings } = JSON.parse(out) as { findings: { resource?: { urn: string } }[] };
  expect(new Set(findings.map(({ resource }) => resource?.urn)).size).toBeGreaterThan(1);
});
