import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-answers-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function preflight(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "dist/src/cli/main.js"), ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { code: status, out: stdout, err: stderr };
}

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** A database that is public, or not, by what the program looks up. */
function program(name: string, lookup: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  write(`${name}/Pulumi.yaml`, "name: shop\nruntime: nodejs\nconfig:\n  aws:region: eu-west-1\n");
  write(`${name}/package.json`, '{"main": "index.js"}');
  write(
    `${name}/index.js`,
    `const pulumi = require("@pulumi/pulumi");
const { getParameterOutput } = require("@pulumi/aws/ssm/getParameter");
const { Instance } = require("@pulumi/aws/rds/instance");
const { Vpc } = require("@pulumi/aws/ec2/vpc");
${lookup}
new Instance("db", {
  engine: "postgres", instanceClass: "db.t4g.small", allocatedStorage: 20, manageMasterUserPassword: true,
  username: "shop", publiclyAccessible: isPublic,
});
`,
  );
  return path;
}

const PARAMETER = `const isPublic = getParameterOutput({ name: "/shop/public" }).value.apply((value) => value === "true");`;
const REFERENCE = `const isPublic = new pulumi.StackReference("network", { name: "acme/network/dev" }).requireOutput("public");`;
const READ = `const isPublic = Vpc.get("shared", "vpc-1").enableDnsSupport;`;

const functions = (value: string): { functions: object[] } => ({
  functions: [{ function: "aws:ssm/getParameter:getParameter", args: { name: "/shop/public" }, result: { value } }],
});
const reference = (isPublic: boolean): unknown => ({
  resources: [
    { type: "pulumi:pulumi:StackReference", id: "acme/network/dev", state: { outputs: { public: isPublic } } },
  ],
});
const vpc = (enableDnsSupport: boolean): unknown => ({
  resources: [{ type: "aws:ec2/vpc:Vpc", id: "vpc-1", state: { enableDnsSupport } }],
});

describe("--answers", () => {
  it.each([
    ["a data source", PARAMETER, functions("true"), functions("false")],
    ["another stack", REFERENCE, reference(true), reference(false)],
    ["a resource that is read", READ, vpc(true), vpc(false)],
  ])("takes what %s answers in place of an unknown value", (name, lookup, bad, good) => {
    const path = program(name.replace(/ /g, "-"), lookup);
    const withBad = preflight("check", path, "--answers", write("bad.json", bad));
    expect(withBad.err).toBe("");
    expect(withBad.out).toContain("rds-not-public");
    expect(withBad.code).toBe(1);
    const withGood = preflight("check", path, "--once", "--answers", write("good.json", good));
    expect(withGood.out).not.toContain("rds-not-public");
  });

  it.each([
    ["another region", `region: "us-east-1"`, false],
    ["another account", `region: "eu-west-1", profile: "audit"`, false],
    ["the same account and region", `region: "eu-west-1", defaultTags: { tags: { team: "shop" } }`, true],
  ])("takes the default provider's answer by a provider of %s: %s, %s", (name, settings, isTaken) => {
    const lookup = `const other = new (require("@pulumi/aws/provider").Provider)("other", { ${settings} });
${PARAMETER.replace("}).value", "}, { provider: other }).value")}`;
    const path = program(`by-${name.replace(/ /g, "-")}`, lookup);
    const without = preflight("check", path, "--once", "--answers", write("default.json", functions("true")));
    expect(without.err).toBe("");
    expect(without.out.includes("rds-not-public")).toBe(isTaken);
    expect(without.out.includes("is not among the recorded answers")).toBe(!isTaken);
  });

  it("takes the answer of the provider that is called", () => {
    const lookup = `const other = new (require("@pulumi/aws/provider").Provider)("other", { region: "us-east-1" });
${PARAMETER.replace("}).value", "}, { provider: other }).value")}`;
    const [answer] = functions("true").functions;
    const answers = { functions: [...functions("false").functions, { ...answer, provider: "other" }] };
    const { out } = preflight("check", program("by-other", lookup), "--once", "--answers", write("both.json", answers));
    expect(out).toContain("rds-not-public");
  });

  it("lists what the program looks up and the answers leave out", () => {
    const { out } = preflight(
      "check",
      program("left", `${PARAMETER}\n${READ.replace("isPublic", "dns")}`),
      "--answers",
      write("none.json", {}),
    );
    expect(out).toContain("the call of aws:ssm/getParameter:getParameter by name is not among the recorded answers");
    expect(out).toContain("the resource shared (aws:ec2/vpc:Vpc), which the program reads, is not among the recorded");
  });

  it.each([
    ["is absent", undefined, "answers.json cannot be read: it does not exist"],
    ["is no JSON", "{", "answers.json:1:2 is not JSON"],
    ["is a list", "[]", "answers.json is an empty list, but it must be an object"],
    [
      "has an unknown key",
      { function: [] },
      "answers.json has the unknown key function, which can have functions, resources",
    ],
    [
      "has an answer without a result",
      { functions: [{ function: "aws:x" }] },
      "answers.json has no result in functions[0]",
    ],
    ["has a wrong type", { functions: [{ function: 1, result: {} }] }, "answers.json sets functions[0].function to 1"],
  ])("reports in one line a file that %s", (_, content, message) => {
    const path = join(folder, "answers.json");
    rmSync(path, { force: true });
    if (content !== undefined) write("answers.json", content);
    const { code, out, err } = preflight("check", program("plain", PARAMETER), "--answers", "answers.json");
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
  });

  it("is for programs", () => {
    const state = write("state.json", { version: 3, deployment: { resources: [] } });
    const { code, err } = preflight("check", state, "--answers", write("none.json", {}));
    expect(err).toContain("--answers is for programs");
    expect(code).toBe(2);
  });
});

