import type { Source } from "../../src/source/source";
import { isLiteral, nodesBelow, unquoted } from "../../src/source/syntax";
import { testsOf, withHelpers } from "../../src/source/tests";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "project-integration-tests",
  category: "project",
  description: "Integration tests must read the outputs of the deployed stack",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["tests.integration"],
  failures: ["F22"],
  why:
    "An integration test with fixed names and addresses tests another deployment, or none, and passes although the one " +
    "that was just created is broken.",
  fix: {
    typescript: `const outputs = JSON.parse(readFileSync("cfn-outputs/flat-outputs.json", "utf8"));`,
    python: `outputs = json.loads(Path("cfn-outputs/flat-outputs.json").read_text())`,
  },
  limits: "Tests without a name or folder such as integration or e2e, which is how integration tests are recognized.",
  root({ project: { files }, report }) {
    if (!files || files.sources.length === 0) {
      return;
    }
    const { integration } = testsOf(files);
    if (integration.length === 0) {
      report({
        message:
          'The program has no integration tests, and the contract requires them. Write some in "tests/integration" ' +
          'that read the outputs of the deployed stack from "flat-outputs.json".',
      });
    }
    const reads = (test: Source): boolean => readsOutputs(test) || [...withHelpers(files, [test])].some(readsOutputs);
    const withoutOutputs = integration.filter((test) => !reads(test));
    const [first] = withoutOutputs;
    // Among tests that read the outputs, one without them is fine, unless it names a resource of one deployment.
    if (first && withoutOutputs.length === integration.length) {
      const more = withoutOutputs.length - 1;
      const tests = more === 0 ? `${first.path} reads` : `${first.path} and ${String(more)} more read`;
      report({ message: `${tests} no outputs of the deployed stack. ${HOW_TO_FIX}` });
      return;
    }
    for (const test of withoutOutputs) {
      const location = deployedResourceIn(test);
      if (location !== undefined) {
        report({ message: `${location} names a resource of one deployment. ${HOW_TO_FIX}` });
      }
    }
  },
});

const HOW_TO_FIX =
  'Read the outputs from a file such as "flat-outputs.json", which "pulumi stack output --json" writes.';

const READING_CALL = /(?:^|\.)(?:(?:stack_?|get_?|load_?|read_?|fetch_?)?outputs?|StackReference)(?:\(\)|$)/i;

/** True where a source names a file with outputs, or gets them from Pulumi. */
function readsOutputs(source: Source): boolean {
  if (!/output|StackReference/i.test(source.text)) {
    return false;
  }
  return (
    source.calls.some(({ callee }) => READING_CALL.test(callee)) ||
    literalsIn(source).some(
      ({ text }) => /outputs?[\w.-]*\.json|stack output/i.test(text) || /^[A-Z_]*OUTPUTS?[A-Z_]*$/.test(text),
    ) ||
    /\bprocess\.env\.[A-Z_]*OUTPUTS?\b/.test(source.text)
  );
}

function literalsIn(source: Source): { text: string; location: string }[] {
  return [...nodesBelow(source.root)]
    .filter(isLiteral)
    .map((node) => ({ text: unquoted(source.textOf(node)) ?? "", location: source.locationOf(node) }));
}

const DEPLOYED =
  /^(?:arn:aws[\w-]*:[\w-]+:[\w-]*:\d{12}:|(?:vpc|subnet|sg|i|nat|igw|rtb|eipalloc)-[0-9a-f]{8,17}$)|\.(?:elb|rds|cache|execute-api)\.(?:[\w-]+\.)?amazonaws\.com/;

function deployedResourceIn(source: Source): string | undefined {
  return literalsIn(source).find(({ text }) => DEPLOYED.test(text))?.location;
}
