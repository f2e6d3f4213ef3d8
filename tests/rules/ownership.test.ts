import { rules } from "../../policies";
import { Stack } from "../../src/graph/stack";
import { isDecidedByPackage } from "../../src/rules/ownership";
import { checkAll, type Result } from "../../src/rules/run";
import { memoryFiles } from "../../src/testing/files";
import { build, resource, type BuiltResource, type Input } from "../../src/testing/stack";

const SERVICE = "awsx:ecs:FargateService";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const DATABASE = "aws:rds/instance:Instance";
const PASSWORD = "kT9-vurzel-Pq4";

const graphOf = (...resources: BuiltResource[]): Stack => Stack.from(build(resources, "preview"));

function isDecided(built: BuiltResource[], path: string, files: Record<string, string> = {}): boolean {
  const found = graphOf(...built).resources.find(({ type }) => type.startsWith("aws:"));
  const [property = "", ...below] = path.split(".");
  return (
    found !== undefined && isDecidedByPackage(found.at(property), below.join(".") || undefined, memoryFiles(files))
  );
}

function within(component: BuiltResource, inputs: Record<string, Input>, type = DATABASE): BuiltResource[] {
  return [component, resource(type, "part", inputs, { parent: component })];
}

describe("what a package's component decides", () => {
  it.each<[string, Record<string, Input>, Record<string, Input>, boolean]>([
    ["a value of its own", {}, { publiclyAccessible: true }, true],
    ["a value that the program passes", { publiclyAccessible: true }, { publiclyAccessible: true }, false],
    ["another value than the program passes", { publiclyAccessible: false }, { publiclyAccessible: true }, true],
    ["a value that has another name there", { multiAz: true }, { publiclyAccessible: true }, true],
    ["a value that is not known yet", { publiclyAccessible: true }, {}, true],
  ])("%s", (_name, passed, inputs, expected) => {
    expect(isDecided(within(resource("awsx:rds:Database", "shop", passed), inputs), "publiclyAccessible")).toBe(
      expected,
    );
  });

  it("is not a string that the program passes, under whatever name", () => {
    const service = resource(SERVICE, "shop", { taskDefinitionArgs: { container: { image: "shop:1.0" } } });
    expect(isDecided(within(service, { family: "shop:1.0" }, TASK), "family")).toBe(false);
    expect(isDecided(within(service, { family: "other" }, TASK), "family")).toBe(true);
  });

  it("is an object where a part of it is not passed", () => {
    const passed = { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22 }] };
    const rule = { protocol: "tcp", fromPort: 22, toPort: 22 };
    const group = (ingress: Input): BuiltResource[] => within(resource("awsx:ec2:Vpc", "shop", passed), { ingress });
    expect(isDecided(group([rule]), "ingress")).toBe(false);
    expect(isDecided(group([{ ...rule, cidrBlocks: ["0.0.0.0/0"] }]), "ingress")).toBe(true);
  });

  it("is what it passes to a component of its own", () => {
    const outer = resource("eks:index:Cluster", "shop");
    const inner = resource("eks:index:NodeGroup", "nodes", { publiclyAccessible: true }, { parent: outer });
    const part = resource(DATABASE, "part", { publiclyAccessible: true }, { parent: inner });
    expect(isDecided([outer, inner, part], "publiclyAccessible")).toBe(true);
  });

  it("is not what is in a component of the program, which has the package's as its parent", () => {
    const outer = resource("eks:index:Cluster", "shop");
    const inner = resource("shop:index:Data", "data", {}, { parent: outer });
    expect(
      isDecided(
        [outer, inner, resource(DATABASE, "part", { publiclyAccessible: true }, { parent: inner })],
        "publiclyAccessible",
      ),
    ).toBe(false);
  });
});

describe("a resource of the program below a package's component", () => {
  const database = within(resource("eks:index:Cluster", "cluster"), { publiclyAccessible: true });

  it.each([
    ["index.ts", `new aws.rds.Instance("part", { publiclyAccessible: true }, { parent: cluster });`, false],
    ["index.ts", `import { Instance } from "@pulumi/aws/rds";\nnew Instance("part");`, false],
    ["__main__.py", `aws.rds.Instance("part", publicly_accessible=True)`, false],
    ["index.ts", `new aws.ec2.Instance("part");`, true],
    ["index.ts", `new aws.rds.Instance("other");`, true],
    ["index.ts", "new aws.rds.Instance(`part-${name}`);", true],
  ])("%s: %s", (file, text, expected) => {
    expect(isDecided(database, "publiclyAccessible", { [file]: text })).toBe(expected);
  });

  it("is not what has the class and the name of the component", () => {
    const network = resource("awsx:ec2:Vpc", "main");
    const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" }, { parent: network });
    const files = { "index.ts": `import { Vpc } from "@pulumi/awsx/ec2";\nnew Vpc("main");` };
    const found = graphOf(network, vpc).ofType("aws:ec2/vpc:Vpc")[0];
    expect(found && isDecidedByPackage(found, "cidrBlock", memoryFiles(files))).toBe(true);
  });
});

describe("levels", () => {
  const check = (resources: BuiltResource[], files: Record<string, string>): Result[] =>
    checkAll(rules, graphOf(...resources), {
      contract: {},
      contractProblems: [],
      day: "2026-11-22",
      project: {
        name: "shop",
        stack: "dev",
        config: new Map(),
        deploying: false,
        hasConfiguration: true,
        files: memoryFiles(files),
      },
    }).results.filter(({ level }) => level === "mandatory");

  it("a password that the program passes to the task of a package's service stops the preview", () => {
    const environment = [{ name: "DB_PASSWORD", value: PASSWORD }];
    const service = resource(SERVICE, "shop", {
      taskDefinitionArgs: { container: { name: "shop", image: "shop:1.0", environment } },
    });
    const task = resource(
      TASK,
      "shop",
      { family: "shop", containerDefinitions: JSON.stringify([{ name: "shop", image: "shop:1.0", environment }]) },
      { parent: service },
    );
    const files = { "index.ts": `new awsx.ecs.FargateService("shop", { value: "${PASSWORD}" });` };
    const found = check([service, task], files).map(({ rule, name, path }) => [rule.id, name, path]);
    expect(found).toContainEqual(["credentials-hardcoded", "shop", "containerDefinitions[0].environment[0].value"]);
  });

  it("a public database of the program stops the preview, also with a package's cluster as its parent", () => {
    const cluster = resource("eks:index:Cluster", "cluster");
    const database = resource(
      DATABASE,
      "orders",
      { engine: "postgres", instanceClass: "db.t4g.medium", publiclyAccessible: true },
      { parent: cluster },
    );
    const found = (text: string): boolean =>
      check([cluster, database], { "index.ts": text }).some(({ rule }) => rule.id === "rds-not-public");
    expect(found(`new aws.rds.Instance("orders", {}, { parent: cluster });`)).toBe(true);
    expect(found(`new eks.Cluster("cluster");`)).toBe(false);
  });
});
