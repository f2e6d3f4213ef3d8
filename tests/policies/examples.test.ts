import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policies";
import type { RuleExamples } from "../../src/rules/examples";
import type { Rule } from "../../src/rules/rule";
import type { Outcome } from "../../src/rules/run";
import type { RecordedStack } from "../../src/graph/recorded";
import { UNKNOWN_STRING } from "../../src/graph/value";
import { runRule, type Case } from "../../src/testing/rule-test";
import { examplesOf } from "../../tools/docs/examples";
import { runExample } from "../kit/example-programs";

const POLICIES = join(__dirname, "../../policies");
const SUFFIX = ".examples.ts";
const MOST_LINES = 15;
const DEFAULT_CONFIG = { "aws:region": "us-east-1" };

/** The files of a project around one program. */
const PROJECT_FILES = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };
const IMPORTS = ["aws", "pulumi", "random"].map((name) => `import * as ${name} from "@pulumi/${name}";\n`).join("");

const paths = readdirSync(POLICIES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(SUFFIX))
  .map((path): [id: string, path: string] => [path.slice(path.lastIndexOf("/") + 1, -SUFFIX.length), path])
  .sort();

const isDerived = (rule: Rule): boolean => "requirements" in rule;

/** The pairs of requirements without a file are made from their data. */
const derived = rules
  .filter((rule) => isDerived(rule) && !paths.some(([id]) => id === rule.id))
  .map((rule): [id: string, path: string] => [rule.id, "its data"]);

/** Rules on what a program of examples cannot have: options of the pack, and the name of the project. */
const WITHOUT_EXAMPLES: ReadonlySet<string> = new Set(["contract", "preflight", "project-name"]);

const filesOf = (program: RuleExamples["correct"]): Record<string, string> =>
  typeof program === "string" ? { ...PROJECT_FILES, "index.ts": IMPORTS + program } : program;

/** What a rule finds in a program. */
async function outcomeOf(rule: Rule, program: RuleExamples["correct"], examples: RuleExamples): Promise<Outcome> {
  const { contract, config = DEFAULT_CONFIG, exists = false } = examples;
  const files = filesOf(program);
  const recorded: RecordedStack = await runExample(files, { config, exists });
  const testCase: Case = { name: "", files, config, ...(contract && { contract }) };
  return runRule(rule, testCase, exists ? "up" : "preview", recorded);
}

const lines = ({ results }: Outcome): string[] =>
  results.map(
    ({ rule, level, name = "the stack", path, message }) =>
      `${level} ${rule.id} at ${[name, path].filter(Boolean).join(".")}: ${message}`,
  );

/** The examples of a rule, with what the rule finds in each of the two programs. */
async function evaluated(
  id: string,
  path: string,
): Promise<{ examples: RuleExamples; incorrect: Outcome; correct: Outcome }> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    throw new Error(`${path} is named after ${id}, which is not a rule`);
  }
  const examples = examplesOf(rule) ?? { incorrect: "", correct: "" };
  const run = async (kind: "incorrect" | "correct"): Promise<Outcome> => {
    // One without examples of its own may be silent until a framework requires it.
    const heard: Rule = isDerived(rule) ? { ...rule, level: "advisory" } : rule;
    const outcome = await outcomeOf(heard, examples[kind], examples).catch((error: unknown) => {
      throw new Error(`${id}: the ${kind} program does not run: ${String(error)}`);
    });
    if (outcome.crash !== undefined) {
      throw new Error(`${id} crashed on the ${kind} program: ${outcome.crash}`);
    }
    return outcome;
  };
  return { examples, incorrect: await run("incorrect"), correct: await run("correct") };
}

it.each([...paths, ...derived])(
  "%s reports its incorrect program, and nothing in its correct one",
  async (id, path) => {
    const { examples, incorrect, correct } = await evaluated(id, path);
    if (incorrect.results.length === 0) {
      const undecided = incorrect.undecided.map(({ name, path: property }) => `${name}.${property}`);
      throw new Error(
        `${id} reports nothing in the incorrect program; undecided: ${undecided.join(", ") || "nothing"}`,
      );
    }
    if (correct.results.length > 0) {
      throw new Error(`${id} reports in the correct program:\n${lines(correct).join("\n")}`);
    }
    for (const program of [examples.incorrect, examples.correct].flatMap((one) => Object.values(filesOf(one)))) {
      const code = program.replace(IMPORTS, "").trim();
      expect([id, code.split("\n").length <= MOST_LINES]).toEqual([id, true]);
    }
    for (const program of [examples.incorrect, examples.correct]) {
      expect([id, typeof program === "string" && /^\s*import /m.test(program)]).toEqual([id, false]);
    }
  },
);

it("every rule has examples", () => {
  const found = new Set([...paths, ...derived].map(([id]) => id));
  const missing = rules.map(({ id }) => id).filter((id) => !found.has(id));
  expect(missing.filter((id) => !WITHOUT_EXAMPLES.has(id))).toEqual([]);
});

