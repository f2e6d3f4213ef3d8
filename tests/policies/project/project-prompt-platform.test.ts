import rule from "../../../policies/project/project-prompt-platform";
import { ruleTest } from "../../../src/testing/rule-test";

const PYTHON = { "Pulumi.yaml": "name: shop\nruntime: python\n" };
const NODE = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };
const contract = { project: { runtime: "python" as const } };
const prompt = (text: string): Record<string, string> => ({ ...PYTHON, "lib/PROMPT.md": text });

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known", contract },
    { name: "no contract", files: prompt("") },
    { name: "no PROMPT.md", contract, files: { ...PYTHON, "README.md": "# Shop\n" } },
    {
      name: "a PROMPT.md of something else",
      contract,
      files: { ...PYTHON, "lambda/summary/PROMPT.md": "Summarize this." },
    },
    { name: "the statement", contract, files: prompt("# Orders\n\nCreate it in **Pulumi with Python**, please.\n") },
    { name: "the statement in another bold", contract, files: prompt("Hello.\n\nWith __Pulumi (python)__.\n") },
    { name: "in a heading", contract, files: prompt("# **Pulumi with Python**\n\nText.\n") },
    { name: "in two parts", contract, files: prompt("- Platform: **Pulumi**\n- Language: **Python**\n") },
    {
      name: "one of the languages of Node.js",
      contract,
      files: { ...NODE, "PROMPT.md": "Use **Pulumi with JavaScript**." },
    },
    { name: "any language where the runtime is not known", contract, files: { "PROMPT.md": "Use **Pulumi and Go**." } },
    {
      name: "the contract's language",
      contract: { project: { language: "csharp" } },
      files: { "PROMPT.md": "Use **Pulumi with C#**." },
    },
  ],
  invalid: [
    {
      name: "no statement (F25)",
      contract,
      files: prompt("# Orders\n\nBuild an order system on AWS.\n"),
      findings: [
        { level: "advisory", message: /^"lib\/PROMPT\.md" names no platform in bold.*\*\*Pulumi with Python\*\*/ },
      ],
    },
    {
      name: "not in bold",
      contract,
      files: prompt("Use Pulumi with Python.\n"),
      findings: [{ level: "advisory", message: /names no platform/ }],
    },
    {
      name: "not in the opening paragraphs",
      contract,
      files: prompt("One.\n\nTwo.\n\nThree.\n\nUse **Pulumi with Python**.\n"),
      findings: [{ level: "advisory", message: /names no platform/ }],
    },
    {
      name: "in code or a comment",
      contract,
      files: prompt("```\n**Pulumi with Python**\n```\n<!-- **Pulumi with Python** -->\n"),
      findings: [{ level: "advisory" }],
    },
    {
      name: "nothing at all",
      contract,
      files: prompt(""),
      findings: [{ level: "advisory", message: /names no platform/ }],
    },
    {
      name: "the platform alone",
      contract,
      files: prompt("Use **Pulumi** and Python.\n"),
      findings: [{ level: "advisory", message: /without the language/ }],
    },
    {
      name: "another language",
      contract,
      files: prompt("Use **Pulumi with TypeScript**.\n"),
      findings: [{ level: "advisory", message: /Write "\*\*Pulumi with Python/ }],
    },
    {
      name: "another platform",
      contract,
      files: prompt("Use **AWS CDK with Python**.\n"),
      findings: [{ level: "advisory", message: /names no platform/ }],
    },
    {
      name: "a language whose name begins another's",
      contract: { project: { runtime: "java" } },
      files: { "Pulumi.yaml": "name: shop\nruntime: java\n", "prompt.md": "Use **Pulumi with JavaScript**." },
      findings: [{ level: "advisory", message: /Pulumi with Java\*\*/ }],
    },
    {
      name: "a language that the contract does not require",
      contract: { project: { language: "typescript" } },
      files: { ...NODE, "PROMPT.md": "Use **Pulumi with JavaScript**." },
      findings: [{ level: "advisory", message: /Pulumi with TypeScript/ }],
    },
  ],
});
