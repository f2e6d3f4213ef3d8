import rule from "../../../policies/project/project-platform";
import { ruleTest } from "../../../src/testing/rule-test";

const NODE = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };
const PYTHON = { "Pulumi.yaml": "name: shop\nruntime:\n  name: python\n", "requirements.txt": "pulumi-aws==7.0.0\n" };

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known", contract: { project: { runtime: "python" } } },
    {
      name: "Pulumi's own packages",
      files: { ...NODE, "index.ts": 'import * as aws from "@pulumi/aws";\nimport "./network";', "network.ts": "" },
    },
    {
      name: "a comment and a text that mention the CDK",
      files: {
        ...NODE,
        "index.ts":
          '// import * as cdk from "aws-cdk-lib";\n/* require("cdktf") */\nexport const from = "import aws-cdk-lib";\n',
      },
    },
    {
      name: "a comment and a string of Python",
      files: { ...PYTHON, "__main__.py": '"""\nfrom aws_cdk import Stack\n"""\n# import troposphere\nx = "aws_cdk"\n' },
    },
    {
      name: "constructs through @pulumi/cdk",
      files: {
        ...NODE,
        "index.ts": 'import * as pulumicdk from "@pulumi/cdk";\nimport * as ecs from "aws-cdk-lib/aws-ecs";',
      },
    },
    {
      name: "types alone",
      files: {
        ...NODE,
        "index.ts": 'import type { Stack } from "aws-cdk-lib";\nimport { type App } from "aws-cdk-lib";',
      },
    },
    {
      name: "a template that a CloudFormation stack deploys",
      files: {
        ...PYTHON,
        "__main__.py":
          "import pulumi_aws as aws\nfrom troposphere import Template\naws.cloudformation.Stack('legacy', template_body=Template().to_json())\n",
      },
    },
    {
      name: "what is installed or built",
      files: {
        ...PYTHON,
        "__main__.py": "",
        "node_modules/x/index.js": 'require("aws-cdk-lib")',
        "venv/lib/x.py": "import aws_cdk",
        "my-env/pyvenv.cfg": "",
        "my-env/lib/x.py": "import aws_cdk",
        "cdk.out/x.py": "import aws_cdk",
      },
    },
    {
      name: "another project below",
      files: { ...NODE, "index.ts": "", "legacy/Pulumi.yaml": "name: x\n", "legacy/app.ts": 'import "aws-cdk-lib";' },
    },
    {
      name: "another package with cdk in its name",
      files: { ...NODE, "index.ts": 'import "./cdk";\nimport "cdk-nag-notes";' },
    },
    {
      name: "the contract's runtime and language",
      contract: { project: { runtime: "nodejs", language: "typescript" } },
      files: { ...NODE, "index.ts": "" },
    },
    {
      name: "a language whose runtime is known",
      contract: { project: { language: "python" } },
      files: { ...PYTHON, "__main__.py": "" },
    },
    {
      name: "TypeScript that is compiled before it runs",
      contract: { project: { language: "typescript" } },
      files: { ...NODE, "package.json": '{"main": "bin/index.js"}', "index.ts": "", "bin/index.js": "" },
    },
    {
      name: "a program whose start is not found",
      contract: { project: { language: "typescript" } },
      files: { ...NODE, "package.json": "{", "src/a.js": "" },
    },
    { name: "no runtime", contract: { project: { runtime: "python" } }, files: { "Pulumi.yaml": "name: shop\n" } },
    { name: "Terraform files in another folder", files: { ...NODE, "modules/vpc/main.tf": "", "main.tfvars": "" } },
  ],
  invalid: [
    {
      name: "the CDK in the program (F1)",
      files: { ...PYTHON, "__main__.py": "import pulumi\nfrom aws_cdk import aws_ec2 as ec2\n" },
      findings: [{ message: /^__main__\.py:2 imports "aws_cdk", a library of AWS CDK\. .*"pulumi_aws"/ }],
    },
    {
      name: "the CDK in a module that the program loads",
      files: {
        "Pulumi.yaml": "name: shop\nruntime: python\nmain: lib/\n",
        "lib/__main__.py": "from stacks import network\nfrom .helpers import x\n",
        "lib/stacks/__init__.py": "",
        "lib/stacks/network.py": "import aws_cdk.aws_ec2 as ec2, json\n",
        "lib/helpers.py": "import troposphere.ec2\n",
      },
      findings: [
        { message: /^lib\/stacks\/network\.py:1 imports "aws_cdk\.aws_ec2"/ },
        { message: /^lib\/helpers\.py:1 imports "troposphere\.ec2", a library of CloudFormation/ },
      ],
    },
    {
      name: "each way to load it in Node.js",
      files: {
        ...NODE,
        "index.ts":
          'import "./a";\nexport * from "./b.js";\nconst c = require("./c");\nvoid import("./d");\nimport "./gone";',
        "a.ts": 'import { Stack, type App } from "aws-cdk-lib";',
        "b.ts": 'export { Vpc } from "@aws-cdk/aws-ec2";',
        "c/index.js": 'const { App, ...rest } = require("cdktf");',
        "d.ts": 'async function f() {\n  const { Vpc: V } = await import("@cdktf/provider-aws");\n}',
      },
      findings: [
        { message: /^a\.ts:1 imports "aws-cdk-lib", .*"@pulumi\/aws"/ },
        { message: /^b\.ts:1 imports "@aws-cdk\/aws-ec2"/ },
        { message: /^c\/index\.js:1 imports "cdktf", a library of CDK for Terraform/ },
        { message: /^d\.ts:2 imports "@cdktf\/provider-aws"/ },
      ],
    },
    {
      name: "a test that imports it (F23), without a contract",
      files: { ...PYTHON, "__main__.py": "", "tests/unit/test_stack.py": "from aws_cdk import assertions\n" },
      findings: [{ level: "advisory", message: /does not test this program/ }],
    },
    {
      name: "a test that imports it (F23)",
      contract: { project: { runtime: "python" } },
      files: {
        ...PYTHON,
        "__main__.py": "",
        "tests/unit/test_stack.py": "import unittest\nfrom aws_cdk import assertions\n",
      },
      findings: [{ message: /^tests\/unit\/test_stack\.py:2 imports "aws_cdk".*mocks/ }],
    },
    {
      name: "a test of a CDK app in the same folder",
      files: { ...NODE, "index.ts": "", "cdk.json": "{}", "test/app.test.ts": 'import "aws-cdk-lib/assertions";' },
      findings: [{ level: "advisory" }],
    },
    {
      name: "a source that the program does not load",
      files: { ...NODE, "index.ts": "", "tools/old.ts": 'import "aws-cdk-lib";' },
      findings: [{ level: "advisory", message: /does not load this file/ }],
    },
    {
      name: "a program in another language than the contract's",
      contract: { project: { runtime: "python", language: "python" } },
      files: { ...NODE, "index.ts": "" },
      findings: [{ message: /is "nodejs", and the contract requires "python"/ }],
    },
    {
      name: "a language whose runtime is another one",
      contract: { project: { language: "csharp" } },
      files: { ...NODE, "index.ts": "" },
      findings: [{ message: /requires "dotnet"/ }],
    },
    {
      name: "JavaScript where TypeScript is required",
      contract: { project: { runtime: "nodejs", language: "typescript" } },
      files: { ...NODE, "package.json": '{"main": "src/main.js"}', "src/main.js": "" },
      findings: [{ message: /^"src\/main\.js" is written in JavaScript/ }],
    },
    {
      name: "Terraform beside Pulumi.yaml",
      files: { ...NODE, "main.tf": "", "outputs.tf.json": "", "index.ts": "" },
      findings: [{ level: "advisory", message: /^The Terraform file "main\.tf" and 1 more are/ }],
    },
    {
      name: "one file of Terraform",
      files: { ...NODE, "main.tf": "", "index.ts": "" },
      findings: [{ level: "advisory", message: /^The Terraform file "main\.tf" is/ }],
    },
  ],
});