describe("the program runner", () => {
  const registered = async (program: string, exists = false): Promise<RecordedStack["resources"]> =>
    (await runExample({ "index.ts": IMPORTS + program }, { config: DEFAULT_CONFIG, exists })).resources;
  const BUCKET = 'const logs = new aws.s3.Bucket("logs");\n';

  it("records inputs, and the resources that each property comes from", async () => {
    const resources = await registered(`${BUCKET}
new aws.s3.BucketPolicy("logs", {
  bucket: logs.id,
  policy: pulumi.jsonStringify({ Statement: [{ Resource: pulumi.interpolate\`\${logs.arn}/*\` }] }),
}, { dependsOn: new aws.kms.Key("key"), ignoreChanges: ["policy"] });`);
    const [bucket, key, policy] = ["logs", "key", "logs"].map((name, index) =>
      resources.find(
        (one) => one.name === name && one.type.includes(["bucket:", "key:", "bucketPolicy:"][index] ?? ""),
      ),
    );
    expect(policy).toMatchObject({
      inputs: { bucket: UNKNOWN_STRING, policy: UNKNOWN_STRING },
      propertyDependencies: { bucket: [bucket?.urn], policy: [bucket?.urn] },
      dependencies: [bucket?.urn, key?.urn],
      ignoreChanges: ["policy"],
    });
    expect(key?.provider).toMatch(/^urn:pulumi:dev::shop::pulumi:providers:aws::/);
  });

  it("knows outputs of a deployed stack, and passes inputs through", async () => {
    const program = `${BUCKET}
const role = new aws.iam.Role("role", { name: "app", assumeRolePolicy: "{}" });
export const found = [logs.arn, role.name.apply((name) => name.toUpperCase())];`;
    const exported = async (exists: boolean): Promise<unknown> =>
      (await registered(program, exists))[0]?.outputs["found"];
    expect(await exported(true)).toEqual(["arn:aws:s3:::logs-1a2b3c4", "APP"]);
    expect(await exported(false)).toEqual([UNKNOWN_STRING, "APP"]);
  });

  it("records components, their parts and providers, and waits for the parts", async () => {
    const resources = await registered(`
class Site extends pulumi.ComponentResource {
  constructor(name: string, options?: object) {
    super("shop:index:Site", name, {}, options);
    new aws.s3.Bucket(name, {}, { parent: this });
    this.registerOutputs({ ready: true });
  }
}
const provider = new aws.Provider("west", { region: "us-west-2", defaultTags: { tags: { Team: "shop" } } });
const site = new Site("site", { providers: [provider] });
new aws.sns.Topic("topic", {}, { dependsOn: [site] });`);
    const ofType = (type: string): RecordedStack["resources"][number] | undefined =>
      resources.find((one) => one.type === type);
    expect(ofType("aws:s3/bucket:Bucket")).toMatchObject({
      parent: ofType("shop:index:Site")?.urn,
      provider: expect.stringContaining("::west::") as string,
    });
    expect(ofType("aws:sns/topic:Topic")?.dependencies).toEqual([
      ofType("shop:index:Site")?.urn,
      ofType("aws:s3/bucket:Bucket")?.urn,
    ]);
    expect(ofType("pulumi:providers:aws")?.inputs["defaultTags"]).toBe('{"tags":{"Team":"shop"}}');
  });

  it("answers data sources, configuration and enumerations", async () => {
    const [root] = await registered(`
const document = aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["s3:*"], resources: ["*"] }] });
export const action = document.json.apply((text) => JSON.parse(text).Statement[0].Action);
export const zone = aws.getAvailabilityZonesOutput({ state: "available" }).names[0];
export const vpc = aws.ec2.getVpcOutput({ default: true }).id;
export const runtime = aws.lambda.Runtime.Python3d12;
export const region = new pulumi.Config("aws").require("region");
export const network = new pulumi.StackReference("acme/network/dev").requireOutput("vpcId");
export const existing = aws.s3.Bucket.get("existing", "shop-files").id;
export const text = \`\${vpc}\`;`);
    expect(root?.outputs).toMatchObject({
      action: "s3:*",
      zone: "us-east-1a",
      vpc: UNKNOWN_STRING,
      runtime: "python3.12",
      region: "us-east-1",
      network: UNKNOWN_STRING,
      existing: "shop-files",
      text: expect.stringMatching(/^Calling \[toString\] on an \[Output<T>\]/) as string,
    });
  });

  it("runs several files", async () => {
    const files = {
      "index.ts": 'import { name } from "./settings";\nimport * as aws from "@pulumi/aws";\nnew aws.s3.Bucket(name);',
      "settings.ts": 'export const name = "logs";',
    };
    expect((await runExample(files, { config: {} })).resources.map(({ name }) => name)).toContain("logs");
  });

  it.each([
    ["a property that does not exist", 'new aws.s3.Bucket("b", { buckt: "x" });', "aws:s3/bucket:Bucket has no buckt"],
    ["an output that does not exist", `${BUCKET}logs.arm;`, "aws:s3/bucket:Bucket has no property arm"],
    ["a type that does not exist", 'new aws.s3.Buckt("b");', "@pulumi/aws has no s3.Buckt"],
    ["a function that does not exist", "aws.ec2.getVpx({});", "@pulumi/aws has no function aws:ec2/getVpx:getVpx"],
    ["a variable that does not exist", 'new aws.sns.Topic("t", { kmsMasterKeyId: key.id });', "key is not defined"],
    ["code that cannot be parsed", 'new aws.sns.Topic("t", {', "index.ts: '}' expected"],
    [
      "configuration that is missing",
      'new pulumi.Config().require("x");',
      "the configuration of the example has no shop:x",
    ],
    ["two resources with one name", `${BUCKET}${BUCKET.replace("logs", "other")}`, "Duplicate resource URN"],
    ["an error in a function", `${BUCKET}pulumi.output(1).apply(() => { throw new Error("late"); });`, "late"],
    ["a package", 'require("left-pad");', "an example cannot import left-pad"],
  ])("fails on %s", async (_name, program, message) => {
    await expect(registered(program)).rejects.toThrow(message);
  });
});
