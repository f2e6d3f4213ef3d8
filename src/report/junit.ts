import { CATEGORIES, type Category, type Rule } from "../rules/rule";
import type { Result } from "../rules/run";
import { pageOfRule } from "../rules/words";
import { isExempted } from "./counts";
import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { html as xml, type Markup } from "./html/markup";
import { locationsOf } from "./location";
import type { Report } from "./report";
import { whenKnown } from "./when-known";

type Kind = "failure" | "error" | "skipped" | "passed";

interface Case {
  className: string;
  name: string;
  kind: Kind;
  /** The first line is what lists show. */
  text: string;
}

interface Suite {
  name: string;
  cases: Case[];
}

/** As schemas require of names: without breaks, and without spaces at the ends or beside each other. */
const token = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

function standingOf(result: Result): { kind: Kind; lead: string } {
  if (isExempted(result)) {
    return { kind: "skipped", lead: "exempted: " };
  }
  return result.level === "mandatory" ? { kind: "failure", lead: "" } : { kind: "skipped", lead: "advisory: " };
}

function nameOf(name: string | undefined, path: string): string {
  return [name ?? "the stack", path].filter((part) => part !== "").join(" ");
}

const classOf = ({ category, id }: Rule): string => `${category}.${id}`;

function findingsOf(report: Report, read: Read | undefined): { category: Category; test: Case }[] {
  const location = locationsOf(report, sourcesOf(read));
  return report.results.map((result) => {
    const { rule, name, path, urn, type, message } = result;
    const { kind, lead } = standingOf(result);
    const { file, line, isExact } = location(result);
    const text = [
      `${lead}${message}`,
      "",
      ...(type === undefined ? [] : [`Resource: ${name ?? ""} (${type})`]),
      ...(urn === undefined ? [] : [`URN: ${urn}`]),
      `Location: ${file}${isExact ? `:${String(line)}` : ""}`,
      `Severity: ${rule.severity}`,
      `How to fix it: ${pageOfRule(rule)}`,
    ].join("\n");
    return { category: rule.category, test: { className: classOf(rule), name: nameOf(name, path), kind, text } };
  });
}

function undecidedOf(report: Report): { category: Category; test: Case }[] {
  return report.undecided.map((undecided) => {
    const { rule, name, path } = undecided;
    const text = `undecided: ${whenKnown(undecided)}`;
    return {
      category: rule.category,
      test: { className: classOf(rule), name: nameOf(name, path), kind: "skipped", text },
    };
  });
}

/** The one suite that is always there: servers take a file without any test for an error. */
function runSuite({ project, stack, crashes, gaps, isUnreadable }: Report): Suite {
  const className = "preflight.run";
  const checked: Pick<Case, "kind" | "text"> = isUnreadable
    ? { kind: "error", text: "nothing of the stack could be checked" }
    : { kind: "passed", text: "" };
  return {
    name: "preflight",
    cases: [
      { className, name: `${project}/${stack} was checked`, ...checked },
      ...crashes.map((text): Case => ({ className, name: "a rule crashed", kind: "error", text })),
      ...gaps.map(({ kind, message: text, fails }): Case => ({
        className,
        name: `not checked: ${kind}`,
        kind: fails ? "error" : "skipped",
        text,
      })),
    ],
  };
}

function suitesOf(report: Report, read: Read | undefined): Suite[] {
  const tests = [...findingsOf(report, read), ...undecidedOf(report)];
  const byCategory = CATEGORIES.map((category) => ({
    name: category,
    cases: tests.filter((one) => one.category === category).map(({ test }) => test),
  }));
  return [runSuite(report), ...byCategory.filter(({ cases }) => cases.length > 0)];
}

/** Numbers what has the same name, since servers follow a test from run to run by it. */
function numbered(cases: readonly Case[]): Case[] {
  const seen = new Map<string, number>();
  return cases.map((test) => {
    const name = token(test.name);
    const key = `${test.className}\n${name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...test, name: count === 1 ? name : `${name} (${String(count)})` };
  });
}

function testCase({ className, name, kind, text }: Case): Markup {
  const opening = xml`testcase classname="${className}" name="${name}" time="0"`;
  if (kind === "passed") {
    return xml`    <${opening}/>\n`;
  }
  const inside =
    kind === "skipped"
      ? xml`<skipped>${text}</skipped>`
      : xml`<${kind} type="${className}" message="${text.split("\n", 1)[0]}">${text}</${kind}>`;
  return xml`    <${opening}>\n      ${inside}\n    </testcase>\n`;
}

// The time is the day on which dated facts were evaluated, so that the same stack gives the same file.
function testSuite({ name, cases }: Suite, id: number, { day, project, stack }: Report): Markup {
  const countOf = (kind: Kind): number => cases.filter((test) => test.kind === kind).length;
  return xml`\
  <testsuite name="${name}" package="preflight" id="${id}" timestamp="${day}T00:00:00" hostname="localhost"\
 tests="${cases.length}" failures="${countOf("failure")}" errors="${countOf("error")}" skipped="${countOf("skipped")}"\
 time="0">
    <properties>
      <property name="project" value="${project}"/>
      <property name="stack" value="${stack}"/>
    </properties>
${numbered(cases).map(testCase)}\
    <system-out/>
    <system-err/>
  </testsuite>
`;
}

/**
 * The report as JUnit XML: a suite for each category, a test for each finding, which fails where it is mandatory and
 * is skipped where it is advisory, exempted or undecided.
 */
export function junitReport(raw: Report, read?: Read): string {
  const report = forReaders(raw);
  const suites = suitesOf(report, read).map((suite, index) => testSuite(suite, index, report));
  return xml`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites}</testsuites>\n`.text;
}
