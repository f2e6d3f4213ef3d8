import { SEVERITIES } from "../rules/rule";
import type { Result } from "../rules/run";
import { mergedCompliance } from "./compliance";
import type { Report } from "./report";

const rankOf = ({ level, rule }: Result): number =>
  (level === "mandatory" ? 0 : SEVERITIES.length) + SEVERITIES.indexOf(rule.severity);

const joined = (names: readonly string[]): string => [...new Set(names)].join(", ");

/** The reports of several targets as one: the worst findings first, each part that was not checked with its target. */
export function merged(first: Report, others: readonly Report[]): Report {
  if (others.length === 0) {
    return first;
  }
  const all = [first, ...others];
  return {
    ...first,
    project: joined(all.map(({ project }) => project)),
    stack: joined(all.map(({ stack }) => stack)),
    targets: all.map(({ project, stack, file }) => ({ project, stack, file })),
    credentials: () => all.flatMap(({ credentials }) => credentials?.() ?? []),
    results: all.flatMap(({ results }) => results).sort((left, right) => rankOf(left) - rankOf(right)),
    undecided: all.flatMap(({ undecided }) => undecided),
    crashes: [...new Set(all.flatMap(({ crashes }) => crashes))],
    gaps: all
      .flatMap(({ project, stack, gaps }) =>
        gaps.map((gap) => ({ ...gap, message: `in ${project}/${stack}, ${gap.message}` })),
      )
      .sort((left, right) => Number(right.fails) - Number(left.fails)),
    resources: all.flatMap(({ resources }) => resources),
    inBaseline: all.reduce((sum, { inBaseline }) => sum + inBaseline, 0),
    containerOf: (urn) => all.map(({ containerOf }) => containerOf?.(urn)).find((container) => container !== undefined),
    ...(first.compliance && { compliance: mergedCompliance(all.map(({ compliance = [] }) => compliance)) }),
    hasContract: all.every(({ hasContract }) => hasContract !== false),
    ...(all.every(({ isUnreadable }) => isUnreadable) && { isUnreadable: true }),
  };
}
