import type { Source } from "../../project/source";
import { isLiteral, nodesBelow, unquoted } from "../../project/syntax";
import { testsOf, withHelpers } from "../../project/tests";
import { defineRule } from "../rule";

export default defineRule({
  id: "project-integration-tests",
  category: "project",
  description: "Integration tests read the outputs of the deployed stack",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["tests.integration"],
  failures: ["F22"],
  why:
    "An integration test with names and addresses written into it looks at another deployment, or at none, and passes " +
    "while the one that was made is broken.",
  fix: {
    typescript: 'const outputs = JSON.parse(readFileSync("cfn-outputs/flat-outputs.json", "utf8"));',
    python: 'outputs = json.loads(Path("cfn-outputs/flat-outputs.json").read_text())',
  },
  limits:
    "Tests that are not known by a name or folder such as integration or e2e. A program without integration tests is " +
    "reported only where the contract asks for them.",
  root({ contract, project: { files }, report }) {
    if (!files || files.sources.length === 0) {
      return;
    }
    const { integration } = testsOf(files);
    if (integration.length === 0 && contract.tests?.integration === true) {
      report({
        message:
          "the program has no integration tests, and the contract asks for them; write some, in tests/integration, " +
          "that read the outputs of the deployed stack from flat-outputs.json.",
      });
    }
    const reads = (test: Source): boolean => readsOutputs(test) || [...withHelpers(files, [test])].some(readsOutputs);
    const blind = integration.filter((test) => !reads(test));
    const [first] = blind;
    // Among tests that read the outputs, one that needs none is right, unless it has a deployment written into it.
    if (first && blind.length === integration.length) {
      const others = blind.length === 1 ? "" : ` and ${String(blind.length - 1)} more`;
      report({ message: `${first.path}${others} reads no outputs of the deployed stack; ${MEND}.` });
      return;
    }
    for (const test of blind) {
      const place = deployedThingIn(test);
      if (place !== undefined) {
        report({ message: `${place} has a resource of one deployment written into the test; ${MEND}.` });
      }
    }
  },
});

const MEND = "read them from a file such as flat-outputs.json, which `pulumi stack output --json` writes";

const READING_CALL = /(?:^|\.)(?:(?:stack_?|get_?|load_?|read_?|fetch_?)?outputs?|StackReference)(?:\(\)|$)/i;

/** True where a source names a file with outputs, or asks Pulumi for them. */
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

function literalsIn(source: Source): { text: string; place: string }[] {
  return [...nodesBelow(source.root)]
    .filter(isLiteral)
    .map((node) => ({ text: unquoted(source.textOf(node)) ?? "", place: source.placeOf(node) }));
}

const DEPLOYED =
  /^(?:arn:aws[\w-]*:[\w-]+:[\w-]*:\d{12}:|(?:vpc|subnet|sg|i|nat|igw|rtb|eipalloc)-[0-9a-f]{8,17}$)|\.(?:elb|rds|cache|execute-api)\.(?:[\w-]+\.)?amazonaws\.com/;

function deployedThingIn(source: Source): string | undefined {
  return literalsIn(source).find(({ text }) => DEPLOYED.test(text))?.place;
}
