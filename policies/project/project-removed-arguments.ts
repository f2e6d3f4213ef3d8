import table from "../../src/aws/data/removed-arguments.json";
import { namedArgumentsOf } from "../../src/source/calls";
import { nodeAwsMajor, pythonAwsMajor } from "./project-removed-arguments.packages";
import type { Source } from "../../src/source/source";
import { defineRule } from "../../src/rules/rule";
import type { ProjectFiles } from "../../src/source/project-files";

const REMOVED: Readonly<Record<string, Readonly<Record<string, string>>>> = table.arguments;

export default defineRule({
  id: "project-removed-arguments",
  category: "project",
  description: "The program must pass only arguments that its @pulumi/aws accepts",
  severity: "medium",
  level: "advisory",
  failures: ["C1"],
  why:
    "Node.js ignores an argument that @pulumi/aws has removed, unless types are checked, and the resource is created " +
    "without it. A Python program fails.",
  fix: {
    typescript: `new aws.ec2.Eip("nat", { domain: "vpc" }); // not vpc: true`,
    python: `aws.ec2.Eip("nat", domain="vpc")  # not vpc=True`,
    yaml: `resources:
  nat:
    type: aws:ec2:Eip
    properties:
      domain: vpc # not vpc: true`,
  },
  limits:
    "Programs with a version of @pulumi/aws that still accepts the argument, and arguments that are not written out where " +
    "the resource is declared.",
  root({ project, report }) {
    const { files } = project;
    for (const source of files?.sources ?? []) {
      if (files && mayPass(source) && isRemovedFor(files, source)) {
        for (const { type, argument, instead, location } of removedIn(source)) {
          report({
            message:
              `${location} passes "${argument}" to aws.${type}, which @pulumi/aws ${String(table.since)} no longer accepts. ` +
              `${instead.charAt(0).toUpperCase()}${instead.slice(1)}.`,
          });
        }
      }
    }
  },
});

/** Saves parsing most sources: looks for the arguments between the brackets that follow a resource's name. */
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

/** The code up to the bracket that closes the one before `from`. */
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

function removedIn(source: Source): { type: string; argument: string; instead: string; location: string }[] {
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
        ? [{ type, argument: given.name, instead: written(found[1]), location: source.locationOf(given.node) }]
        : [];
    });
  });
}

/** A sentence with its names in camel case as Python writes them. */
function snakeCased(text: string): string {
  return text.replace(/\b[a-z]\w*[A-Z]\w*/g, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}
