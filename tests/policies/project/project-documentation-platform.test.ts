import rule from "../../../policies/project/project-documentation-platform";
import { ruleTest } from "../../../src/testing/rule-test";

const contract = { project: { runtime: "nodejs" as const } };
const readme = (text: string): Record<string, string> => ({ "index.ts": "", "README.md": text });

const VALID: Record<string, string> = {
  "the right platform": "# Shop on Pulumi\n\nThis project is deployed with Pulumi.\n\n```sh\npulumi up\n```\n",
  "a comparison in a sentence": "# Shop\n\nUnlike Terraform, this project needs no state bucket.\n",
  "a comparison with Pulumi in it": "# Shop\n\nThis project uses Pulumi where the old one used the AWS CDK.\n",
  "another project": "# Shop\n\nThe network comes out of Terraform, which the platform team runs.\n",
  "a section on a migration": "# Shop\n\n## Migrating from the CDK\n\n```sh\ncdk destroy\n```\n",
  "a code block that looks back": "# Shop\n\nThe previous version was deployed so:\n\n```sh\nterraform apply\n```\n",
  "a comment": "# Shop\n\n<!-- This project is deployed with Terraform.\n\n# Terraform stack -->\nText.\n",
  "a comment without an end": "# Shop\n\nText. <!-- unfinished\n",
  "a comment in a script": "# Shop\n\n```sh\n# terraform apply\npulumi up\n```\n",
  "a later heading on another topic": "# Shop\n\n## Terraform state\n\nOf the platform team.\n",
  "code in Pulumi": '# Shop\n\n```typescript\nimport * as aws from "@pulumi/aws"; // no aws-cdk-lib\n```\n',
  "a table of HCL's values": '# Shop\n\n```hcl\nregion = "eu-west-1"\n```\n',
  "a command of a word": "# Shop\n\nRun `terraform fmt` never.\n",
};

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known", contract },
    { name: "a contract that requires nothing of the project", files: readme("# Terraform stack\n") },
    ...Object.entries(VALID).map(([name, text]) => ({ name, contract, files: readme(text) })),
    {
      name: "a document on a decision",
      contract,
      files: { "docs/adr/0001-pulumi-or-cdk.md": "# AWS CDK\n\n```sh\ncdk deploy\n```\n" },
    },
    {
      name: "a title below docs",
      contract,
      files: { "docs/terraform.md": "# Terraform\n\nWhat the platform team does.\n" },
    },
    { name: "the prompt, which has a rule of its own", contract, files: { "PROMPT.md": "# AWS CDK stack\n" } },
    { name: "a README of something deeper", contract, files: { "a/b/README.md": "# Terraform stack\n" } },
    {
      name: "constructs through @pulumi/cdk",
      contract,
      files: { ...readme("# CDK stack\n\n```sh\nnpx cdk bootstrap\n```\n"), "index.ts": 'import "@pulumi/cdk";' },
    },
    {
      name: "a template that is deployed",
      contract,
      files: {
        ...readme("# CloudFormation stack\n"),
        "index.ts": 'import * as aws from "@pulumi/aws";\nnew aws.cloudformation.Stack("a", {});',
      },
    },
    {
      name: "Terraform files as well",
      contract,
      files: { ...readme("# Terraform stack\n"), "modules/vpc/main.tf": "" },
    },
    {
      name: "Terraform's state",
      contract,
      files: { ...readme("# Terraform stack\n"), "index.ts": 'import * as tf from "@pulumi/terraform";' },
    },
  ],
  invalid: [
    {
      name: "another platform's title (F24)",
      contract,
      files: readme("FastCart with Terraform\n=======================\n\nText.\n"),
      findings: [
        {
          level: "advisory",
          message: /^README\.md:1 has the heading "FastCart with Terraform", .*Pulumi's commands\.$/,
        },
      ],
    },
    {
      name: "a statement",
      contract,
      files: readme("# Shop\n\nHello there.\nThis project is built with the AWS CDK. It is good.\n"),
      findings: [{ level: "advisory", message: /^README\.md:3 states that the project is written with AWS CDK/ }],
    },
    {
      name: "commands",
      contract,
      files: readme(
        "# Shop\n\n## Deployment\n\n```bash\n$ npm ci\n$ npx cdk deploy --all\n```\n\nThen `terraform apply`.\n",
      ),
      findings: [
        { level: "advisory", message: /^README\.md:5 gives the command "npx cdk deploy", / },
        { level: "advisory", message: /:10 gives the command "terraform apply", / },
      ],
    },
    {
      name: "a command with a password",
      contract,
      files: readme("# Shop\n\n```bash\nterraform apply -var db_password=hunter2\n```\n"),
      findings: [{ level: "advisory", message: /gives the command "terraform apply"/ }],
      secrets: ["hunter2"],
    },
    {
      name: "code",
      contract,
      files: {
        "docs/guide/network.md":
          '# Network\n\n~~~python\nfrom aws_cdk import aws_ec2\n~~~\n\n```hcl\nresource "aws_vpc" "main" {\n}\n```\n\n```ts\nimport { App } from "cdktf";\n```\n',
      },
      findings: [
        { level: "advisory", message: /network\.md:3 shows code for AWS CDK/ },
        { level: "advisory", message: /:7 shows code for Terraform/ },
        { level: "advisory", message: /:12 .*CDK for Terraform/ },
      ],
    },
    {
      name: "a heading on the deployment",
      contract,
      files: {
        "docs/deploy.md": "# Runbook\n\n## Deploying with the Serverless Framework ##\n\n```\nsls deploy\n```\n",
      },
      findings: [{ level: "advisory", message: /deploy\.md:3 has the heading/ }],
    },
    {
      name: "each platform once",
      contract,
      files: readme(
        "# CloudFormation templates\n\n```\naws cloudformation deploy\n```\n\n```\nsam build\nsam deploy\n```\n",
      ),
      findings: [
        { level: "advisory", message: /:1 / },
        { level: "advisory", message: /:7 gives the command "sam build"/ },
      ],
    },
  ],
});
