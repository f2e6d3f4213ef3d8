import rule from "../../../policies/project/project-prompt-platform";
import { ruleTest } from "../../../testing/rule-test";

const PYTHON = { "Pulumi.yaml": "name: shop\nruntime: python\n" };
const NODE = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };
const prompt = (text: string): Record<string, string> => ({ ...PYTHON, "lib/PROMPT.md": text });

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known" },
    { name: "no PROMPT.md", files: { ...PYTHON, "README.md": "# Shop\n" } },
    { name: "a PROMPT.md of something else", files: { ...PYTHON, "lambda/summary/PROMPT.md": "Summarize this." } },
    { name: "the statement", files: prompt("# Orders\n\nCreate it in **Pulumi with Python**, please.\n") },
    { name: "the statement in another bold", files: prompt("Hello.\n\nWith __Pulumi (python)__.\n") },
    { name: "in a heading", files: prompt("# **Pulumi with Python**\n\nText.\n") },
    { name: "in two parts", files: prompt("- Platform: **Pulumi**\n- Language: **Python**\n") },
    { name: "one of the languages of Node.js", files: { ...NODE, "PROMPT.md": "Use **Pulumi with JavaScript**." } },
    { name: "any language where the runtime is not known", files: { "PROMPT.md": "Use **Pulumi and Go**." } },
    {
      name: "the contract's language",
      contract: { project: { language: "csharp" } },
      files: { "PROMPT.md": "Use **Pulumi with C#**." },
    },
  ],
  invalid: [
    {
      name: "no statement (F25)",
      files: prompt("# Orders\n\nBuild an order system on AWS.\n"),
      findings: [{ message: /^lib\/PROMPT\.md does not say in bold.*\*\*Pulumi with Python\*\*/ }],
    },
    { name: "not in bold", files: prompt("Use Pulumi with Python.\n"), findings: [{ message: /does not say/ }] },
    {
      name: "not in the opening paragraphs",
      files: prompt("One.\n\nTwo.\n\nThree.\n\nUse **Pulumi with Python**.\n"),
      findings: [{ message: /does not say/ }],
    },
    {
      name: "in code or a comment",
      files: prompt("```\n**Pulumi with Python**\n```\n<!-- **Pulumi with Python** -->\n"),
      findings: [{}],
    },
    { name: "nothing at all", files: prompt(""), findings: [{ message: /does not say/ }] },
    {
      name: "the platform alone",
      files: prompt("Use **Pulumi** and Python.\n"),
      findings: [{ message: /not with the language/ }],
    },
    {
      name: "another language",
      files: prompt("Use **Pulumi with TypeScript**.\n"),
      findings: [{ message: /write \*\*Pulumi with Python/ }],
    },
    {
      name: "another platform",
      files: prompt("Use **AWS CDK with Python**.\n"),
      findings: [{ message: /does not say/ }],
    },
    {
      name: "a language whose name begins another's",
      files: { "Pulumi.yaml": "name: shop\nruntime: java\n", "prompt.md": "Use **Pulumi with JavaScript**." },
      findings: [{ message: /Pulumi with Java\*\*/ }],
    },
    {
      name: "a language that the contract does not ask for",
      contract: { project: { language: "typescript" } },
      files: { ...NODE, "PROMPT.md": "Use **Pulumi with JavaScript**." },
      findings: [{ message: /Pulumi with TypeScript/ }],
    },
  ],
});
