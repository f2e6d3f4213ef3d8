/** True for the usual names of a production stack or environment. */
export const isProduction = (environment: string): boolean => /^(prd|prod|production)$/i.test(environment);

/** What is known about the environment of a stack. */
export interface EnvironmentFacts {
  /** The name of the project. */
  readonly name: string;
  /** The name of the stack. */
  readonly stack: string;
  /** The configuration in force, by full key. */
  readonly config: ReadonlyMap<string, string>;
}

/** A suffix that names may contain, with how to show it. */
export interface EnvironmentSuffix {
  suffix: string;
  shown: string;
}

const CONFIG_KEYS: ReadonlySet<string> = new Set(["environmentsuffix", "envsuffix", "env"]);
const VARIABLE = "ENVIRONMENT_SUFFIX";
const LONGEST = 40;

/**
 * The suffixes that satisfy a contract, the expected one first. Where the contract takes the stack's name, programs take
 * it from their configuration, from ENVIRONMENT_SUFFIX or from a part of the stack's name, and any of these counts.
 */
export function environmentSuffixes(
  suffix: string,
  { name: project, stack, config }: EnvironmentFacts,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): [EnvironmentSuffix, ...EnvironmentSuffix[]] {
  const own: EnvironmentSuffix = { suffix, shown: JSON.stringify(suffix) };
  if (stack === "" || !suffix.includes(stack)) {
    return [own];
  }
  const inFullSuffix = (part: string): string => suffix.replaceAll(stack, () => part);
  const configured = [...config]
    .filter(([key, value]) => CONFIG_KEYS.has(folded(key.split(":").at(-1) ?? "")) && isSuffix(value))
    // A value of the configuration may be secret, so it is shown only where it is a part of the stack's name.
    .map(([key, value]) => ({
      suffix: inFullSuffix(value),
      shown: stack.includes(value) ? JSON.stringify(inFullSuffix(value)) : `from the configuration (${key})`,
    }));
  const variable = environment[VARIABLE] ?? "";
  const derived = [...(isSuffix(variable) ? [variable] : []), ...partsOf(stack, project)]
    .map(inFullSuffix)
    .map((one) => ({ suffix: one, shown: JSON.stringify(one) }));
  const [first, ...others] = [...configured, ...derived, own];
  return [first, ...others];
}

const folded = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, "");

const isSuffix = (value: string): boolean => value.length <= LONGEST && /^[\w.-]+$/.test(value);

/** The parts of a stack's name that programs use as suffix: without the project's name, else the first or last part. */
function partsOf(stack: string, project: string): string[] {
  const isProject = project !== "" && stack.toLowerCase().startsWith(project.toLowerCase());
  const rest = isProject ? stack.slice(project.length).replace(/^[-_.]+/, "") : "";
  const words = stack.split(/[-_.]+/);
  const ends = words.length > 1 ? [words.at(-1) ?? "", words[0] ?? ""] : [];
  const isOwn = (part: string): boolean =>
    part.length > 1 && /[a-z]/i.test(part) && !project.toLowerCase().includes(part.toLowerCase());
  return [...new Set([rest, ...ends])].filter((part) => part !== stack && isOwn(part));
}
