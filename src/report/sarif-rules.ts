import type { ReportingDescriptor } from "sarif";
import type { Category, Rule, RuleLevel, Severity } from "../rules/rule";
import { addressOfRule, fixExamples, pageOfRule } from "../rules/words";

/** As code scanning reads them: above 9.0 critical, from 7.0 high, from 4.0 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.5",
};

const SECURITY: ReadonlySet<Category> = new Set(["encryption", "identity", "secrets"]);

const DEFAULT_LEVEL: Readonly<Record<RuleLevel, "error" | "warning">> = {
  mandatory: "error",
  "only-if-required": "error",
  "advisory-unless-required": "warning",
  advisory: "warning",
};

function helpOf(rule: Rule): { text: string; markdown: string } {
  const address = addressOfRule(rule);
  const page = pageOfRule(rule);
  const fixes = fixExamples(rule);
  return {
    text: [rule.why, ...fixes.map(({ title, code }) => `${title}:\n${code}`), page].join("\n\n"),
    markdown: [
      `${rule.why}\n`,
      ...fixes.map(({ title, fence, code }) => `## ${title}\n\n\`\`\`${fence}\n${code}\n\`\`\`\n`),
      address === undefined ? `More about ${rule.id}: \`${page}\`` : `[More about ${rule.id}](${address})`,
    ].join("\n"),
  };
}

function describe(rule: Rule): ReportingDescriptor {
  const address = addressOfRule(rule);
  const { id, category, severity, description, why, level, controls = [] } = rule;
  const tags = controls.map(({ framework, reference }) => `${framework} ${reference}`);
  const isSecurity = SECURITY.has(category) || controls.length > 0;
  return {
    id,
    shortDescription: { text: description },
    fullDescription: { text: why },
    help: helpOf(rule),
    ...(address !== undefined && { helpUri: address }),
    defaultConfiguration: { level: DEFAULT_LEVEL[level] },
    properties: {
      category,
      severity,
      // Code scanning shows the number as the alert's severity where `security` is among the tags.
      "security-severity": SECURITY_SEVERITY[severity],
      tags: [...(isSecurity ? ["security"] : []), category, ...tags].slice(0, 20),
    },
  };
}

/** The rules that a log refers to, each once. */
export class RuleTable {
  readonly descriptors: ReportingDescriptor[] = [];
  readonly #indexes = new Map<string, number>();

  reference(rule: Rule): { id: string; index: number } {
    let index = this.#indexes.get(rule.id);
    if (index === undefined) {
      index = this.descriptors.push(describe(rule)) - 1;
      this.#indexes.set(rule.id, index);
    }
    return { id: rule.id, index };
  }
}
