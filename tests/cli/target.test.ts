import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { reportOn } from "../../src/cli/check";
import type { Report } from "../../src/report/report";
import { readTarget, type Target } from "../../src/cli/target";
import { isConfigurationKnown } from "../../src/source/origin";
import { programFolder, removeFolders } from "../engine/programs";

// What the real engine (3.248.0) wrote of the program in fixtures/program.
const FIXTURES = join(__dirname, "fixtures");
const PROGRAM = join(FIXTURES, "program");

jest.setTimeout(60_000);

async function check(file: string, folder: string | undefined = PROGRAM): Promise<Report> {
  return reportOn(await readTarget(join(FIXTURES, file), { config: {}, folder }), "2026-11-22");
}

const notesOf = ({ gaps = [] }: Pick<Target, "gaps">): string[] => gaps.map(({ message }) => message);

const lines = ({ results }: Report): string[] =>
  results.map(({ level, rule, name, path }) => `${level} ${rule.id} ${String(name)} ${path}`).sort();

afterAll(removeFolders);

let ofProgram: Report;
beforeAll(async () => {
  ofProgram = await check("program");
});

it.each(["state.json", "preview.json"])("finds in %s what it finds in the program", async (file) => {
  expect(lines(ofProgram).length).toBeGreaterThan(6);
  expect(lines(await check(file))).toEqual(lines(ofProgram));
});

it("has no dependencies in an event log, so checks single resources only, and notes it", async () => {
  for (const file of ["events-of-preview.jsonl", "events-of-up.jsonl"]) {
    const report = await check(file);
    expect(notesOf(report)).toEqual([expect.stringContaining("no dependencies")]);
    expect(lines(report).length).toBeGreaterThan(1);
    expect(lines(ofProgram)).toEqual(expect.arrayContaining(lines(report)));
    expect(lines(report).filter((line) => /eip-after-internet-gateway|cost-allocation-tags/.test(line))).toEqual([]);
  }
});

it("checks a preview that leaves out unchanged resources, and concludes nothing from what is absent", async () => {
  const report = await check("preview-of-changes.json");
  expect(report.gaps).toEqual(
    expect.arrayContaining([
      {
        kind: "missing-steps",
        message: expect.stringMatching(/leaves out 9 unchanged resources.*--show-sames/) as string,
        fails: true,
      },
    ]),
  );
  expect(lines(report).filter((line) => !line.includes("shop-dev"))).toEqual([]);
});

describe("what exists already", () => {
  const BUCKET = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::";
  const state = (name: string, more: object = {}): object => ({
    urn: BUCKET + name,
    custom: true,
    type: "aws:s3/bucket:Bucket",
    inputs: {},
    ...more,
  });
  async function existing(document: object): Promise<Record<string, unknown>> {
    const folder = programFolder({ "stack.json": JSON.stringify(document) });
    const { stack } = await readTarget(join(folder, "stack.json"), { config: {} });
    return Object.fromEntries(stack.resources.map(({ name, exists }) => [name, exists]));
  }

  it("is what a preview keeps or changes, and not what it creates or replaces", async () => {
    const step = (op: string): object => ({ op, urn: BUCKET + op, newState: state(op, { id: "shop-1" }) });
    const ops = ["create", "create-replacement", "same", "update", "import"];
    expect(await existing({ steps: ops.map(step) })).toEqual({
      create: false,
      "create-replacement": false,
      same: true,
      update: true,
      import: true,
    });
  });

  it("is what has an id in a state", async () => {
    const resources = [state("with", { id: "shop-1", ignoreChanges: ["tags"] }), state("without")];
    expect(await existing({ version: 3, deployment: { resources } })).toEqual({ with: true, without: false });
  });

  it("has the paths whose changes are ignored", async () => {
    const resources = [state("with", { id: "shop-1", ignoreChanges: ["tags"] })];
    const folder = programFolder({ "state.json": JSON.stringify({ version: 3, deployment: { resources } }) });
    const { stack } = await readTarget(join(folder, "state.json"), { config: {} });
    expect(stack.resources[0]?.ignoreChanges).toEqual(["tags"]);
  });
});

