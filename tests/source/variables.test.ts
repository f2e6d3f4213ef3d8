import { Resource } from "../../src/graph/resource";
import { variableOf, variablesOf } from "../../src/source/variables";
import { memoryFiles } from "../../src/testing/files";

const resource = (type: string, name: string): Resource => new Resource({ urn: `urn:${name}`, type, name });
const gateway = resource("aws:ec2/internetGateway:InternetGateway", "gw");
const variable = (file: string, text: string, of = gateway): string | undefined =>
  variableOf(memoryFiles({ [file]: text }), of);

describe("the variable of a resource", () => {
  it.each([
    ["const gateway = new aws.ec2.InternetGateway('gw', { vpcId: vpc.id });", "gateway"],
    ['export const gateway: aws.ec2.InternetGateway = new aws.ec2.InternetGateway("gw");', "gateway"],
    ["let other, gateway = new InternetGateway(`gw`);", "gateway"],
    ['let gateway; gateway = new aws.ec2.InternetGateway("gw");', "gateway"],
    ['new aws.ec2.InternetGateway("gw");', undefined],
    ['this.gateway = new aws.ec2.InternetGateway("gw");', undefined],
    ['const network = { gateway: new aws.ec2.InternetGateway("gw") };', undefined],
    ['const gateway = wrap(new aws.ec2.InternetGateway("gw"));', undefined],
    ['const gateway = new aws.ec2.VpnGateway("gw");', undefined],
    ["const gateway = new aws.ec2.InternetGateway(`${prefix}gw`);", undefined],
    ["const gateway = new aws.ec2.InternetGateway(name);", undefined],
    ['const a = new aws.ec2.InternetGateway("gw"); const b = new aws.ec2.InternetGateway("gw");', undefined],
  ])("in TypeScript: %s", (text, expected) => {
    expect(variable("index.ts", text)).toBe(expected);
    expect(variable("index.js", text.replace(": aws.ec2.InternetGateway =", " ="))).toBe(expected);
  });

  it.each([
    ['gateway = aws.ec2.InternetGateway("gw", vpc_id=vpc.id)', "gateway"],
    ['gateway: aws.ec2.InternetGateway = aws.ec2.InternetGateway(resource_name="gw")', "gateway"],
    ['internet_gateway = ec2.InternetGateway("gw")', "internet_gateway"],
    ['theGateway = ec2.InternetGateway("gw")', undefined],
    ['a, b = ec2.InternetGateway("gw")', undefined],
    ['a, b = ec2.InternetGateway("gw"), 1', undefined],
    ['self.gateway = ec2.InternetGateway("gw")', undefined],
    ['gateway = ec2.InternetGateway(f"{prefix}gw")', undefined],
  ])("in Python: %s", (text, expected) => {
    expect(variable("__main__.py", text)).toBe(expected);
  });

  it("is the logical name in YAML", () => {
    const files = { "Pulumi.yaml": "name: shop\nruntime: yaml\n" };
    expect(variableOf(memoryFiles(files), gateway)).toBe("gw");
    expect(variableOf(memoryFiles(files), resource("aws:ec2/eip:Eip", "nat-a"))).toBeUndefined();
  });

  it("is not known without the program's files", () => {
    expect(variableOf(undefined, gateway)).toBeUndefined();
  });

  it("is found for several resources of a program", () => {
    const find = variablesOf(memoryFiles({ "index.ts": 'const a = new aws.ec2.InternetGateway("gw");' }));
    expect([find(gateway), find(gateway), find(resource("aws:ec2/eip:Eip", "gw"))]).toEqual(["a", "a", undefined]);
  });
});
