import { isDeepStrictEqual } from "node:util";
import { STACK_REFERENCE_TYPE, type AnswersFile } from "../graph/answers";
import { canonicalFunction } from "./invokes";
import { STAND_IN, type Properties } from "./wire";

/** A call of a data source. */
export interface FunctionCall {
  token: string;
  args: Properties;
  /** The name of the provider's resource; absent for a default provider. */
  provider?: string;
  /** True for a default provider, and for one that reaches the same account and region as that does. */
  reachesDefault: boolean;
}

/** Looks up what the cloud answered when a program was run before. */
export class RecordedAnswers {
  constructor(private readonly answers: AnswersFile) {}

  /** The result of a call with the same arguments, by the same provider or in the default one's account and region. */
  call({ token, args, provider, reachesDefault }: FunctionCall): Properties | undefined {
    const name = canonicalFunction(token);
    const same = this.answers.functions.filter(
      (answer) =>
        canonicalFunction(answer.function) === name && isDeepStrictEqual(plainArgs(answer.args), plainArgs(args)),
    );
    const own = same.find((answer) => answer.provider === provider);
    return (own ?? (reachesDefault ? same.find((answer) => answer.provider === undefined) : undefined))?.result;
  }

  /** The state of a resource that is read; a stack reference's has its `outputs`. */
  read(type: string, id: string): Properties | undefined {
    return this.answers.resources.find((answer) => answer.type === type && answer.id === id)?.state;
  }

  /** The outputs of another stack. Secret ones are not recorded: a placeholder takes their place. */
  stackOutputs(name: string): Properties | undefined {
    const state = this.read(STACK_REFERENCE_TYPE, name);
    if (state === undefined) return undefined;
    const secretOutputNames = Array.isArray(state.secretOutputNames) ? state.secretOutputNames.map(String) : [];
    const secrets = Object.fromEntries(secretOutputNames.map((output) => [output, STAND_IN]));
    return { outputs: { ...secrets, ...(state.outputs as Properties | undefined) }, secretOutputNames };
  }
}

/** Settings of a provider that decide which account answers. */
const ACCOUNT = [
  "accessKey",
  "assumeRole",
  "assumeRoleWithWebIdentity",
  "assumeRoles",
  "endpoints",
  "profile",
  "secretKey",
  "sharedConfigFiles",
  "sharedCredentialsFiles",
  "token",
];

/**
 * True where two providers reach the same account and region.
 * @param region the region of a provider that names none
 */
export function reachesSame(one: Properties, other: Properties, region: string): boolean {
  const reached = (provider: Properties): Properties => ({
    region: provider.region ?? region,
    ...Object.fromEntries(ACCOUNT.map((setting) => [setting, provider[setting] ?? null])),
  });
  return isDeepStrictEqual(reached(one), reached(other));
}

/** The arguments that were passed: SDKs send what is absent as null, or not at all. */
const plainArgs = (args: Properties): Properties =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