describe("the configuration of a file", () => {
  const files = {
    "state.json": '{"version": 3, "deployment": {"resources": []}}',
    "preview.json": '{"config": {"shop:size": "small", "shop:password": "[secret]"}, "steps": []}',
    "Pulumi.dev.yaml": "config:\n  small:token: {secure: AAABAAAA}\n  small:size: large\n",
  };
  const read = async (file: string, named?: string): Promise<Target> => {
    const folder = programFolder(files);
    return readTarget(join(folder, file), { config: {}, ...(named === undefined ? {} : { folder }) });
  };

  it("is not known from a state alone", async () => {
    expect(await read("state.json")).toMatchObject({ config: {}, hasConfiguration: false });
  });

  it("has secrets that are not known", async () => {
    const { config, hasConfiguration } = await read("preview.json");
    expect(config).toEqual({ "shop:size": "small", "shop:password": "[secret]" });
    expect(hasConfiguration).toBe(true);
    expect(isConfigurationKnown({ config: new Map(Object.entries(config)), hasConfiguration: true })).toBe(false);
  });

  it("comes from the program's folder, where secrets are encrypted", async () => {
    expect(await read("state.json", "folder")).toMatchObject({
      config: { "small:token": "[secret]", "small:size": "large" },
      hasConfiguration: true,
    });
  });
});

