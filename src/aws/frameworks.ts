/** A published framework, with its version where several are current. */
export type Framework =
  "AWS FSBP" | "CIS AWS Foundations 5.0" | "CIS AWS Foundations 7.0" | "PCI DSS 4.0.1" | "NIST 800-53 r5";

/** The file of each framework under data/frameworks/. */
const FILES: Readonly<Record<Framework, string>> = {
  "AWS FSBP": "aws-fsbp",
  "CIS AWS Foundations 5.0": "cis-aws-5.0",
  "CIS AWS Foundations 7.0": "cis-aws-7.0",
  "PCI DSS 4.0.1": "pci-dss-4.0.1",
  "NIST 800-53 r5": "nist-800-53-r5",
};

/** The names of all frameworks; the first is the one that rules cite first. */
export const FRAMEWORKS = Object.keys(FILES) as [Framework, ...Framework[]];

/** The name of a framework's file under data/frameworks/ and of its page under docs/frameworks/. */
export const frameworkFile = (framework: Framework): string => FILES[framework];

/** True for the name of one of them. */
export const isFramework = (name: string): name is Framework => Object.hasOwn(FILES, name);

/** One control of a framework, and how this pack decides it. */
export interface FrameworkControl {
  readonly title: string;
  /** As the framework has it; absent where it has none. */
  readonly severity?: "critical" | "high" | "medium" | "low";
  /** False for a control that its publisher lists for another standard or no longer, and scanners still count. */
  readonly listed?: false;
  /** The ids of the rules that check it. */
  readonly rules?: readonly string[];
  /** The controls of AWS FSBP that it is mapped to; their rules check it. */
  readonly controls?: readonly string[];
  /** The types of the resources that it applies to, where its rules do not name any. */
  readonly about?: readonly string[];
  /** The types of the resources that it is about, where its rules are about more. */
  readonly types?: readonly string[];
  /** Values of properties that the resources that it is about have, such as those of one engine. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** Why a program does not decide it; with rules, why it does not where it has no such resource. */
  readonly undecidable?: string;
}

/** A framework's controls by number, with source and date. */
export interface FrameworkTable {
  readonly framework: Framework;
  /** Its name in full. */
  readonly title: string;
  readonly version: string;
  readonly source: string;
  readonly date: string;
  readonly strength: string;
  readonly controls: Readonly<Record<string, FrameworkControl>>;
}

/** A framework as it ships; the file is read when it is first needed. */
export function frameworkTable(framework: Framework): FrameworkTable {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would give each control a type of its own
  return require(`./data/frameworks/${FILES[framework]}.json`) as FrameworkTable;
}
