import fc from "fast-check";
import type { Rule } from "../../src/rules/rule";
import { checkRoot } from "../../src/rules/run";
import documentation from "../../policies/project/project-documentation-platform";
import integrationTests from "../../policies/project/project-integration-tests";
import main from "../../policies/project/project-main";
import outputParsing from "../../policies/project/project-output-parsing";
import platform from "../../policies/project/project-platform";
import prompt from "../../policies/project/project-prompt-platform";
import removedArguments from "../../policies/project/project-removed-arguments";
import suffixRequired from "../../policies/project/project-suffix-required";
import unitTests from "../../policies/project/project-unit-tests";
import { memoryFiles } from "../../src/testing/files";

const rules: Rule[] = [
  documentation,
  integrationTests,
  main,
  outputParsing,
  platform,
  prompt,
  removedArguments,
  suffixRequired,
  unitTests,
];

const SCRIPT = `import * as pulumi from "@pulumi/pulumi";
import { ec2, type Region } from "@pulumi/aws";
import "aws-cdk-lib";
const { a, b: c } = require("./a");
export interface StackProps extends Base<string> { environmentSuffix?: string; "tags": Tags | undefined }
export class TapStack extends pulumi.ComponentResource { constructor(name: string, { a }: StackProps, public suffix = "x") { super("a", name); } }
new ec2.Eip("nat", { vpc: true, ...more });
pulumi.all([x, db.endpoint]).apply(([, endpoint]) => endpoint.split(":")[0]);
test.each\`a\`("b", () => { expect(a![0]).not.toBe(1); }); pulumi.runtime.setMocks({ output });`;
const PYTHON = `import pulumi, troposphere.ec2 as t
from pulumi_aws import (ec2, rds as r)
@dataclass(frozen=True)
class StackArgs(Base, total=False):
    environment_suffix: Optional["str"] = None
class TapStack(pulumi.ComponentResource):
    def __init__(self, name: str, args: "StackArgs", *, suffix=None, **kwargs):
        ec2.Eip(f"{name}", vpc=True, *a, **b)
        pulumi.Output.all(a=db.endpoint).apply(lambda args: args["a"].rsplit(":", 1))
@pytest.mark.skip
def test_a(outputs):
    assert outputs["a"] == "flat-outputs.json"
pulumi.runtime.set_mocks(M())`;
const MARKDOWN =
  "# CDK\n\nThis project uses **Terraform**.\n\n```ts\nimport 'cdktf'\n```\n~~~sh\n$ cdk deploy\n~~~\nA\n===\n`sam deploy` <!-- x -->";

/** A file without a part of it, as it is while someone writes it. */
const cut = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.string())
    .map(([at, length, more]) => text.slice(0, at) + more + text.slice(at + length));

it("no rule fails inside on files with errors", () => {
  const files = fc.record({
    "Pulumi.yaml": fc.oneof(cut("name: shop\nmain: lib/\nruntime:\n  name: python\n"), fc.string()),
    "index.ts": cut(SCRIPT),
    "__main__.py": cut(PYTHON),
    "tests/unit/a.test.ts": cut(SCRIPT),
    "tests/integration/test_a.py": cut(PYTHON),
    "README.md": cut(MARKDOWN),
    "PROMPT.md": cut(MARKDOWN),
    "package.json": fc.oneof(cut('{"main": "index.js", "dependencies": {"@pulumi/aws": "^7.0.0"}}'), fc.json()),
    "requirements.txt": cut("pulumi-aws>=7.0.0,<8.0.0"),
    "coverage/lcov.info": cut("LF:10\nLH:5\n"),
    "coverage.json": fc.json(),
  });
  fc.assert(
    fc.property(files, (texts) => {
      const runContext = {
        contract: {
          project: { main: "lib", runtime: "python", language: "python", suffixRequired: true },
          tests: { unit: true, coverage: 90, integration: true },
        } as const,
        contractProblems: [],
        day: "2026-11-22",
        project: {
          name: "shop",
          stack: "dev",
          config: new Map(),
          deploying: false,
          hasConfiguration: true,
          files: memoryFiles(texts),
        },
      };
      for (const rule of rules) {
        const { crash, results } = checkRoot(rule, runContext);
        expect([rule.id, crash]).toEqual([rule.id, undefined]);
        for (const { message } of results) {
          expect(message).toMatch(/\.$/);
        }
      }
    }),
    { numRuns: 200 },
  );
});
