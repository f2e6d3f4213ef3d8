import { rules } from "../../policies";
import type { Rule } from "../../src/rules/rule";
import type { Result } from "../../src/rules/run";
import type { Report, ReportedResource } from "../../src/report/report";

export function ruleCalled(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    throw new Error(`there is no rule ${id}`);
  }
  return rule;
}

/** A report of nothing. */
export const EMPTY: Report = {
  project: "shop",
  stack: "dev",
  day: "2026-11-22",
  file: "Pulumi.yaml",
  results: [],
  undecided: [],
  crashes: [],
  gaps: [],
  resources: [],
  inBaseline: 0,
};

export const reportWith = (parts: Partial<Report>): Report => ({ ...EMPTY, ...parts });

export const urnOf = (name: string, type: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

export function resourceWith(
  name: string,
  { type = "aws:ec2/subnet:Subnet", ...parts }: Partial<ReportedResource> = {},
): ReportedResource {
  return { urn: urnOf(name, type), type, name, dependencies: [], ...parts };
}

export function resultOn({ urn, name, type }: ReportedResource, rule: string, parts: Partial<Result> = {}): Result {
  return {
    rule: ruleCalled(rule),
    level: "mandatory",
    message: `${name} is wrong.`,
    path: "",
    codePath: parts.path ?? "",
    urn,
    name,
    type,
    ...parts,
  };
}
