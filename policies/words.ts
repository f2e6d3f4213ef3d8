import type { Rule, RuleLevel } from "./rule";

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

/** The mend of a rule in one language. */
export interface Mend {
  /** Absent where it is the same in every language. */
  language?: "TypeScript" | "Python" | "YAML";
  /** For people: `How to mend it in Python`. */
  title: string;
  /** What Markdown calls the language of the code; empty for plain text. */
  fence: "typescript" | "python" | "yaml" | "";
  code: string;
}

/** The mend of a rule in each language; a single one where the program's language is no matter. */
export function mendsOf({ fix: { typescript, python, yaml } }: Pick<Rule, "fix">): Mend[] {
  const title = "How to mend it";
  if (typescript === python) {
    return [{ title, fence: yaml === typescript ? "yaml" : "", code: typescript }];
  }
  return [
    { language: "TypeScript", title: `${title} in TypeScript`, fence: "typescript", code: typescript },
    { language: "Python", title: `${title} in Python`, fence: "python", code: python },
    ...(yaml === undefined
      ? []
      : [{ language: "YAML", title: `${title} in YAML`, fence: "yaml", code: yaml } as const]),
  ];
}
