import table from "../../../src/aws/data/removed-arguments.json";
import rule from "../../../policies/project/project-removed-arguments";
import { isProperty } from "../../../src/testing/aws-schema";
import { ruleTest } from "../../../src/testing/rule-test";

const TS = (body: string): string => `import * as aws from "@pulumi/aws";\n${body}\n`;
const PY = (body: string): string => `import pulumi_aws as aws\n${body}\n`;
const NODE = (version: string): Record<string, string> => ({
  "package.json": JSON.stringify({ dependencies: { "@pulumi/aws": version } }),
  "index.ts": TS('new aws.ec2.Eip("nat", { vpc: true });'),
});
const PYTHON = (requirement: string): Record<string, string> => ({
  "requirements.txt": `pulumi>=3.0.0\n${requirement}\n`,
  "__main__.py": PY('aws.ec2.Eip("nat", vpc=True)'),
});

const VALID: Record<string, string> = {
  "the argument that replaces it": TS('new aws.ec2.Eip("nat", { domain: "vpc" });'),
  "a property of a property": TS('new aws.ec2.Eip("nat", { tags: { vpc: "main" }, ...more });'),
  "the same name for another resource": TS(
    'new aws.ec2.Subnet("a", { vpc: true });\nnew aws.rds.Cluster("b", { name: "x" });',
  ),
  "a comment": TS('// new aws.ec2.Eip("nat", { vpc: true });'),
  "a class of another package": 'import { ec2 } from "./pulumi/aws";\nnew ec2.Eip("nat", { vpc: true });',
  "a reading": TS('aws.ec2.Eip.get("nat", "eipalloc-1", { vpc: true });'),
};

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known" },
    ...Object.entries(VALID).map(([name, text]) => ({ name, files: { "index.ts": text } })),
    { name: "the right argument in Python", files: { "__main__.py": PY('aws.ec2.Eip("nat", domain="vpc", **more)') } },
    { name: "@pulumi/aws 6", files: NODE("^6.83.0") },
    {
      name: "@pulumi/aws 6 installed",
      files: { ...NODE("*"), "node_modules/@pulumi/aws/package.json": '{"version": "6.83.1"}' },
    },
    { name: "pulumi-aws 6", files: PYTHON("pulumi-aws==6.83.1") },
    { name: "pulumi-aws up to 7", files: PYTHON("pulumi_aws>=6.0.2,<7.0.0  # newest") },
    {
      name: "pulumi-aws 6 of a pyproject.toml",
      files: {
        "pyproject.toml": '[project]\ndependencies = [\n  "pulumi-aws~=6.2",\n]\n',
        "a.py": PY('aws.ec2.Eip("nat", vpc=True)'),
      },
    },
  ],
  invalid: [
    {
      name: "vpc of an EIP (C1)",
      files: NODE("7.48.0"),
      findings: [{ message: /^index\.ts:2 passes "vpc" to aws\.ec2\.Eip, .*domain/ }],
    },
    {
      name: "in Python",
      files: PYTHON("pulumi-aws>=7.0.0,<8.0.0"),
      findings: [{ message: /^__main__\.py:2 passes "vpc"/ }],
    },
    {
      name: "on a version that is not known",
      files: { "__main__.py": PY('aws.ec2.Eip("nat", vpc=True)') },
      findings: [{}],
    },
    { name: "on a range that allows several", files: PYTHON("pulumi-aws>=6.0.0,<8.0.0"), findings: [{}] },
    { name: "on a range without an end", files: PYTHON("pulumi-aws>=6.0.0"), findings: [{}] },
    { name: "on a range of Node.js without an end", files: NODE("*"), findings: [{}] },
    { name: "beside a package.json that cannot be read", files: { ...NODE("*"), "package.json": "{" }, findings: [{}] },
    {
      name: "each way to import it in TypeScript",
      files: {
        "a.ts": 'import { ec2 } from "@pulumi/aws";\nnew ec2.Eip("a", {\n  "vpc": true,\n});',
        "b.ts": 'import { Eip } from "@pulumi/aws/ec2";\nnew Eip("b", { vpc: true });',
        "c.js": 'const { Eip } = require("@pulumi/aws/ec2/eip");\nnew Eip("c", { vpc });',
        "d.js": 'const aws = require("@pulumi/aws");\nnew aws.ec2.Eip("d", { vpc: true });',
      },
      findings: [
        { message: /^a\.ts:3 / },
        { message: /^b\.ts:2 / },
        { message: /^c\.js:2 / },
        { message: /^d\.js:2 / },
      ],
    },
    {
      name: "each way to import it in Python, by the names of Python",
      files: {
        "a.py": 'from pulumi_aws import ec2\nec2.Instance("a", cpu_core_count=2)\n',
        "b.py": 'from pulumi_aws.rds import Instance as Database\nDatabase("b", name="shop")\n',
        "c.py": 'import pulumi_aws.ec2\npulumi_aws.ec2.Eip("c", vpc=True)\n',
        "d.py": 'import pulumi_aws.ec2 as network\nnetwork.Eip("c", vpc=True)\n',
      },
      findings: [
        { message: /^a\.py:2 passes "cpu_core_count" .*cpu_options with core_count\.$/ },
        { message: /^b\.py:2 passes "name" to aws\.rds\.Instance.*db_name/ },
        { message: /^c\.py:2 / },
        { message: /^d\.py:2 / },
      ],
    },
  ],
});

it("names only arguments that @pulumi/aws no longer has", () => {
  const left = Object.entries(table.arguments).flatMap(([type, names]) => {
    const [module = "", name = ""] = type.split(".");
    const token = `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
    return Object.keys(names)
      .filter((argument) => isProperty(token, argument))
      .map((argument) => `${type}.${argument}`);
  });
  // The kit knows this one as well, for the rule on programs that still run on @pulumi/aws 6.
  expect(left).toEqual(["ec2.Eip.vpc"]);
});