const SECRET = "4dabf18193072939515e22adb298388d";

/** A line of the log for each side of a call, as the Pulumi CLI writes them. */
const call = (method: string, request: object, response: object): string =>
  [
    {
      method: `/pulumirpc.ResourceMonitor/${method}`,
      request,
      metadata: { mode: "server" },
      progress: "request_started",
    },
    { method: `/pulumirpc.ResourceMonitor/${method}`, request, response, metadata: { mode: "server" } },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n");

const secret = (value: unknown): object => ({ [SECRET]: "1b47061264138c4ac30d75fd1eb44270", value });

const LOG = [
  '{"method":"/pulumirpc.LanguageRuntime/Handshake","request":{},"metadata":{"mode":"client"}}',
  call(
    "Invoke",
    { tok: "aws:ssm/getParameter:getParameter", args: { name: "/shop/public" } },
    { return: { name: "/shop/public", type: "String", value: "true" } },
  ),
  call(
    "Invoke",
    {
      tok: "aws:ssm/getParameter:getParameter",
      args: { name: "/shop/key" },
      provider: "urn:pulumi:dev::shop::pulumi:providers:aws::west::4b1f",
    },
    { return: { type: "SecureString", value: "canary-1", version: 3 } },
  ),
  call(
    "Invoke",
    {
      tok: "aws:ssm/getParametersByPath:getParametersByPath",
      args: { path: "/shop" },
      provider: "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0::04da",
    },
    { return: { names: ["/shop/key"], types: ["SecureString"], values: ["canary-2"] } },
  ),
  call(
    "Invoke",
    {
      tok: "aws:secretsmanager/getSecretVersion:getSecretVersion",
      args: { secretId: "shop" },
      provider: "urn:pulumi:dev::shop::pulumi:providers:aws::default-audit::5c2e",
    },
    { return: { secretString: "canary-3", versionId: "1" } },
  ),
  call(
    "Invoke",
    { tok: "aws:ecr/getAuthorizationToken:getAuthorizationToken", args: {} },
    { return: { authorizationToken: "canary-4", password: "canary-5", userName: "AWS", more: [secret("canary-6")] } },
  ),
  call(
    "ReadResource",
    { type: "pulumi:pulumi:StackReference", id: "acme/network/dev", name: "network" },
    {
      properties: {
        name: "acme/network/dev",
        outputs: { public: true, marked: secret("canary-7"), named: "canary-8" },
        secretOutputNames: ["named"],
      },
    },
  ),
].join("\n");

describe("preflight answers", () => {
  it("takes the answers from a log, without what is secret", () => {
    const { code, out, err } = preflight("answers", write("calls.log", LOG));
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).not.toContain("canary");
    expect(JSON.parse(out)).toEqual({
      functions: [
        {
          function: "aws:ecr/getAuthorizationToken:getAuthorizationToken",
          args: {},
          result: { userName: "AWS", more: [] },
        },
        {
          function: "aws:secretsmanager/getSecretVersion:getSecretVersion",
          args: { secretId: "shop" },
          result: { versionId: "1" },
          provider: "default-audit",
        },
        {
          function: "aws:ssm/getParameter:getParameter",
          args: { name: "/shop/key" },
          result: { type: "SecureString", version: 3 },
          provider: "west",
        },
        {
          function: "aws:ssm/getParameter:getParameter",
          args: { name: "/shop/public" },
          result: { name: "/shop/public", type: "String", value: "true" },
        },
        {
          function: "aws:ssm/getParametersByPath:getParametersByPath",
          args: { path: "/shop" },
          result: { names: ["/shop/key"], types: ["SecureString"] },
        },
      ],
      resources: [
        {
          type: "pulumi:pulumi:StackReference",
          id: "acme/network/dev",
          state: { outputs: { public: true }, secretOutputNames: ["marked", "named"] },
        },
      ],
    });
  });

  it("gives a check the same answers as the log itself", () => {
    const log = write("calls.log", LOG);
    const recorded = write("recorded.json", preflight("answers", log).out);
    expect(preflight("check", program("logged", PARAMETER), "--answers", log).out).toContain("rds-not-public");
    expect(preflight("check", program("recorded", REFERENCE), "--answers", recorded).out).toContain("rds-not-public");
  });

  it("lets a program run on a secret output that is not recorded", () => {
    const path = program("secret", REFERENCE.replace('"public"', '"named"'));
    const { code, err } = preflight("check", path, "--answers", write("calls.log", LOG));
    expect(err).toBe("");
    expect(code).toBe(0);
  });

  it.each([
    ["a file that is no log", "{}", "is not a log of Pulumi's calls"],
    ["a line that is cut off", LOG.slice(0, LOG.indexOf('"return"') + 12), "calls.log:3:"],
  ])("refuses %s in one line", (_, content, message) => {
    const { code, out, err } = preflight("answers", write("calls.log", content));
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
  });
});
