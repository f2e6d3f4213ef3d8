import type { Argument, Command, Option } from "commander";
import { PROFILES } from "../../contract/profiles";
import { rules } from "../../../policies";
import { CATEGORIES, SEVERITIES } from "../../rules/rule";
import { FAIL_ON } from "../choice";
import { GAP_KINDS } from "../../rules/gap";
import { FORMATS } from "../../rules/configuration-schema";

/** What an argument may be: one of these words, the path of a file or of a folder; absent: anything. */
export type Values = readonly string[] | "file" | "folder" | undefined;

export interface OptionWords {
  /** Each way of writing it: `--help`, `-h`. */
  names: readonly string[];
  description: string;
  takesValue: boolean;
  /** True where several values may follow. */
  isVariadic: boolean;
  values: Values;
}

export interface CommandWords {
  name: string;
  description: string;
  options: readonly OptionWords[];
  /** What each argument may be. */
  places: readonly Values[];
}

/** What the declaration of an option or argument leaves open, by its name. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  profile: Object.keys(PROFILES),
  rule: rules.map(({ id }) => id).sort(),
  failure: [...new Set(rules.flatMap(({ failures }) => failures))].sort(),
  framework: ["CIS", "FSBP", "PCI"],
  skip: rules.map(({ id }) => id).sort(),
  category: CATEGORIES,
  severity: SEVERITIES,
  failOn: FAIL_ON,
  format: FORMATS,
  partial: GAP_KINDS,
};

const HELP: OptionWords = {
  names: ["--help", "-h"],
  description: "display help for command",
  takesValue: false,
  isVariadic: false,
  values: undefined,
};

/** The commands that a program declares, as completion needs them. */
export function commandWords(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options.filter(({ hidden }) => !hidden).map(optionWords), HELP],
    places: command.registeredArguments.map(valuesOf),
  }));
}

function optionWords(option: Option): OptionWords {
  const takesValue = option.required || option.optional;
  return {
    names: [option.long, option.short].filter((name) => name !== undefined),
    description: option.description,
    takesValue,
    isVariadic: option.variadic,
    values: takesValue ? optionValues(option) : undefined,
  };
}

function optionValues(option: Option): Values {
  const placeholder = /<(\w+)/.exec(option.flags)?.[1] ?? "";
  return option.argChoices ?? KNOWN[option.attributeName()] ?? pathKind(placeholder);
}

function valuesOf(argument: Argument): Values {
  return argument.argChoices ?? KNOWN[argument.name()] ?? pathKind(argument.name());
}

function pathKind(name: string): Values {
  return name === "folder" ? "folder" : name === "file" || name === "target" || name === "targets" ? "file" : undefined;
}
