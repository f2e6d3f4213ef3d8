import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ProgramError, runProgram } from "../../src/engine/run";
import { UNKNOWN } from "../../src/engine/wire";
import { FIXTURES, find, programFolder, removeFolders } from "./programs";

jest.setTimeout(60_000);
afterAll(removeFolders);

const THING = `
const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
  constructor(name, props, opts) {
    super("example:index:Thing", name, { answer: undefined, ...props }, opts);
  }
}
`;

describe("a TypeScript program", () => {
  const run = (() => {
    let stack: ReturnType<typeof runProgram> | undefined;
    return () => (stack ??= runProgram(join(FIXTURES, "network")));
  })();
  const prefix = "urn:pulumi:dev::network::";
  const vpcUrn = `${prefix}example:index:Network$aws:ec2/vpc:Vpc::main-vpc`;

  test("is recorded with its configuration and its exported outputs, secrets as text", async () => {
    const stack = await run();
    expect(stack.project).toBe("network");
    expect(stack.config).toEqual({ "aws:region": "eu-west-1", "aws:defaultTags": '{"tags":{"Team":"web"}}' });
    expect(find(stack, "network-dev")).toMatchObject({
      urn: `${prefix}pulumi:pulumi:Stack::network-dev`,
      custom: false,
      outputs: { endpoint: UNKNOWN, plain: "text", zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
    });
  });

  test("has URNs with the chain of parents, without the stack", async () => {
    const stack = await run();
    expect(find(stack, "main").urn).toBe(`${prefix}example:index:Network::main`);
    expect(find(stack, "main-vpc").urn).toBe(vpcUrn);
    const subnet = find(stack, "main-1");
    expect(subnet.urn).toBe(`${prefix}example:index:Network$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::main-1`);
    expect(subnet.parent).toBe(vpcUrn);
  });

  test("has dependencies, by property too", async () => {
    const stack = await run();
    const group = find(stack, "db", "aws:ec2/securityGroup:SecurityGroup");
    expect(group.inputs).toEqual({ vpcId: UNKNOWN, description: UNKNOWN });
    expect(group.propertyDependencies).toEqual({ vpcId: [vpcUrn], description: [vpcUrn] });
    const database = find(stack, "db", "aws:rds/instance:Instance");
    expect(database.dependencies).toEqual([vpcUrn, group.urn]);
    expect(database.propertyDependencies).toEqual({ vpcSecurityGroupIds: [group.urn] });
  });

  test("has inputs as they were passed, and unknown outputs where AWS decides", async () => {
    const database = find(await run(), "db", "aws:rds/instance:Instance");
    expect(database.inputs).toEqual({
      instanceClass: "db.t3.micro",
      password: "not-so-secret",
      vpcSecurityGroupIds: [UNKNOWN],
    });
    expect(database.outputs).toMatchObject({ instanceClass: "db.t3.micro", id: UNKNOWN, arn: UNKNOWN, port: UNKNOWN });
    expect(database.outputs).not.toHaveProperty("skipFinalSnapshot");
  });

  test("has the outputs of components", async () => {
    const { outputs } = find(await run(), "main");
    expect(outputs).toEqual({ vpcId: UNKNOWN, zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] });
  });

  test("gets one default provider with the configuration of its package", async () => {
    const stack = await run();
    const provider = find(stack, "default_7_48_0");
    expect(provider).toMatchObject({
      urn: `${prefix}pulumi:providers:aws::default_7_48_0`,
      type: "pulumi:providers:aws",
      inputs: { region: "eu-west-1", defaultTags: '{"tags":{"Team":"web"}}', version: "7.48.0" },
    });
    expect(provider.parent).toBeUndefined();
    expect(find(stack, "main-vpc").provider).toBe(`${provider.urn}::${UNKNOWN}`);
  });

  test("keeps its explicit providers", async () => {
    const stack = await run();
    const provider = find(stack, "ireland");
    expect(provider.inputs).toMatchObject({ region: "eu-west-1", defaultTags: '{"tags":{"Team":"ireland"}}' });
    expect(find(stack, "second").provider).toBe(`${provider.urn}::${UNKNOWN}`);
  });

  test("marks what it reads as external", async () => {
    const shared = find(await run(), "shared");
    expect(shared).toMatchObject({ external: true, outputs: { id: "vpc-0123", cidrBlock: UNKNOWN } });
  });
});

