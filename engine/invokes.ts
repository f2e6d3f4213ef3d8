import type { Wire } from "../stack/recorded";
import { functionFacts, type ResultShape } from "./aws-table";
import { partitionOf, zonesOf } from "./regions";
import { renderPolicyDocument } from "./policy-document";
import { STAND_IN, standInList, type Properties } from "./wire";

/** The account that a program sees; no account number that documents use as an example. */
export const ACCOUNT_ID = "590184027351";

export interface InvokeContext {
  /** Inputs of the provider that would be asked. */
  provider: Properties;
  /** The region where the provider names none. */
  region: string;
}

interface Question {
  args: Properties;
  region: string;
  provider: Properties;
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

/** The answer to a call of a data source. What AWS would have to be asked for is stand-ins, which are recorded as unknown. */
export function answerInvoke(token: string, args: Properties, context: InvokeContext): Properties {
  const region = [args.region, context.provider.region, context.region].find(
    (value): value is string => typeof value === "string" && value !== "",
  );
  const question = { args, region: region ?? context.region, provider: context.provider };
  // Older packages name their functions without the module file: `aws:iam:getPolicyDocument`.
  const answer = ANSWERS[canonical(token)];
  return answer === undefined ? standIns(token, question) : { ...args, ...answer(question) };
}

function canonical(token: string): string {
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

function standIns(token: string, { args, region }: Question): Properties {
  const facts = functionFacts(canonical(token));
  const made = Object.entries(facts ?? {}).map(([key, shape]) => [key, standIn(key, shape, region)] as const);
  return { id: STAND_IN, ...Object.fromEntries(made), ...args };
}

function standIn(key: string, shape: ResultShape, region: string): Wire {
  if (Array.isArray(shape)) {
    const [item] = shape;
    return item === "s" ? standInList() : [standIn(key, item ?? "s", region)];
  }
  if (typeof shape === "object") {
    return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, standIn(name, inner, region)]));
  }
  if (shape === "n") return Number(STAND_IN);
  if (shape === "b") return false;
  if (shape === "m") return {};
  if (key === "region") return region;
  return /arn$/i.test(key) ? standInArn(region) : STAND_IN;
}

/** An ARN that a program can take apart. */
function standInArn(region: string): string {
  return `arn:${partitionOf(region).name}:${STAND_IN}:${region}:${STAND_IN}:${STAND_IN}/${STAND_IN}`;
}