it("notes that types are not checked, where a program has a tsconfig.json", async () => {
  const program = { "index.js": "", "tsconfig.json": "{}" };
  const target = await readTarget(programFolder(program), { config: {} });
  expect(notesOf(target)).toEqual([expect.stringMatching(/program's types were not checked.*--type-check/)]);
});

it.each(["program", "state.json", "preview.json"])("knows from %s where the program makes a resource", async (file) => {
  const { resources } = await check(file);
  const place = (name: string): string | undefined => {
    const source = resources.find((resource) => resource.name === name)?.source;
    return source && `${relative(PROGRAM, join(process.cwd(), source.file))}:${String(source.line)}`;
  };
  expect(place("orders")).toBe("index.ts:25");
  expect(place("main-vpc")).toBe("index.ts:17");
});

it("leaves out what the stack only reads", async () => {
  for (const file of ["program", "state.json", "preview.json"]) {
    expect((await check(file)).resources.map(({ name }) => name)).not.toContain("shared");
  }
});

it("says that secrets are encrypted, and shows the text of none", async () => {
  const report = await check("state.json");
  expect(notesOf(report)).toEqual([
    expect.stringMatching(/^1 secret is encrypted in the state.*--show-secrets/),
    "1 check of mandatory rules could not be decided: property-combinations.",
  ]);
  expect(report.undecided.map(({ path }) => path)).toContain("masterPassword");
});

it("judges a secret that the state shows, without showing it", async () => {
  const secret = "changeme-4-production";
  const scratch = mkdtempSync(join(tmpdir(), "preflight-state-"));
  const file = join(scratch, "state.json");
  const state = readFileSync(join(FIXTURES, "state.json"), "utf8");
  writeFileSync(
    file,
    state.replace(/"ciphertext": "[^"]+"/, () => `"plaintext": ${JSON.stringify(`"${secret}"`)}`),
  );
  try {
    const report = reportOn(await readTarget(file, { config: {}, folder: PROGRAM }), "2026-11-22");
    expect(lines(report)).toEqual(expect.arrayContaining([expect.stringMatching(/credentials-hardcoded orders/)]));
    expect(JSON.stringify(report.results)).not.toContain(secret);
    expect(notesOf(report)).toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

it("names what can check a program of another runtime, and still looks at its files", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-go-"));
  writeFileSync(join(scratch, "Pulumi.yaml"), "name: shop\nruntime: go\n");
  try {
    const contract = { "preflight:contract": '{"project": {"name": "orders"}}' };
    const report = reportOn(await readTarget(scratch, { config: contract }), "2026-11-22");
    expect(report.isUnreadable).toBe(true);
    expect(notesOf(report)).toEqual([expect.stringMatching(/this one is go.*pulumi preview --json --show-sames/)]);
    expect(report.results.map(({ rule }) => rule.id)).toContain("project-name");
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

describe("a stack without a file, where others have one", () => {
  const files = { "index.js": "", "Pulumi.prod.yaml": "", "Pulumi.qa.yaml": "" };

  it("is checked, and reported", async () => {
    expect(notesOf(await readTarget(programFolder(files), { config: {} }))).toEqual([
      "the stack dev has no Pulumi.dev.yaml, so that only the configuration in Pulumi.yaml counts; there are some for " +
        "prod, qa, which --stack names.",
    ]);
    expect(notesOf(await readTarget(programFolder(files), { config: {}, stack: "prdo" }))).toEqual([
      expect.stringMatching(/^the stack prdo has no Pulumi\.prdo\.yaml.*for prod, qa\.$/),
    ]);
    expect(notesOf(await readTarget(programFolder(files), { config: {}, stack: "prod" }))).toEqual([]);
    expect(notesOf(await readTarget(programFolder({ "index.js": "" }), { config: {}, stack: "any" }))).toEqual([]);
  });

  it("is reported beside the program's own error", async () => {
    const folder = programFolder({ ...files, "index.js": `new (require("@pulumi/pulumi").Config)().require("size");` });
    await expect(readTarget(folder, { config: {} })).rejects.toThrow(
      /variable 'small:size'[^]*\nnote: the stack dev has no Pulumi\.dev\.yaml/,
    );
  });
});

it("takes no other folder beside a program's", async () => {
  await expect(readTarget(PROGRAM, { config: {}, folder: FIXTURES })).rejects.toThrow(/--folder is for the files/);
});

describe("a preview of what is deployed", () => {
  const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
  const subnets = ["a", "b"].map((name) => ({
    op: "same",
    urn: urn("aws:ec2/subnet:Subnet", name),
    newState: {
      urn: urn("aws:ec2/subnet:Subnet", name),
      custom: true,
      type: "aws:ec2/subnet:Subnet",
      inputs: { vpcId: "vpc-1", availabilityZone: "us-east-1a" },
    },
    oldState: { outputs: { id: `subnet-${name}`, vpcId: "vpc-1", availabilityZone: "us-east-1a" } },
  }));
  const group = {
    op: "update",
    urn: urn("aws:rds/subnetGroup:SubnetGroup", "orders"),
    newState: {
      urn: urn("aws:rds/subnetGroup:SubnetGroup", "orders"),
      custom: true,
      type: "aws:rds/subnetGroup:SubnetGroup",
      inputs: { subnetIds: ["subnet-a", "subnet-b"] },
    },
  };
  const root = {
    op: "same",
    urn: urn("pulumi:pulumi:Stack", "shop-dev"),
    newState: { urn: urn("pulumi:pulumi:Stack", "shop-dev"), custom: false, type: "pulumi:pulumi:Stack" },
    oldState: { outputs: { endpoint: "[object Object]" } },
  };

  async function reportOf(steps: object[], inputs: object = {}): Promise<Report> {
    const scratch = mkdtempSync(join(tmpdir(), "preflight-preview-"));
    const file = join(scratch, "preview.json");
    const withInputs = { ...group, newState: { ...group.newState, inputs: { ...group.newState.inputs, ...inputs } } };
    const all: { op: string }[] = [root, ...(steps as { op: string }[]), withInputs];
    const changeSummary = { same: all.filter(({ op }) => op === "same").length };
    writeFileSync(file, JSON.stringify({ steps: all, changeSummary }));
    try {
      return reportOn(await readTarget(file, { config: {}, folder: PROGRAM }), "2026-11-22");
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }

  const zones = ({ results }: Report): string[] =>
    results.filter(({ rule }) => rule.id === "db-subnet-group-zones").map(({ level }) => level);

  it("knows the ids of what stays as it is, which are in its old state", async () => {
    // AWS rejects a change of the group for the same reason.
    expect(zones(await reportOf(subnets))).toEqual(["mandatory"]);
    expect(zones(await reportOf(subnets.map((step) => ({ ...step, op: "create-replacement" }))))).toEqual([]);
  });

  it("says what it does not have: secrets and the stack's outputs, of which the old ones tell nothing", async () => {
    const report = await reportOf(subnets, { description: "[secret]" });
    const { results } = report;
    expect(notesOf(report)).toEqual([
      "1 secret is left out of the preview, so that no rule could look at them.",
      "a preview does not contain what the program exports, so that no rule could check the stack's outputs.",
    ]);
    expect(results.map(({ rule }) => rule.id)).not.toContain("output-as-text");
  });
});