describe("values of a JavaScript program", () => {
  test("are assets, archives, references, secrets and nothing of the SDK's own", async () => {
    const code = `${THING}
      const first = new Thing("first", {});
      class Group extends pulumi.ComponentResource {}
      const group = new Group("example:index:Group", "group");
      new Thing("second", {
        asset: new pulumi.asset.FileAsset("./code.js"),
        empty: new pulumi.asset.StringAsset(""),
        archive: new pulumi.asset.AssetArchive({ "a.txt": new pulumi.asset.StringAsset("a") }),
        reference: first,
        component: group,
        nested: { secret: [pulumi.secret({ text: "clear" })] },
        __internal: 1,
        nothing: null,
        later: first.answer,
      });`;
    const stack = await runProgram(programFolder({ "index.js": code, "code.js": "" }));
    const signature = "4dabf18193072939515e22adb298388d";
    const asset = "c44067f5952c0a294b673a41bacd8c17";
    const archive = "0def7320c3a5731c473e5ecbe6d01bc7";
    expect(find(stack, "second").inputs).toEqual({
      asset: { [signature]: asset, path: "./code.js" },
      empty: { [signature]: asset, text: "" },
      archive: { [signature]: archive, assets: { "a.txt": { [signature]: asset, text: "a" } } },
      reference: find(stack, "first").urn,
      component: find(stack, "group").urn,
      nested: { secret: [{ text: "clear" }] },
      nothing: null,
      later: UNKNOWN,
    });
    expect(find(stack, "second").propertyDependencies).toMatchObject({
      reference: [find(stack, "first").urn],
      later: [find(stack, "first").urn],
    });
  });

  test("that AWS chooses inside of a property are unknown where the program does not", async () => {
    const code = `${THING}
      class Cluster extends pulumi.CustomResource {
        constructor(name, props) {
          super("aws:eks/cluster:Cluster", name, { vpcConfig: undefined, ...props });
        }
      }
      const chosen = (name, vpcConfig) => {
        const cluster = new Cluster(name, { vpcConfig });
        new Thing(name, { group: cluster.vpcConfig.clusterSecurityGroupId, vpc: cluster.vpcConfig.vpcId });
      };
      chosen("left", { subnetIds: ["subnet-1"] });
      chosen("set", { subnetIds: ["subnet-1"], vpcId: "vpc-1" });
      chosen("secret", pulumi.secret({ subnetIds: ["subnet-1"] }));`;
    const folder = programFolder({ "index.js": code });
    const thing = (stack: Awaited<ReturnType<typeof runProgram>>, name: string): unknown =>
      find(stack, name, "example:index:Thing").inputs;
    const preview = await runProgram(folder);
    expect(thing(preview, "left")).toEqual({ group: UNKNOWN, vpc: UNKNOWN });
    expect(thing(preview, "set")).toEqual({ group: UNKNOWN, vpc: "vpc-1" });
    expect(thing(preview, "secret")).toEqual({ group: UNKNOWN, vpc: UNKNOWN });
    expect(find(preview, "left", "aws:eks/cluster:Cluster").inputs).toEqual({ vpcConfig: { subnetIds: ["subnet-1"] } });
    const computed = ({ name }: { name: string }, property: string): string => `${name} ${property}`;
    expect(thing(await runProgram(folder, { computed }), "left")).toEqual({
      group: "left vpcConfig.clusterSecurityGroupId",
      vpc: "left vpcConfig.vpcId",
    });
  });

  test("of encrypted configuration are unknown, and a program that needs them runs", async () => {
    const code = `${THING}
      const config = new pulumi.Config();
      const key = config.requireSecret("key");
      new Thing("thing", {
        key,
        url: pulumi.interpolate\`https://\${key}@host\`,
        port: config.requireSecretNumber("port"),
        user: config.requireObject("db").user,
        password: config.requireObject("db").password,
        clear: config.requireSecret("given"),
      });`;
    const stackFile = `config:
  small:key: {secure: v1:abc}
  small:port: {secure: v1:def}
  small:given: {secure: v1:ghi}
  small:db: {user: admin, password: {secure: v1:jkl}}
`;
    const folder = programFolder({ "index.js": code, "Pulumi.dev.yaml": stackFile });
    const stack = await runProgram(folder, { config: { given: "clear text" } });
    expect(find(stack, "thing").inputs).toEqual({
      key: UNKNOWN,
      url: UNKNOWN,
      port: UNKNOWN,
      user: "admin",
      password: UNKNOWN,
      clear: "clear text",
    });
    expect(stack.config).toMatchObject({ "small:key": UNKNOWN, "small:given": "clear text", "small:db": UNKNOWN });
  });

  test("of another stack are unknown", async () => {
    const code = `${THING}
      const other = new pulumi.StackReference("organization/net/prod");
      new Thing("thing", { vpc: other.requireOutput("vpc"), all: other.outputs });`;
    const stack = await runProgram(programFolder({ "index.js": code }));
    expect(find(stack, "thing").inputs).toEqual({ vpc: UNKNOWN, all: UNKNOWN });
    expect(find(stack, "organization/net/prod").external).toBe(true);
  });

  test("of another stack are what is given for them once they are known", async () => {
    const code = `${THING}
      const other = new pulumi.StackReference("organization/net/prod");
      new Thing("thing", { vpc: other.requireOutput("vpc"), none: other.getOutput("none") });`;
    const stack = await runProgram(programFolder({ "index.js": code }), {
      computed: ({ type, name }, property) =>
        type === "pulumi:pulumi:StackReference" && name === "organization/net/prod" && property === "outputs"
          ? { vpc: "vpc-1" }
          : undefined,
    });
    expect(find(stack, "thing").inputs).toEqual({ vpc: "vpc-1" });
  });

  test("go through the transforms of a resource, of its parents and of the stack", async () => {
    const code = `${THING}
      const mark = (by) => ({ props, opts }) => ({ props: { ...props, by: (props.by ?? "") + by }, opts });
      pulumi.runtime.registerResourceTransform(mark("stack "));
      class Group extends pulumi.ComponentResource {}
      const parent = new Group("example:index:Group", "group", {}, { transforms: [mark("parent ")] });
      const first = new Thing("first", {});
      const props = { first: first.id, list: [first, first.id, pulumi.secret("text")] };
      new Thing("second", props, { parent, transforms: [mark("own ")] });
      new Thing("third", props, { parent });
      new Thing("fourth", props, { transforms: [() => undefined] });`;
    const stack = await runProgram(programFolder({ "index.js": code }));
    const first = find(stack, "first");
    expect(first.inputs).toEqual({ by: "stack " });
    const list = [first.urn, UNKNOWN, "text"];
    // As in the real engine, the results of a resource's own transforms say what it depends on, and Node's do not.
    expect(find(stack, "second")).toMatchObject({
      inputs: { first: UNKNOWN, list, by: "own parent stack " },
      dependencies: [first.urn],
      propertyDependencies: {},
    });
    expect(find(stack, "third")).toMatchObject({
      inputs: { first: UNKNOWN, list, by: "parent stack " },
      dependencies: [first.urn],
      propertyDependencies: { first: [first.urn], list: [first.urn] },
    });
    expect(find(stack, "fourth")).toMatchObject({
      inputs: { first: UNKNOWN, list, by: "stack " },
      propertyDependencies: {},
    });
  });
});

