import type { Command } from "commander";
import { constraintCalled, type NamedConstraint } from "../../constraints/ids";
import { nearest } from "../../contract/near";
import { CONTRACT_SCHEMA, type SchemaNode } from "../../contract/schema";
import { show } from "../../contract/show";
import { ProgramError } from "../../errors";
import { rules } from "../../../policies";
import type { Rule } from "../../rules/rule";
import { documentOf, FAILURES } from "../../rules/failures";
import { BASIS_TEXT, fixExamples, LEVEL_TEXT, pageOf } from "../../rules/words";
import { explainFailure } from "../report";
import { fold, paint, terminal, type Terminal } from "../terminal";

type Described = SchemaNode & { readonly description?: string };

function descriptionOf(key: string): string {
  const node = key
    .split(".")
    .reduce<Described | undefined>((inner, part) => inner?.properties?.[part], CONTRACT_SCHEMA);
  return node?.description ?? "";
}

function section(title: string, lines: readonly string[], screen: Terminal): string[] {
  return lines.length === 0 ? [] : ["", paint(screen, "bold", title), ...lines.map((line) => `  ${line}`)];
}

/** A line of Markdown without the marks of code. */
const plain = (text: string): string => text.replaceAll("`", "");

const levelOf = ({ level, basis }: Rule): string =>
  basis === undefined ? LEVEL_TEXT[level] : `${LEVEL_TEXT[level]}: ${BASIS_TEXT[basis]}`;

/** All that is known of a rule, for people. */
export function explanation(rule: Rule, screen: Terminal): string {
  const folded = (text: string): string[] => fold(text, screen.width - 2);
  const item = (text: string): string[] =>
    fold(text, screen.width - 4).map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
  const { contractKeys = [], controls = [], failures, limits } = rule;
  const { does, doesWhenNew, leaves } = rule.remediation ?? {};
  return `${[
    paint(screen, "bold", rule.id),
    ...fold(`${rule.description}.`, screen.width),
    ...fold(`${rule.category}, ${rule.severity}; ${levelOf(rule)}`, screen.width),
    ...section("Why", folded(rule.why), screen),
    ...fixExamples(rule).flatMap(({ title, code }) => section(title, code.split("\n"), screen)),
    ...section(
      "Remediation",
      [
        ...(does === undefined ? [] : item(plain(does))),
        ...(doesWhenNew === undefined
          ? []
          : item(plain(`where it is configured with assumeNew: true, ${doesWhenNew}`))),
        ...(leaves === undefined ? [] : item(`not: ${plain(leaves)}`)),
      ],
      screen,
    ),
    ...section(
      "What the contract can require",
      contractKeys.flatMap((key) => item(`${key}: ${descriptionOf(key)}`)),
      screen,
    ),
    ...section("What it does not report", limits === undefined ? [] : folded(limits), screen),
    ...section(
      "Controls",
      [...new Set(controls.map(({ framework }) => framework))].flatMap((framework) => {
        const references = controls.filter((one) => one.framework === framework).map(({ reference }) => reference);
        return item(`${framework}: ${references.join(", ")}`);
      }),
      screen,
    ),
    ...section(
      "Documented failures",
      failures.flatMap((id) => item(`${id}: ${FAILURES[id]?.title ?? ""} (${documentOf(id)})`)),
      screen,
    ),
    "",
    pageOf(rule.id),
  ].join("\n")}\n`;
}

/** The ids that a mistyped one may mean. */
function likelyMeant(word: string): string[] {
  const near = nearest(
    word,
    rules.map(({ id }) => id),
  );
  const words = word.toLowerCase().split(/[^a-z0-9]+/);
  const containing = rules
    .map(({ id }) => id)
    .filter((id) => words.every((part) => part.length > 2 && id.includes(part)));
  return [...new Set([...(near === undefined ? [] : [near]), ...containing])].slice(0, 5);
}

function ruleOf(id: string): Rule {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const near = likelyMeant(id);
    const advice = near.length === 0 ? "`preflight rules` lists them" : `did you mean ${near.join(" or ")}?`;
    throw new ProgramError(`${show(id)} is not a rule of this pack; ${advice}`);
  }
  return rule;
}

/** What AWS accepts of a type, of one property or of several together, for people. */
function constraintExplanation(found: NamedConstraint, screen: Terminal): string {
  const { id, type, rule, must, awsError, source, date } = found;
  return `${[
    paint(screen, "bold", id),
    ...fold(plain(must), screen.width),
    ...fold(`of ${type}; checked by ${rule}, and an exemption can name it`, screen.width),
    ...section("AWS rejects it with", awsError === undefined ? [] : fold(`"${awsError}"`, screen.width - 2), screen),
    ...section("Source", [...fold(source, screen.width - 2), `as of ${date}`], screen),
  ].join("\n")}\n`;
}

export function explain(program: Command): void {
  program
    .command("explain")
    .description("explain what a rule requires, why, and how to fix what it finds")
    .argument("<rule>", "the id of the rule, or of a constraint that a message names in brackets")
    .action((id: string) => {
      try {
        const constraint = constraintCalled(id);
        process.stdout.write(
          constraint === undefined
            ? explanation(ruleOf(id), terminal())
            : constraintExplanation(constraint, terminal()),
        );
      } catch (error) {
        process.exitCode = explainFailure(error);
      }
    });
}
