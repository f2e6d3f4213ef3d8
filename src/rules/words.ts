import { addressOf } from "../home";
import type { Basis, Rule, RuleLevel } from "./rule";

const pathOf = (ruleId: string): string => `docs/rules/${ruleId}.md`;

/** The address of the page about a rule; undefined where the project has no home. */
export const pageAddressOf = (ruleId: string): string | undefined => addressOf(pathOf(ruleId));

/** The page about a rule: its address, or its path in this package where the project has no home. */
export const pageOf = (ruleId: string): string => pageAddressOf(ruleId) ?? pathOf(ruleId);

/** Where a reported rule is explained: an organization's own names its page itself. */
export const pageOfRule = ({ id, url }: Pick<Rule, "id" | "url">): string => url ?? pageOf(id);

/** The same where it is an address. */
export function addressOfRule({ id, url }: Pick<Rule, "id" | "url">): string | undefined {
  return url === undefined ? pageAddressOf(id) : /^https?:/.test(url) ? url : undefined;
}

/** What a level means, in words. */
export const LEVEL_TEXT: Readonly<Record<RuleLevel, string>> = {
  mandatory: "mandatory",
  advisory: "advisory",
  "advisory-unless-required": "advisory; mandatory when the contract requires it",
  "only-if-required": "mandatory when the contract requires it; silent otherwise",
};

/** Why a finding stops an operation without a contract, in words. */
export const BASIS_TEXT: Readonly<Record<Basis, string>> = {
  "aws-rejects": "AWS rejects it",
  "cannot-work": "it cannot work",
  public: "it is public",
  credential: "it exposes a credential",
};

/** The fix of a rule in one language. */
export interface CodeExample {
  /** Absent where it is the same in every language. */
  language?: "TypeScript" | "Python" | "YAML";
  /** For people: `How to fix it in Python`. */
  title: string;
  /** What Markdown calls the language of the code; empty for plain text. */
  fence: "typescript" | "python" | "yaml" | "";
  code: string;
}

/** The fix of a rule in each language; a single one where it is the same in all of them. */
export function fixExamples({ fix: { typescript, python, yaml } }: Pick<Rule, "fix">): CodeExample[] {
  const title = "How to fix it";
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