describe("providers", () => {
  test("are handed down by components", async () => {
    const code = `${THING}
      class Provider extends pulumi.ProviderResource {}
      class Group extends pulumi.ComponentResource {}
      const provider = new Provider("example", "mine", { setting: "x" });
      const outer = new Group("example:index:Group", "outer", {}, { providers: [provider] });
      const inner = new Group("example:index:Group", "inner", {}, { parent: outer });
      new Thing("thing", {}, { parent: inner });`;
    const stack = await runProgram(programFolder({ "index.js": code }));
    expect(find(stack, "thing").provider).toBe(`${find(stack, "mine").urn}::${UNKNOWN}`);
    expect(stack.resources.map(({ name }) => name)).not.toContain("default");
  });
});

describe("with computed values", () => {
  test("a program runs as in `up`, with known ids", async () => {
    const stack = await runProgram(join(FIXTURES, "network"), {
      computed: ({ name }, property) => (property === "id" ? `${name}-id` : `${property} of ${name}`),
    });
    const group = find(stack, "db", "aws:ec2/securityGroup:SecurityGroup");
    expect(group.inputs).toEqual({ vpcId: "main-vpc-id", description: "of main-vpc-id" });
    expect(group.outputs).toMatchObject({ id: "db-id", arn: "arn of db" });
    expect(find(stack, "network-dev").outputs).toMatchObject({ endpoint: "endpoint of db" });
    expect(find(stack, "default_7_48_0").outputs).not.toHaveProperty("id");
    expect(group.provider).toMatch(/::default_7_48_0::[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  test("a property without a value is left out", async () => {
    const stack = await runProgram(join(FIXTURES, "network"), {
      computed: ({ name }, property) => (property === "id" ? name : undefined),
    });
    expect(find(stack, "main-vpc").outputs).toEqual({ cidrBlock: "10.0.0.0/16", id: "main-vpc" });
  });
});

describe("a program that fails", () => {
  async function failure(files: Record<string, string>, timeoutMs?: number): Promise<string> {
    const error: unknown = await runProgram(programFolder(files), { timeoutMs }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProgramError);
    return (error as ProgramError).message;
  }

  test("shows its own error, with its own frames", async () => {
    const message = await failure({ "index.js": `function build() { throw new Error("no such zone"); }\nbuild();` });
    expect(message).toContain("Error: no such zone");
    expect(message).toMatch(/at build \(.*index\.js:1:/);
    expect(message).not.toContain("@pulumi/pulumi/");
    expect(message).not.toContain("node:internal");
  });

  test("shows an error once, however often it comes", async () => {
    const code = `const { log } = require("@pulumi/pulumi");
      for (const _ of [1, 2]) log.error("no such zone");
      throw new Error("enough");`;
    const message = await failure({ "index.js": code });
    expect(message.match(/no such zone/g)).toHaveLength(1);
    expect(message).toContain("Error: enough");
  });

  test("shows a syntax error of TypeScript", async () => {
    const files = { "Pulumi.yaml": "name: small\nruntime: nodejs\n", "index.ts": "const x: number = ;" };
    expect(await failure(files)).toContain("index.ts(1,19): error TS1109");
  });

  test("shows Pulumi's message about missing configuration", async () => {
    const message = await failure({ "index.js": `new (require("@pulumi/pulumi").Config)().require("size");` });
    expect(message).toContain("Missing required configuration variable 'small:size'");
  });

  test("shows a duplicate URN", async () => {
    const code = `${THING} new Thing("twin", {}); new Thing("twin", {});`;
    expect(await failure({ "index.js": code })).toBe(
      "Duplicate resource URN 'urn:pulumi:dev::small::example:index:Thing::twin': give one of the two another name",
    );
  });

  test("shows a missing entry", async () => {
    expect(await failure({})).toContain("We failed to locate the entry point for your program");
  });

  test("is stopped when it does not end", async () => {
    expect(await failure({ "index.js": "setInterval(() => {}, 1000);" }, 1500)).toMatch(
      /^the program in .* did not end within 1.5 seconds$/,
    );
  });

  test("shows that it ended without a message", async () => {
    expect(await failure({ "index.js": "process.exit(7);" })).toMatch(/ended with exit code 7 and printed nothing$/);
  });

  test("shows what to install", async () => {
    const bare = programFolder({ "index.js": "" }, { install: false });
    await expect(runProgram(bare)).rejects.toThrow(`${bare} has no node_modules: run 'npm install' there first`);
    mkdirSync(join(bare, "node_modules"));
    await expect(runProgram(bare)).rejects.toThrow(`@pulumi/pulumi is not installed in ${bare}`);
  });
});

test("a note names what a plugin would do, and the rest of the program runs", async () => {
  const [warnings, unserved]: [string[], string[]] = [[], []];
  const code = `const pulumi = require("@pulumi/pulumi");
    class Remote extends pulumi.ComponentResource {
      constructor() { super("awsx:ec2:Vpc", "net", { vpcId: undefined }, {}, true); }
    }
    pulumi.log.warn("take care");
    const remote = new Remote();
    exports.vpc = remote.vpcId;
    new pulumi.dynamic.Resource({ create: async () => ({ id: "1" }) }, "label", {});
    pulumi.runtime.call("awsx:ec2:Vpc/subnets", {}, remote);`;
  const stack = await runProgram(programFolder({ "index.js": code }), {
    onWarning: (text) => warnings.push(text),
    onUnserved: ({ message }) => unserved.push(message),
  });
  expect(warnings).toEqual([expect.stringContaining("take care")]);
  expect(unserved.sort()).toEqual([
    expect.stringMatching(/^the component net \(awsx:ec2:Vpc\) is built by a plugin, .*'pulumi preview --policy-pack'/),
    expect.stringMatching(/^the dynamic resource label is not made here/),
    expect.stringMatching(/^the method awsx:ec2:Vpc\/subnets is run by a plugin/),
  ]);
  expect(find(stack, "small-dev").outputs).toEqual({ vpc: UNKNOWN });
});

describe("files that a program names", () => {
  const thing = (props: string): string => `${THING}\nnew Thing("orders", ${props});`;

  test.each([
    [
      "an archive",
      '{ code: new pulumi.asset.FileArchive("./dist") }',
      "'code' of orders (example:index:Thing) is the archive ./dist, which does not exist",
    ],
    [
      "a file in a nested archive",
      '{ code: { parts: [new pulumi.asset.AssetArchive({ "a.js": new pulumi.asset.FileAsset("src/a.js") })] } }',
      "'code.parts[0]' of orders (example:index:Thing) is the file src/a.js, which does not exist",
    ],
    [
      "a secret file",
      '{ code: pulumi.secret(new pulumi.asset.FileAsset("key.pem")) }',
      "is the file key.pem, which does",
    ],
    [
      "a folder as a file",
      '{ code: new pulumi.asset.FileAsset(".") }',
      "is the file ., which is a folder: use a FileArchive",
    ],
  ])("stop it where they do not exist, as in a preview: %s", async (_name, props, message) => {
    const run = runProgram(programFolder({ "index.js": thing(props) }));
    await expect(run).rejects.toThrow(ProgramError);
    await expect(run).rejects.toThrow(message);
  });

  test("are found from the program's folder, and addresses are not files", async () => {
    const props = `{
      folder: new pulumi.asset.FileArchive("./lambda"),
      file: new pulumi.asset.FileAsset("lambda/a.js"),
      page: new pulumi.asset.RemoteAsset("https://example.com/page"),
    }`;
    const stack = await runProgram(programFolder({ "index.js": thing(props), "lambda/a.js": "" }));
    expect(find(stack, "orders").type).toBe("example:index:Thing");
  });
});

describe("an ES module", () => {
  const MODULE = { "package.json": '{"type": "module", "main": "index.js"}' };

  test("has the positions of its resources, at the top level and in functions", async () => {
    const stack = await runProgram(
      programFolder({
        ...MODULE,
        "index.js": `import * as aws from "@pulumi/aws";
import { topic } from "./lib/my topic.js";

const logs = new aws.s3.Bucket("logs");
topic();
await Promise.resolve();
const late = new aws.s3.Bucket("late");
`,
        "lib/my topic.js": `import * as aws from "@pulumi/aws";

export function topic() {
  return new aws.sns.Topic("alarms");
}
`,
      }),
    );
    expect(["logs", "alarms", "late"].map((name) => find(stack, name).source)).toEqual([
      { file: "index.js", line: 4, column: 14 },
      { file: "lib/my topic.js", line: 4, column: 10 },
      { file: "index.js", line: 7, column: 14 },
    ]);
  });
});

describe("the SDK of a program, which is adapted", () => {
  const LEAK = `${THING} new Thing("open", { answer: new Promise(() => {}) });`;

  test("reports promises that never end, and where they come from if that is wanted", async () => {
    const short = await runProgram(programFolder({ "index.js": LEAK })).catch(String);
    expect(short).toContain("promises were still active");
    const env = { PULUMI_DEBUG_PROMISE_LEAKS: "true" };
    const long = await runProgram(programFolder({ "index.js": LEAK }), { env }).catch(String);
    expect(long).toMatch(/STACK_TRACE:[^]*index\.js:/);
  });

  test("keeps the stacks of a program's own errors", async () => {
    const code = `${THING}
      function frames() { return new Error().stack.split("\\n").length; }
      const before = frames();
      new Thing("one", {});
      new Thing("two", { before, after: frames() });`;
    const { before, after } = find(await runProgram(programFolder({ "index.js": code })), "two").inputs;
    expect(before).toBeGreaterThan(3);
    expect(after).toBe(before);
  });

  test("finds the packages of a function whose code is in the program", async () => {
    const code = `const aws = require("@pulumi/aws");
      new aws.lambda.CallbackFunction("hello", { callback: async () => require("semver").valid("1.0.0") });`;
    const files = { "index.js": code, "package.json": '{"dependencies": {"semver": "*"}}' };
    const { inputs } = find(await runProgram(programFolder(files)), "hello", "aws:lambda/function:Function");
    expect(Object.keys((inputs["code"] as { assets?: object }).assets ?? {})).toEqual(
      expect.arrayContaining(["__index.js", "node_modules/semver"]),
    );
  });
});

describe("options of a resource", () => {
  test("are recorded where rules need them: the id of what is imported, and the changes that are ignored", async () => {
    const code = `
      const aws = require("@pulumi/aws");
      new aws.s3.Bucket("adopted", {}, { import: "archive-204918837765", ignoreChanges: ["tags", "tags.Owner"] });
      new aws.s3.Bucket("created", {});`;
    const stack = await runProgram(programFolder({ "index.js": code }));
    const [adopted, created] = ["adopted", "created"].map((name) => find(stack, name));
    expect(adopted).toMatchObject({
      outputs: { id: "archive-204918837765", arn: UNKNOWN },
      ignoreChanges: ["tags", "tags.Owner"],
    });
    expect(created?.outputs["id"]).toBe(UNKNOWN);
    expect(created).not.toHaveProperty("ignoreChanges");
  });
});

describe("what only a plugin knows", () => {
  test("is unknown in maps of data sources, so that functions on them do not run", async () => {
    const code = `
      const aws = require("@pulumi/aws");
      const network = aws.cloudformation.getStackOutput({ name: "network" });
      exports.subnets = network.outputs.apply((outputs) => outputs["Subnets"].split(","));
      exports.tags = aws.ec2.getVpcOutput({ default: true }).tags;`;
    const stack = await runProgram(programFolder({ "index.js": code }));
    expect(find(stack, "small-dev").outputs).toEqual({ subnets: UNKNOWN, tags: {} });
  });

  test("is unknown in the result of a remote component's method", async () => {
    const code = `
      const pulumi = require("@pulumi/pulumi");
      class Cluster extends pulumi.ComponentResource {
        constructor(name) { super("eks:index:Cluster", name, {}, {}, true); }
        getKubeconfig() { return pulumi.runtime.call("eks:index:Cluster/getKubeconfig", { "__self__": this }, this); }
      }
      const config = new Cluster("shop").getKubeconfig();
      exports.server = config.apply((one) => one.result.clusters[0].server);`;
    const stack = await runProgram(programFolder({ "index.js": code }));
    expect(find(stack, "small-dev").outputs).toEqual({ server: UNKNOWN });
  });
});

test.each([true, false])("a remote component depends on what it gets, with dryRun %s", async (dryRun) => {
  const code = `${THING}
    class Cluster extends pulumi.ComponentResource {
      constructor(name, args, opts) { super("eks:index:Cluster", name, args, opts, true); }
    }
    const provider = new (class extends pulumi.ProviderResource {
      constructor(name) { super("aws", name, { region: "eu-west-1" }); }
    })("west");
    const thing = new Thing("role", { size: 1 });
    new Cluster("shop", { nodes: [{ role: thing }], title: "role" }, { provider });`;
  const stack = await runProgram(programFolder({ "index.js": code }), {
    dryRun,
    computed: ({ name }, property) => `${name}-${property}`,
  });
  expect(find(stack, "shop").dependencies).toEqual([find(stack, "west").urn, find(stack, "role").urn]);
});

describe("a transform on outputs of a remote component", () => {
  const program = `${THING}
    class Cluster extends pulumi.ComponentResource {
      constructor(name) { super("eks:index:Cluster", name, { eksCluster: undefined }, {}, true); }
    }
    const cluster = new Cluster("shop");
    const parent = cluster.eksCluster.urn;
    new Thing("nodes", { size: 3 }, {
      transforms: [({ props, opts }) => ({ props, opts: { ...opts, aliases: [{ parent }] } })],
    });`;

  test("is left out with a note where they are not known, as that of eks.createManagedNodeGroup", async () => {
    const notes: string[] = [];
    const folder = programFolder({ "index.js": program });
    const stack = await runProgram(folder, { onUnserved: ({ message }) => notes.push(message) });
    expect(find(stack, "nodes").inputs).toMatchObject({ size: 3 });
    expect(notes).toEqual([
      expect.stringContaining("the component shop (eks:index:Cluster) is built by a plugin"),
      expect.stringContaining("a transform of nodes (example:index:Thing) failed"),
    ]);
  });
});

describe("the types of a program", () => {
  const files = {
    "Pulumi.yaml": "name: small\nruntime: nodejs\n",
    "index.ts": 'export const count: number = "three";\n',
  };

  test("are not checked", async () => {
    await expect(runProgram(programFolder(files))).resolves.toBeDefined();
  });

  test("are checked on request", async () => {
    await expect(runProgram(programFolder(files), { typeCheck: true })).rejects.toThrow(
      "Type 'string' is not assignable",
    );
  });
});
