import table from "../../facts/removed-arguments.json";
import { namedArgumentsOf } from "../../project/calls";
import { nodeAwsMajor, pythonAwsMajor } from "../../project/packages";
import type { Source } from "../../project/source";
import { defineRule, type ProjectFiles } from "../rule";

const REMOVED: Readonly<Record<string, Readonly<Record<string, string>>>> = table.arguments;

export default defineRule({
  id: "project-removed-arguments",
  category: "project",
  description: "The program passes only arguments that @pulumi/aws takes",
  severity: "medium",
  level: "advisory",
  failures: ["C1"],
  why:
    "An argument that a version of @pulumi/aws has dropped is passed over in Node.js where types are not checked, and " +
    "the resource is made without it; in Python the program fails.",
  fix: {
    typescript: 'new aws.ec2.Eip("nat", { domain: "vpc" }); // not vpc: true',
    python: 'aws.ec2.Eip("nat", domain="vpc")  # not vpc=True',
    yaml: "resources:\n  nat:\n    type: aws:ec2:Eip\n    properties:\n      domain: vpc # not vpc: true",
  },
  limits:
    "Programs on a version of @pulumi/aws that still takes the argument, and arguments that are not written out where " +
    "the resource is declared.",
  root({ project, report }) {
    const { files } = project;
    for (const source of files?.sources ?? []) {
      if (files && mayPass(source) && isRemovedFor(files, source)) {
        for (const { type, argument, instead, place } of removedIn(source)) {
          report({
            message: `${place} passes ${argument} to aws.${type}, which @pulumi/aws ${String(table.since)} no longer takes; ${instead}.`,
          });
        }
      }
    }
  },
});

/** Spares most sources the parsing: looks for the arguments between the brackets that follow a resource's name. */
function mayPass({ text }: Source): boolean {
  return (
    /\bpulumi[/_]aws\b/.test(text) &&
    Object.entries(REMOVED).some(([type, removed]) => {
      const [module = "", name = ""] = type.split(".");
      const names = Object.keys(removed).flatMap((one) => [one, snakeCased(one)]);
      const argument = new RegExp(`(?<![\\w.])(?:${names.join("|")})(?:["']\\s*:|\\s*[:=,}])`);
      const made = new RegExp(`\\b${name}(?:\\s*\\(|(\\s+as\\b))`, "g");
      const calls = text.includes(module) ? [...text.matchAll(made)] : [];
      return calls.some(({ 0: start, 1: renamed, index }) =>
        argument.test(renamed === undefined ? bracketed(text, index + start.length) : text),
      );
    })
  );
}

const LONGEST_CALL = 20_000;

/** The text up to the bracket that closes the one before `from`. */
function bracketed(text: string, from: number): string {
  const end = Math.min(text.length, from + LONGEST_CALL);
  let at = from;
  for (let depth = 1; at < end && depth > 0; at += 1) {
    depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
  }
  return text.slice(from, at);
}

function isRemovedFor(files: ProjectFiles, { language }: Source): boolean {
  const major = language === "python" ? pythonAwsMajor(files) : nodeAwsMajor(files);
  return major === undefined || major >= table.since;
}

function removedIn(source: Source): { type: string; argument: string; instead: string; place: string }[] {
  const written = (text: string): string => (source.language === "python" ? snakeCased(text) : text);
  return source.calls.flatMap(({ name, node }) => {
    const type =
      /^aws\.(\w+)\.(?:\w+\.)?(\w+)$/
        .exec(name ?? "")
        ?.slice(1)
        .join(".") ?? "";
    const removed = Object.entries(REMOVED[type] ?? {});
    return namedArgumentsOf(source, node).flatMap((given) => {
      const found = removed.find(([argument]) => written(argument) === given.name);
      return found
        ? [{ type, argument: given.name, instead: written(found[1]), place: source.placeOf(given.node) }]
        : [];
    });
  });
}

/** The words of a text that are names in camel case, as Python writes them. */
function snakeCased(text: string): string {
  return text.replace(/\b[a-z]\w*[A-Z]\w*/g, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}
