import type { RuleLevel } from "./rule";

/** Where the pages of rules are. */
const DOCS = "https://github.com/pulumi-preflight/pulumi-preflight-aws/blob/main/docs/rules";

export function pageOf(ruleId: string): string {
  return `${DOCS}/${ruleId}.md`;
}

/** What a level means, in words. */
export const LEVEL_WORDS: Readonly<Record<RuleLevel, string>> = {
  mandatory: "mandatory",
  advisory: "advisory",
  "raised-by-contract": "advisory; mandatory when the contract asks",
  contract: "mandatory when the contract asks; silent otherwise",
};

/** The documents of failures, by the letter of their numbers. */
export const FAILURE_DOCUMENTS: Readonly<Record<string, string>> = {
  F: "FastCart order processing",
  P: "payment migration",
  B: "blue-green migration",
  C: "product catalog",
  E: "multi-environment infrastructure",
};
