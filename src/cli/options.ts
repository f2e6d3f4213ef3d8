import { InvalidArgumentError, type Command } from "commander";
import { isDay } from "../contract/day";
import { PROFILE } from "../contract/resolve";
import { ProgramError } from "../errors";

/** Parses a repeated `KEY=VALUE`. */
export function setting(text: string, earlier: Record<string, string> | undefined): Record<string, string> {
  const equals = text.indexOf("=");
  if (equals < 1) {
    // The error of an invalid argument would show the argument, which may be a secret.
    throw new ProgramError("--config has to be KEY=VALUE, such as aws:region=us-east-1");
  }
  return { ...earlier, [text.slice(0, equals)]: text.slice(equals + 1) };
}

/** Parses a day, `YYYY-MM-DD`. */
export function day(text: string): string {
  if (!isDay(text)) {
    throw new InvalidArgumentError("It has to be a date such as 2027-01-31.");
  }
  return text;
}

/** The options that choose a program's configuration. */
export interface ConfigurationOptions {
  stack?: string;
  profile?: string;
  config?: Record<string, string>;
  day?: string;
}

export function withConfigurationOptions(command: Command): Command {
  return command
    .optionsGroup("Configuration and contract:")
    .option("--stack <name>", "the stack whose configuration counts (default: dev, or the only one with a file)")
    .option("--profile <name>", "the contract to check against (sets preflight:profile)")
    .option("--config <key=value>", "a configuration value; may be repeated", setting)
    .option("--day <date>", "evaluate dated facts on this day instead of today", day);
}

/** The configuration of the command line, with the profile that it names. */
export function configurationOf({ config, profile }: ConfigurationOptions): Record<string, string> {
  return { ...config, ...(profile !== undefined && { [PROFILE]: profile }) };
}

export const EXIT_CODES = `
Exit codes
  0  no mandatory finding
  1  mandatory findings, or what --fail-on names
  2  wrong input, or something was not checked that --partial does not accept
  3  an internal error; what the other rules found is reported all the same`;
