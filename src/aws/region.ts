import { CLOUDWATCH_METRIC_ALARM } from "./type-tokens";
import { isRegional } from "./types";
import type { Resource } from "../graph/resource";
import { grouped, type Stack } from "../graph/stack";
import { UNKNOWN } from "../graph/value";
import type { Read, View } from "../graph/view";

/** Where AWS keeps what belongs to its global services: certificates of CloudFront, functions at the edge, … */
export const EDGE_REGION = "us-east-1";

/** The region that the environment of a program sets, as AWS's SDKs read it. */
export const environmentRegion = (environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"];

// Short, so that a string that only looks like a region ("us-west-coast-2") is rejected cheaply.
const REGION = "[a-z]{2,4}-[a-z-]{4,24}-\\d{1,2}";
// What every name of a region has, and few other strings.
const LIKE_A_REGION = /[a-z]-\d/;
const ZONE = new RegExp(`^(${REGION})[a-z]$`);
const MENTIONS = [
  { what: "an ARN", pattern: new RegExp(`\\barn:aws[a-z-]*:([a-z0-9-]+):(${REGION}):`, "g") },
  { what: "an image", pattern: new RegExp(`\\b\\d{12}\\.dkr(\\.ecr(?:-fips)?)\\.(${REGION})\\.amazonaws\\.com`, "g") },
  { what: "a service name", pattern: new RegExp(`\\bcom\\.amazonaws(\\.vpce)?\\.(${REGION})\\b`, "g") },
  { what: "awslogs-region", pattern: new RegExp(`"awslogs-(region)"\\s*:\\s*"(${REGION})"`, "g") },
] as const;

/** A region that a string names. */
export interface Mention {
  what: (typeof MENTIONS)[number]["what"] | "an availability zone";
  /** The matching part of the string. */
  text: string;
  region: string;
  /** The service of an ARN. */
  service: string | undefined;
}

/** The region that a resource sets itself, else its provider's; absent where neither is set. */
export function regionOf(resource: Resource): Read<string> {
  return ownRegionOf(resource) ?? filled(resource.provider.str("region"));
}

/** The region that a resource sets itself, as provider 7 allows; absent where it is the provider's. */
export function ownRegionOf(resource: Resource): Read<string> {
  const own = isRegional(resource.type) ? filled(resource.str("region")) : undefined;
  return own === resource.provider.str("region") ? undefined : own;
}

function filled(text: Read<string>): Read<string> {
  return text === "" ? undefined : text;
}

/** The region of an availability zone's name: `us-east-1` of `us-east-1a`. */
export function regionOfZone(zone: string): string | undefined {
  return ZONE.exec(zone)?.[1];
}

// Zones of a region, and local and wavelength zones beside it: us-west-2a, us-west-2-lax-1a, us-east-1-wl1-bos-wlz-1.
const ANY_ZONE = new RegExp(`^(${REGION})(?:[a-z]|-[a-z0-9-]{1,40})?$`);

/** The region that the name of an availability, local or wavelength zone begins with; absent for ids and other strings. */
export function homeRegionOfZone(zone: string): string | undefined {
  return ANY_ZONE.exec(zone)?.[1];
}

/** The regions that a string names: in ARNs, images, names of endpoint services, log options and zones. */
function mentionsIn(view: View): Mention[] {
  const text = view.value;
  if (typeof text !== "string") {
    return [];
  }
  const zone = /zone|azs/i.test(view.path) ? regionOfZone(text) : undefined;
  if (zone !== undefined) {
    return [{ what: "an availability zone", text, region: zone, service: undefined }];
  }
  const patterns = text.includes("aws") ? MENTIONS : [];
  return patterns.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].map(([matched, service, region = ""]) => ({
      what,
      text: matched,
      region,
      service: what === "an ARN" ? service : undefined,
    })),
  );
}

const isDefaultProvider = (urn: string): boolean => urn === "" || /::default(?:_\d\w*)?$/.test(urn);

/** True for a resource of the provider that the engine creates from the configuration. */
export function isOfDefaultProvider({ provider }: Resource): boolean {
  return isDefaultProvider(provider.urn ?? "");
}

/** An AWS provider and the resources that it creates. */
export interface ProviderUse {
  /** The provider itself, where it is in the graph. */
  provider: Resource | undefined;
  /** True for the one that the engine creates from the configuration. */
  isDefault: boolean;
  region: Read<string>;
  resources: readonly Resource[];
}

/** The AWS providers of a stack, idle ones included, with the resources of this stack that each creates. */
export function providersOf(stack: Stack): readonly ProviderUse[] {
  return stack.once(findProviders);
}

function findProviders(stack: Stack): ProviderUse[] {
  const own = stack.resources.filter(({ type, external }) => type.startsWith("aws:") && !external);
  const idle = stack.ofType("pulumi:providers:aws").map(({ urn }): [string, Resource[]] => [urn, []]);
  const byProvider = new Map([...idle, ...grouped(own, ({ provider }) => [provider.urn ?? ""])]);
  return [...byProvider].map(([urn, resources]) => {
    const provider = stack.get(urn);
    const [first] = resources;
    return {
      provider,
      isDefault: isDefaultProvider(urn),
      region: filled((first?.provider ?? provider)?.str("region")),
      resources,
    };
  });
}

