import type { Wire } from "../graph/recorded";
import { functionResult, type ResultShape } from "../aws/types";
import { partitionOf, zonesOf } from "./regions";
import { renderPolicyDocument } from "./policy-document";
import { STAND_IN, standInList, UNKNOWN, type Properties } from "./wire";

/** The account that a program sees; no account number that documents use as an example. */
export const ACCOUNT_ID = "590184027351";

/** Answers to what only AWS knows, by token, arguments, region and the shape of the result. */
export type Answers = (
  token: string,
  args: Properties,
  region: string,
  result: Readonly<Record<string, ResultShape>>,
) => Properties;

export interface InvokeContext {
  /** Inputs of the provider that would answer. */
  provider: Properties;
  /** The region where the provider names none. */
  region: string;
  /** Answers to what only AWS knows; absent: stand-ins. */
  answers?: Answers;
  /** True for Python, whose SDK accepts nothing but a dictionary for a map. */
  requiresMaps?: boolean;
}

interface Question {
  args: Properties;
  region: string;
  provider: Properties;
  requiresMaps: boolean;
}

type Answer = (question: Question) => Properties;

/** The accounts from which load balancers write their logs, by region. Source: AWS, "Enable access logs for your Application Load Balancer". */
const ELB_ACCOUNTS: Record<string, string | undefined> = {
  "af-south-1": "098369216593",
  "ap-east-1": "754344448648",
  "ap-northeast-1": "582318560864",
  "ap-northeast-2": "600734575887",
  "ap-northeast-3": "383597477331",
  "ap-south-1": "718504428378",
  "ap-southeast-1": "114774131450",
  "ap-southeast-2": "783225319266",
  "ap-southeast-3": "589379963580",
  "ca-central-1": "985666609251",
  "cn-north-1": "638102146993",
  "cn-northwest-1": "037604701340",
  "eu-central-1": "054676820928",
  "eu-north-1": "897822967062",
  "eu-south-1": "635631232127",
  "eu-west-1": "156460612806",
  "eu-west-2": "652711504416",
  "eu-west-3": "009996457667",
  "me-south-1": "076674570225",
  "sa-east-1": "507241528517",
  "us-east-1": "127311923860",
  "us-east-2": "033677994240",
  "us-gov-east-1": "190560391635",
  "us-gov-west-1": "048591011584",
  "us-west-1": "027434742980",
  "us-west-2": "797873946194",
};

const ANSWERS: Record<string, Answer | undefined> = {
  "aws:index/getRegion:getRegion": ({ region }) => ({
    id: region,
    name: region,
    region,
    description: region,
    endpoint: `ec2.${region}.${partitionOf(region).dnsSuffix}`,
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": availabilityZones,
  "aws:index/getCallerIdentity:getCallerIdentity": ({ region }) => ({
    id: ACCOUNT_ID,
    accountId: ACCOUNT_ID,
    arn: `arn:${partitionOf(region).name}:iam::${ACCOUNT_ID}:user/preflight`,
    userId: "AIDAPREFLIGHTEXAMPLE",
  }),
  "aws:index/getPartition:getPartition": ({ region }) => {
    const { name, dnsSuffix } = partitionOf(region);
    return { id: name, partition: name, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
  },
  "aws:index/getDefaultTags:getDefaultTags": ({ provider }) => ({ id: "default_tags", tags: defaultTags(provider) }),
  "aws:iam/getPolicyDocument:getPolicyDocument": ({ args }) => renderPolicyDocument(args),
  "aws:elb/getServiceAccount:getServiceAccount": ({ region }) => {
    const id = ELB_ACCOUNTS[region] ?? STAND_IN;
    return { id, region, arn: `arn:${partitionOf(region).name}:iam::${id}:root` };
  },
};

/** The answer to a call of a data source. What only AWS knows is stand-ins, which are recorded as unknown. */
export function answerInvoke(token: string, args: Properties, context: InvokeContext): Properties {
  const region = [args.region, context.provider.region, context.region].find(
    (value): value is string => typeof value === "string" && value !== "",
  );
  const { provider, requiresMaps = false } = context;
  const question = { args, region: region ?? context.region, provider, requiresMaps };
  // Older packages name their functions without the module's file: `aws:iam:getPolicyDocument`.
  const name = canonicalFunction(token);
  const answer = ANSWERS[name];
  if (answer !== undefined) return { ...args, ...answer(question) };
  const result = functionResult(name);
  return context.answers === undefined || result === undefined
    ? standIns(question, result)
    : context.answers(name, args, question.region, result);
}

/** True for a function whose result follows from the region, the provider or the arguments. */
export const isComputedHere = (token: string): boolean => ANSWERS[canonicalFunction(token)] !== undefined;

/** The token of a function with the module's file, as newer packages have it. */
export function canonicalFunction(token: string): string {
  const [pkg = "", module = "", name = ""] = token.split(":");
  return module.includes("/") ? token : `${pkg}:${module}/${name}:${name}`;
}

function availabilityZones({ args, region }: Question): Properties {
  const excluded = [args.excludeNames, args.excludeZoneIds].flatMap((list) => (Array.isArray(list) ? list : []));
  const zones = zonesOf(region).filter(({ name, id }) => !excluded.includes(name) && !excluded.includes(id));
  return {
    id: region,
    region,
    names: zones.map(({ name }) => name),
    zoneIds: zones.map(({ id }) => id),
    groupNames: [`${region}-zg-1`],
  };
}

function defaultTags(provider: Properties): Properties {
  if (typeof provider.defaultTags !== "string") return {};
  try {
    const parsed = JSON.parse(provider.defaultTags) as { tags?: Properties };
    return parsed.tags ?? {};
  } catch {
    return {};
  }
}

function standIns(question: Question, result: Readonly<Record<string, ResultShape>> = {}): Properties {
  const made = Object.entries(result).map(([key, shape]) => [key, standIn(key, shape, question)] as const);
  const given = Object.entries(question.args).map(([key, value]) => [key, ofShape(value, result[key])] as const);
  return { id: STAND_IN, ...Object.fromEntries([...made, ...given]) };
}

/** An argument as the result has it: a program may pass "true" for true, and AWS's provider answers with true. */
function ofShape(value: Wire | undefined, shape: ResultShape | undefined): Wire | undefined {
  return shape !== "s" && (value === "true" || value === "false") ? value === "true" : value;
}

function standIn(key: string, shape: ResultShape, context: Pick<Question, "region" | "requiresMaps">): Wire {
  const { region, requiresMaps } = context;
  if (Array.isArray(shape)) {
    const [item] = shape;
    return item === "s" ? standInList() : [standIn(key, item ?? "s", context)];
  }
  if (typeof shape === "object") {
    return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, standIn(name, inner, context)]));
  }
  if (shape === "n") return Number(STAND_IN);
  if (shape === "b") return false;
  // The keys of tags are optional; those of other maps, such as a stack's outputs, are there in a deployment.
  if (shape === "m") return requiresMaps || /^tags/i.test(key) ? {} : UNKNOWN;
  if (key === "region") return region;
  return /arn$/i.test(key) ? standInArn(region) : STAND_IN;
}

/** An ARN that a program can take apart. */
function standInArn(region: string): string {
  return `arn:${partitionOf(region).name}:${STAND_IN}:${region}:${STAND_IN}:${STAND_IN}/${STAND_IN}`;
}