const EDGE_TYPE = /^aws:(acm|cur|ecrpublic|waf)\//;
const WITH_SCOPE: ReadonlySet<string> = new Set([
  "aws:wafv2/apiKey:ApiKey",
  "aws:wafv2/ipSet:IpSet",
  "aws:wafv2/regexPatternSet:RegexPatternSet",
  "aws:wafv2/ruleGroup:RuleGroup",
  "aws:wafv2/webAcl:WebAcl",
]);
// They are in the region of what they belong to, which is checked itself.
const ATTACHMENTS: ReadonlySet<string> = new Set([
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  "aws:kms/alias:Alias",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:lambda/alias:Alias",
  "aws:lambda/permission:Permission",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
  "aws:wafv2/webAclRule:WebAclRule",
  "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
]);
// At the edge when a global service, or an alarm on one, uses them: DNSSEC keys, query logs, functions at the edge.
const EDGE_PARTS: ReadonlySet<string> = new Set([
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  "aws:kms/key:Key",
  "aws:lambda/function:Function",
  "aws:sns/topic:Topic",
]);
const EDGE_NAMESPACES: ReadonlySet<string> = new Set([
  "AWS/Billing",
  "AWS/CloudFront",
  "AWS/DDoSProtection",
  "AWS/Route53",
  "AWS/WAFV2",
]);

/** True for a resource that AWS requires in `us-east-1`, whatever the region of the rest. */
function belongsToEdge(stack: Stack, resource: Resource): boolean {
  return isEdgeResource(resource) || ATTACHMENTS.has(resource.type) || stack.once(edgeParts).has(resource);
}

function isEdgeResource(resource: Resource): boolean {
  if (WITH_SCOPE.has(resource.type)) {
    const scope = resource.str("scope");
    return scope === UNKNOWN || scope === "CLOUDFRONT";
  }
  const namespace = resource.type === CLOUDWATCH_METRIC_ALARM ? resource.str("namespace") : undefined;
  return (
    EDGE_TYPE.test(resource.type) ||
    namespace === UNKNOWN ||
    (namespace !== undefined && EDGE_NAMESPACES.has(namespace))
  );
}

function edgeParts(stack: Stack): ReadonlySet<Resource> {
  const users = stack.resources.filter((resource) => isGlobalService(resource.type) || isEdgeResource(resource));
  return new Set(users.flatMap(({ dependencies }) => dependencies.filter(({ type }) => EDGE_PARTS.has(type))));
}

/** True for CloudFront, Route 53 and the like; IAM is global too, but its policies name regional resources. */
function isGlobalService(type: string): boolean {
  return type.startsWith("aws:") && !type.startsWith("aws:iam/") && !isRegional(type);
}

const EDGE_CERTIFICATE_USERS: ReadonlySet<string> = new Set([
  "aws:amplify/domainAssociation:DomainAssociation",
  "aws:apigateway/domainName:DomainName",
  "aws:cognito/userPoolDomain:UserPoolDomain",
]);

/** True where a resource may name something in `us-east-1`, whatever its own region. */
function mayNameEdge(resource: Resource, mention: Mention): boolean {
  if (mention.region !== EDGE_REGION || mention.what !== "an ARN") {
    return false;
  }
  if (mention.service === "acm" && EDGE_CERTIFICATE_USERS.has(resource.type)) {
    return true;
  }
  const ofEdgeService = ["acm", "cur", "ecr-public", "wafv2"].includes(mention.service ?? "");
  return isGlobalService(resource.type) || (resource.type.startsWith("aws:iam/") && ofEdgeService);
}

/** A property that names another region. */
export interface OtherRegion {
  at: View;
  mention: Mention;
  /** True when the value was computed from other resources. */
  isComputed: boolean;
}

/**
 * Where a resource names a region other than `expected`. The resource's own region, and one in a value that comes from
 * another resource, are left to the finding on that region or resource.
 */
export function otherRegionsIn(resource: Resource, expected: string): OtherRegion[] {
  const own = regionOf(resource);
  return resource.scalars().flatMap((at) => {
    if (typeof at.value !== "string" || !LIKE_A_REGION.test(at.value)) {
      return [];
    }
    const { property } = at;
    if (property === "tags" || property === "tagsAll") {
      return [];
    }
    const mention = mentionsIn(at).find(
      (one) =>
        one.region !== expected &&
        one.region !== own &&
        !mayNameEdge(resource, one) &&
        !comesFrom(resource.propertyDependencies.get(property) ?? [], one.text),
    );
    return mention ? [{ at, mention, isComputed: resource.isComputed(property) }] : [];
  });
}

function comesFrom(sources: readonly Resource[], text: string): boolean {
  const outputs = sources.flatMap((source) => source.outputs.scalars());
  return outputs.some(({ value }) => typeof value === "string" && value.startsWith(text));
}

/** True for a resource that is in another region than `expected` although AWS does not require it there. */
export function isMisplaced(stack: Stack, resource: Resource, region: string, expected: string): boolean {
  return (
    region !== expected && isRegional(resource.type) && !(region === EDGE_REGION && belongsToEdge(stack, resource))
  );
}

/** The region of a resource, by itself, its provider, the configuration or the environment; absent where none sets it. */
export function regionInForce(
  resource: Resource,
  { config, environmentRegion }: { config: ReadonlyMap<string, string>; environmentRegion?: string },
): Read<string> {
  const configured = isOfDefaultProvider(resource) ? config.get("aws:region") : undefined;
  return regionOf(resource) ?? configured ?? environmentRegion;
}
