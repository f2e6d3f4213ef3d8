import { createHash } from "node:crypto";
import type { Wire } from "../graph/recorded";
import { nameProperty } from "../aws/names";
import { chosenShape, outputShape, type ResultShape } from "../aws/types";
import { ACCOUNT_ID, type Answers } from "./invokes";
import type { Computed, ComputedFor } from "./recorder";
import { partitionOf, zonesOf } from "./regions";
import { isPlainObject, STAND_IN, UNKNOWN, type Properties } from "./wire";

/** What values are made from. */
export interface MadeUpOptions {
  /** The region of the program. */
  region: string;
  /** Another seed makes other ids and names. */
  seed?: string;
}

/** One property of a resource, and what its value is made from. */
interface Question extends ComputedFor {
  property: string;
  /** The name that AWS knows the resource by. */
  awsName: string;
  region: string;
  partition: string;
  dnsSuffix: string;
  /** Letters and digits from `0` to `f`, the same for the same resource. */
  hex: (length: number, salt?: string) => string;
}

type Form = (question: Question) => Wire;

/** The prefixes of ids that EC2 makes, by the name of the type. Source: AWS, "Resource IDs", EC2 User Guide, 2026-11. */
const EC2_IDS: Readonly<Record<string, string | undefined>> = {
  Ami: "ami",
  AmiCopy: "ami",
  AmiFromInstance: "ami",
  CustomerGateway: "cgw",
  DefaultNetworkAcl: "acl",
  DefaultRouteTable: "rtb",
  DefaultSecurityGroup: "sg",
  DefaultSubnet: "subnet",
  DefaultVpc: "vpc",
  EgressOnlyInternetGateway: "eigw",
  Eip: "eipalloc",
  EipAssociation: "eipassoc",
  Fleet: "fleet",
  FlowLog: "fl",
  Instance: "i",
  InternetGateway: "igw",
  LaunchTemplate: "lt",
  ManagedPrefixList: "pl",
  NatGateway: "nat",
  NetworkAcl: "acl",
  NetworkInterface: "eni",
  RouteTable: "rtb",
  RouteTableAssociation: "rtbassoc",
  SecurityGroup: "sg",
  Snapshot: "snap",
  SpotInstanceRequest: "sir",
  Subnet: "subnet",
  TransitGateway: "tgw",
  Volume: "vol",
  Vpc: "vpc",
  VpcDhcpOptions: "dopt",
  VpcEndpoint: "vpce",
  VpcEndpointService: "vpce-svc",
  VpcPeeringConnection: "pcx",
  VpnConnection: "vpn",
  VpnGateway: "vgw",
  SecurityGroupEgressRule: "sgr",
  SecurityGroupIngressRule: "sgr",
};

/** Services whose name in an ARN differs from the module's in @pulumi/aws. */
const SERVICES: Readonly<Record<string, string | undefined>> = {
  alb: "elasticloadbalancing",
  apigatewayv2: "apigateway",
  appautoscaling: "application-autoscaling",
  cfg: "config",
  docdb: "rds",
  ec2clientvpn: "ec2",
  ec2transitgateway: "ec2",
  efs: "elasticfilesystem",
  elb: "elasticloadbalancing",
  lb: "elasticloadbalancing",
  mq: "mq",
  msk: "kafka",
  neptune: "rds",
  opensearch: "es",
  elasticsearch: "es",
  sfn: "states",
  ssoadmin: "sso",
  vpc: "ec2",
};

/** Services whose ARNs name no region. */
const GLOBAL = new Set(["cloudfront", "iam", "route53", "globalaccelerator", "organizations"]);

/** What comes after the account in an ARN, by type, where it is not `kind/id`. Source: AWS, "Service Authorization Reference", 2026-11. */
const ARN_RESOURCES: Readonly<Record<string, ((question: Question) => string) | undefined>> = {
  "aws:cfg/rule:Rule": ({ hex }) => `config-rule/config-rule-${hex(6)}`,
  "aws:cloudwatch/eventBus:EventBus": ({ awsName }) => `event-bus/${awsName}`,
  "aws:cloudwatch/eventRule:EventRule": ({ awsName, inputs }) =>
    typeof inputs.eventBusName === "string" ? `rule/${inputs.eventBusName}/${awsName}` : `rule/${awsName}`,
  "aws:cloudwatch/logGroup:LogGroup": ({ awsName }) => `log-group:${awsName}`,
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ awsName }) => `alarm:${awsName}`,
  "aws:ecs/cluster:Cluster": ({ awsName }) => `cluster/${awsName}`,
  "aws:ecs/service:Service": ({ awsName }) => `service/${awsName}`,
  "aws:ecs/taskDefinition:TaskDefinition": ({ inputs, name }) => `task-definition/${text(inputs.family) ?? name}:1`,
  "aws:elasticache/cluster:Cluster": ({ awsName }) => `cluster:${awsName}`,
  "aws:elasticache/replicationGroup:ReplicationGroup": ({ awsName }) => `replicationgroup:${awsName}`,
  "aws:iam/instanceProfile:InstanceProfile": ({ awsName, inputs }) => `instance-profile${pathIn(inputs)}${awsName}`,
  "aws:iam/policy:Policy": ({ awsName, inputs }) => `policy${pathIn(inputs)}${awsName}`,
  "aws:iam/role:Role": ({ awsName, inputs }) => `role${pathIn(inputs)}${awsName}`,
  "aws:iam/user:User": ({ awsName, inputs }) => `user${pathIn(inputs)}${awsName}`,
  "aws:iam/group:Group": ({ awsName, inputs }) => `group${pathIn(inputs)}${awsName}`,
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": ({ inputs }) =>
    `oidc-provider/${(text(inputs.url) ?? "").replace("https://", "")}`,
  "aws:kms/alias:Alias": ({ awsName }) => awsName,
  "aws:kms/replicaKey:ReplicaKey": ({ hex }) => `key/${uuid(hex)}`,
  "aws:lambda/function:Function": ({ awsName }) => `function:${awsName}`,
  "aws:lambda/layerVersion:LayerVersion": ({ inputs, name }) => `layer:${text(inputs.layerName) ?? name}:1`,
  "aws:lb/listener:Listener": ({ name, hex }) => `listener/app/${name}/${hex(16)}/${hex(16, "listener")}`,
  "aws:lb/loadBalancer:LoadBalancer": (question) => loadBalancerPath(question, "loadbalancer/"),
  "aws:lb/targetGroup:TargetGroup": ({ awsName, hex }) => `targetgroup/${awsName}/${hex(16)}`,
  "aws:rds/cluster:Cluster": ({ awsName }) => `cluster:${awsName}`,
  "aws:rds/clusterInstance:ClusterInstance": ({ awsName }) => `db:${awsName}`,
  "aws:rds/instance:Instance": ({ awsName }) => `db:${awsName}`,
  "aws:secretsmanager/secret:Secret": ({ awsName, hex }) => `secret:${awsName}-${hex(6)}`,
  "aws:sfn/stateMachine:StateMachine": ({ awsName }) => `stateMachine:${awsName}`,
  "aws:ssm/parameter:Parameter": ({ awsName }) => `parameter${awsName.startsWith("/") ? "" : "/"}${awsName}`,
  "aws:sns/topic:Topic": ({ awsName }) => awsName,
  "aws:sns/topicSubscription:TopicSubscription": ({ name, hex }) => `${name}:${uuid(hex)}`,
  "aws:sqs/queue:Queue": ({ awsName }) => awsName,
  "aws:wafv2/webAcl:WebAcl": ({ awsName, inputs, hex }) =>
    `${inputs.scope === "CLOUDFRONT" ? "global" : "regional"}/webacl/${awsName}/${uuid(hex)}`,
};

/** Types whose id is their ARN. */
const ARN_AS_ID =
  /^aws:(?:acm\/certificate|apprunner\/service|batch\/\w+|codebuild\/project|dms\/\w+|ecs\/(?:capacityProvider|cluster|service)|iam\/(?:openIdConnectProvider|policy)|kinesis\/(?:firehoseDeliveryStream|stream)|lambda\/layerVersion|(?:alb|lb)\/(?:listener|listenerRule|loadBalancer|targetGroup)|msk\/cluster|secretsmanager\/secret|sfn\/stateMachine|sns\/topic|sns\/topicSubscription):/;

const uuid = (hex: Question["hex"]): string =>
  [hex(8), hex(4), `4${hex(3, "b")}`, `a${hex(3, "c")}`, hex(12, "d")].join("-");

const text = (value: Wire | undefined): string | undefined =>
  typeof value === "string" && value !== "" && value !== UNKNOWN ? value : undefined;

const pathIn = ({ path }: Properties): string => text(path) ?? "/";

function loadBalancerPath({ inputs, awsName, hex }: Question, prefix = ""): string {
  const kind = inputs.loadBalancerType === "network" ? "net" : inputs.loadBalancerType === "gateway" ? "gwy" : "app";
  return `${prefix}${kind}/${awsName}/${hex(16)}`;
}

const arnOf = (question: Question): string => {
  const { type, partition, region } = question;
  const service = serviceOf(type);
  if (type.startsWith("aws:s3/bucket")) {
    return `arn:${partition}:s3:::${question.awsName}`;
  }
  const isGlobal = GLOBAL.has(service) || (service === "wafv2" && question.inputs.scope === "CLOUDFRONT");
  const kind = (/:(\w+)$/.exec(type)?.[1] ?? "resource").toLowerCase();
  const resource =
    ARN_RESOURCES[type]?.(question) ?? `${kind}/${ARN_AS_ID.test(type) ? uuid(question.hex) : idOf(question)}`;
  // The global web ACLs of CloudFront are in us-east-1.
  const where = isGlobal ? (service === "wafv2" ? "us-east-1" : "") : region;
  return `arn:${partition}:${service}:${where}:${service === "apigateway" ? "" : ACCOUNT_ID}:${resource}`;
};

function serviceOf(type: string): string {
  const [, module = "x", name = ""] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  // Two services share the module cloudwatch with two of their own.
  if (module === "cloudwatch" && name.startsWith("event")) return "events";
  if (module === "cloudwatch" && name.startsWith("log")) return "logs";
  return SERVICES[module] ?? module;
}

/** The id of a resource. */
function idOf(question: Question): string {
  const { type, awsName, hex, region, dnsSuffix } = question;
  const name = /^aws:ec2(?:clientvpn|transitgateway)?\/\w+:(\w+)$/.exec(type)?.[1];
  const prefix = name === undefined ? undefined : EC2_IDS[name];
  if (prefix !== undefined) return `${prefix}-0${hex(16)}`;
  if (ARN_AS_ID.test(type)) return arnOf(question);
  switch (type) {
    case "aws:kms/key:Key":
    case "aws:kms/replicaKey:ReplicaKey":
      return uuid(hex);
    case "aws:sqs/queue:Queue":
      return `https://sqs.${region}.${dnsSuffix}/${ACCOUNT_ID}/${awsName}`;
    case "aws:apigateway/restApi:RestApi":
    case "aws:apigatewayv2/api:Api":
      return hex(10);
    case "aws:apigateway/resource:Resource":
    case "aws:apigateway/deployment:Deployment":
    case "aws:apigatewayv2/integration:Integration":
      return hex(6);
    case "aws:route53/zone:Zone":
      return `Z0${hex(18).toUpperCase()}`;
    case "aws:cloudfront/distribution:Distribution":
      return `E${hex(13).toUpperCase()}`;
    case "aws:efs/fileSystem:FileSystem":
      return `fs-0${hex(16)}`;
    case "aws:efs/accessPoint:AccessPoint":
      return `fsap-0${hex(16)}`;
    case "aws:cognito/userPool:UserPool":
      return `${region}_${hex(9)}`;
    case "aws:cognito/userPoolClient:UserPoolClient":
      return hex(26);
    default:
      return awsName;
  }
}

const PORTS: readonly (readonly [engine: RegExp, port: number])[] = [
  [/mysql|mariadb/, 3306],
  [/postgres/, 5432],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
  [/docdb/, 27_017],
  [/neptune/, 8182],
];

/** The port of a database or a cache, as AWS chooses it. */
function portOf({ type, inputs }: Question): Wire {
  if (typeof inputs.port === "number") return inputs.port;
  if (/:(?:elasticache|memorydb)\//.test(type)) return inputs.engine === "memcached" ? 11_211 : 6379;
  const engine = text(inputs.engine) ?? type;
  return PORTS.find(([pattern]) => pattern.test(engine))?.[1] ?? UNKNOWN;
}

const host = ({ awsName, hex, region, type, dnsSuffix }: Question, label = ""): string =>
  `${awsName}.${label}${hex(12, "host")}.${region}.${serviceOf(type)}.${dnsSuffix}`.toLowerCase();

const loadBalancerHost: Form = ({ awsName, hex, region, inputs, dnsSuffix }) =>
  inputs.loadBalancerType === "network"
    ? `${awsName}-${hex(16)}.elb.${region}.${dnsSuffix}`
    : `${inputs.internal === true ? "internal-" : ""}${awsName}-${digits(hex, 10)}.${region}.elb.${dnsSuffix}`;

const digits = (hex: Question["hex"], length: number): string =>
  hex(length, "digits").replace(/[a-f]/g, (letter) => String(parseInt(letter, 16) % 10));

const functionVersion = ({ inputs }: Question): string => (inputs.publish === true ? "1" : "$LATEST");

const invokeArn = (question: Question, qualifier = ""): string =>
  `arn:${question.partition}:apigateway:${question.region}:lambda:path/2015-03-31/functions/${arnOf(question)}${qualifier}/invocations`;

const certificateOptions: Form = ({ inputs, hex }) => {
  const others = Array.isArray(inputs.subjectAlternativeNames) ? inputs.subjectAlternativeNames : [];
  const names = [inputs.domainName, ...others].flatMap((name) => text(name) ?? []);
  return [...new Set(names.map((name) => name.replace(/^\*\./, "")))].map((domain) => ({
    domainName: domain,
    resourceRecordName: `_${hex(32, domain)}.${domain}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${hex(32, `${domain}.value`)}.${hex(10)}.acm-validations.aws.`,
  }));
};

/** One endpoint for each subnet of a firewall; their zones are those of the region, in turn. */
function firewallStatuses({ inputs, region, hex }: Question): Wire {
  const mappings = Array.isArray(inputs.subnetMappings) ? inputs.subnetMappings : [];
  const syncStates = mappings.map((mapping, index) => ({
    availabilityZone: zonesOf(region)[index]?.name ?? `${region}a`,
    attachments: [
      {
        endpointId: `vpce-0${hex(16, String(index))}`,
        subnetId: (isPlainObject(mapping) ? text(mapping.subnetId) : undefined) ?? UNKNOWN,
      },
    ],
  }));
  return [{ syncStates }];
}

/** Properties in forms of their own, by type. */
const FORMS: Readonly<Record<string, Readonly<Record<string, Form>> | undefined>> = {
  "aws:acm/certificate:Certificate": { domainValidationOptions: certificateOptions },
  "aws:apigateway/restApi:RestApi": {
    rootResourceId: ({ hex }) => hex(10, "root"),
    executionArn: ({ partition, region, hex }) => `arn:${partition}:execute-api:${region}:${ACCOUNT_ID}:${hex(10)}`,
  },
  "aws:apigatewayv2/api:Api": {
    apiEndpoint: ({ inputs, region, hex, dnsSuffix }) =>
      `${inputs.protocolType === "WEBSOCKET" ? "wss" : "https"}://${hex(10)}.execute-api.${region}.${dnsSuffix}`,
    executionArn: ({ partition, region, hex }) => `arn:${partition}:execute-api:${region}:${ACCOUNT_ID}:${hex(10)}`,
  },
  "aws:cloudfront/distribution:Distribution": {
    domainName: ({ hex }) => `d${hex(13)}.cloudfront.net`,
    hostedZoneId: () => "Z2FDTNDATAQYW2",
  },
  "aws:ec2/eip:Eip": {
    allocationId: idOf,
    publicIp: ({ hex }) => `52.${String(parseInt(hex(2), 16))}.${String(parseInt(hex(2, "b"), 16))}.17`,
  },
  "aws:ecr/repository:Repository": {
    repositoryUrl: ({ awsName, region, dnsSuffix }) => `${ACCOUNT_ID}.dkr.ecr.${region}.${dnsSuffix}/${awsName}`,
    registryId: () => ACCOUNT_ID,
  },
  "aws:eks/cluster:Cluster": {
    endpoint: ({ hex, region }) => `https://${hex(32).toUpperCase()}.gr7.${region}.eks.amazonaws.com`,
    identities: ({ hex, region }) => [
      { oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/${hex(32).toUpperCase()}` }] },
    ],
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    primaryEndpointAddress: (question) => host(question, "ng.0001."),
    readerEndpointAddress: (question) => host(question, "ro."),
    configurationEndpointAddress: (question) => host(question, "clustercfg."),
    memberClusters: ({ awsName }) => [`${awsName}-001`, `${awsName}-002`],
  },
  "aws:lambda/function:Function": {
    invokeArn: (question) => invokeArn(question),
    qualifiedArn: (question) => `${arnOf(question)}:${functionVersion(question)}`,
    qualifiedInvokeArn: (question) => invokeArn(question, `:${functionVersion(question)}`),
    version: functionVersion,
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    dnsName: loadBalancerHost,
    arnSuffix: (question) => loadBalancerPath(question),
    zoneId: ({ hex }) => `Z${hex(13).toUpperCase()}`,
  },
  "aws:lb/targetGroup:TargetGroup": { arnSuffix: ({ awsName, hex }) => `targetgroup/${awsName}/${hex(16)}` },
  "aws:networkfirewall/firewall:Firewall": { firewallStatuses },
  "aws:rds/cluster:Cluster": {
    endpoint: (question) => host(question, "cluster-"),
    readerEndpoint: (question) => host(question, "cluster-ro-"),
  },
  "aws:rds/instance:Instance": {
    address: (question) => host(question),
    endpoint: (question) => {
      const port = portOf(question);
      return typeof port === "number" ? `${host(question)}:${String(port)}` : UNKNOWN;
    },
  },
  "aws:route53/zone:Zone": {
    zoneId: idOf,
    nameServers: () =>
      ["org", "com", "net", "co.uk"].map((end, index) => `ns-${String(index * 512 + 7)}.awsdns-17.${end}`),
  },
  "aws:s3/bucket:Bucket": {
    bucketDomainName: ({ awsName, dnsSuffix }) => `${awsName}.s3.${dnsSuffix}`,
    bucketRegionalDomainName: ({ awsName, region, dnsSuffix }) => `${awsName}.s3.${region}.${dnsSuffix}`,
  },
  "aws:ecs/taskDefinition:TaskDefinition": {
    id: ({ inputs, name }) => text(inputs.family) ?? name,
    arnWithoutRevision: (question) => arnOf(question).replace(/:1$/, ""),
    revision: () => 1,
  },
};

/** Lists whose items AWS takes from the resource's own inputs, or knows without them. */
const CHOSEN_LISTS: Readonly<Record<string, Form | undefined>> = {
  availabilityZones: ({ region }) => zonesOf(region).map(({ name }) => name),
  masterUserSecrets: ({ partition, region, name, hex }) => [
    {
      secretArn: `arn:${partition}:secretsmanager:${region}:${ACCOUNT_ID}:secret:rds!db-${uuid(hex)}-${hex(6)}`,
      kmsKeyId: `arn:${partition}:kms:${region}:${ACCOUNT_ID}:key/${uuid((length) => hex(length, name))}`,
      secretStatus: "active",
    },
  ],
};

/** How many items a list has whose length only AWS knows. */
const LIST_LENGTH = 2;

/** A value of a shape; unknown where only AWS can choose it. */
function shaped(question: Question, shape: ResultShape, field: string, index = 0): Wire {
  if (Array.isArray(shape)) {
    const [item = "s"] = shape;
    return Array.from({ length: LIST_LENGTH }, (_, at) => shaped(question, item, field.replace(/s$/, ""), at));
  }
  if (typeof shape === "object") {
    return Object.fromEntries(
      Object.entries(shape).map(([name, inner]) => [name, shaped(question, inner, name, index)]),
    );
  }
  if (shape === "m") return field === "tagsAll" ? { ...tagsOf(question) } : UNKNOWN;
  // A switch or a number is AWS's decision: a made-up one would be a claim.
  if (shape !== "s") return field === "port" ? portOf(question) : UNKNOWN;
  return worded(question, field, index);
}

function tagsOf({ inputs }: Question): Properties {
  const { tags } = inputs;
  return typeof tags === "object" && tags !== null && !Array.isArray(tags) ? tags : {};
}

/** A string in the form that its name suggests. */
function worded(question: Question, field: string, index: number): Wire {
  const { hex, region, type, partition } = question;
  const salt = `${field}.${String(index)}`;
  if (field === "region") return region;
  if (field === "ownerId" || /accountId$/i.test(field)) return ACCOUNT_ID;
  if (field === "availabilityZone") return zonesOf(region)[index]?.name ?? `${region}a`;
  if (/arn(?:s|Prefix)?$/i.test(field))
    return `arn:${partition}:${serviceOf(type)}:${region}:${ACCOUNT_ID}:${field.toLowerCase()}/${hex(16, salt)}`;
  if (/subnetIds?$/i.test(field)) return `subnet-0${hex(16, salt)}`;
  if (/securityGroup(?:Id)?s?$/i.test(field)) return `sg-0${hex(16, salt)}`;
  if (/networkInterfaceIds?$/i.test(field)) return `eni-0${hex(16, salt)}`;
  if (/vpcId$/i.test(field)) return `vpc-0${hex(16, salt)}`;
  if (/(?:ip|ipAddress|ipAddresses)$/i.test(field))
    return `10.${String(parseInt(hex(2, salt), 16))}.7.${String(20 + index)}`;
  if (/(?:endpoint|dnsName|domainName|address|hostname|fqdn)$/i.test(field)) return host(question);
  return `${question.name}-${hex(10, salt)}`;
}

/** Properties that only AWS's account or history decides, in no form that one could know. */
const UNKNOWABLE = /^(?:etag|fingerprint|sourceCodeHash|codeSha256|createdAt|createdDate|lastModified|status|state)$/i;

function answer(question: Question): Wire {
  const { type, property } = question;
  const field = property.slice(property.lastIndexOf(".") + 1);
  const form = FORMS[type]?.[property] ?? CHOSEN_LISTS[property];
  if (form) return form(question);
  if (property === "id") return idOf(question);
  if (property === "arn") return arnOf(question);
  if (property === "name" || property === nameProperty(type)) return question.awsName;
  if (UNKNOWABLE.test(field)) return UNKNOWN;
  const shape = (property.includes(".") ? chosenShape(type, property) : outputShape(type, property)) ?? "s";
  return shaped(question, shape, field);
}

/** The name that Pulumi or the program gives in AWS. */
function awsNameOf({ type, name, inputs }: ComputedFor, hex: Question["hex"]): string {
  const property = nameProperty(type);
  const chosen = text(inputs[property ?? "name"]);
  const prefix = text(inputs.namePrefix);
  return chosen ?? (prefix === undefined ? `${name}-${hex(7, "name")}` : prefix + hex(26, "name"));
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** The kinds of characters that a generator of the provider random draws from; special ones come last. */
function alphabetsOf({ inputs }: Question): string[] {
  const kinds = [
    inputs.lower === false ? "" : LETTERS,
    inputs.upper === false ? "" : LETTERS.toUpperCase(),
    inputs.numeric === false ? "" : "0123456789",
    inputs.special === false ? "" : (text(inputs.overrideSpecial) ?? "!@#$%&*()-_=+[]{}<>:?"),
  ].filter((kind) => kind !== "");
  return kinds.length === 0 ? [LETTERS] : kinds;
}

/**
 * A random text that has of each kind, and special characters in their order in up to half of it: what AWS rejects may
 * come in any deployment, so it must not depend on the seed whether it is seen.
 */
const randomText: Form = (question) => {
  const length = typeof question.inputs.length === "number" ? question.inputs.length : 16;
  const alphabets = alphabetsOf(question);
  const special = question.inputs.special === false ? "" : (alphabets.at(-1) ?? "");
  const alphabet = alphabets.join("");
  const drawn = (from: string, index: number): string =>
    from[parseInt(question.hex(4, String(index)), 16) % from.length] ?? "";
  const first = alphabets.map(drawn).join("") + special.slice(0, Math.floor(length / 2));
  const rest = Array.from({ length: Math.max(0, length - first.length) }, (_, index) =>
    drawn(alphabet, alphabets.length + index),
  );
  return (first + rest.join("")).slice(0, length);
};

/** The outputs of the provider random, by the inputs of its generators. */
const RANDOM: Readonly<Record<string, Readonly<Record<string, Form>> | undefined>> = {
  "random:index/randomId:RandomId": {
    hex: ({ inputs, hex }) => hex(2 * (typeof inputs.byteLength === "number" ? inputs.byteLength : 4)),
  },
  "random:index/randomInteger:RandomInteger": { result: ({ inputs }) => inputs.min ?? UNKNOWN },
  "random:index/randomPassword:RandomPassword": { result: randomText },
  "random:index/randomPet:RandomPet": { id: ({ inputs }) => `${text(inputs.prefix) ?? "brisk"}-heron` },
  "random:index/randomShuffle:RandomShuffle": {
    results: ({ inputs }) =>
      Array.isArray(inputs.inputs)
        ? inputs.inputs.slice(0, typeof inputs.resultCount === "number" ? inputs.resultCount : undefined)
        : UNKNOWN,
  },
  "random:index/randomString:RandomString": { result: randomText },
  "random:index/randomUuid:RandomUuid": { result: ({ hex }) => uuid(hex) },
};

/** The outputs of types outside @pulumi/aws for which there are values. */
export const MADE_UP_OUTPUTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(RANDOM).map(([type, forms = {}]) => [
    type,
    Object.keys(forms).filter((property) => property !== "id"),
  ]),
);

/** A generator of letters and digits for one thing, by the seed of the run. */
const hexFor =
  (seed: string, thing: string): Question["hex"] =>
  (length, salt = "") => {
    const digest = (index: number): string =>
      createHash("sha256")
        .update([seed, thing, salt, String(index)].join("\n"))
        .digest("hex");
    return Array.from({ length: Math.ceil(length / 64) }, (_, index) => digest(index))
      .join("")
      .slice(0, length);
  };

/**
 * Values as AWS forms them, for what it computes: the same for the same resource in each run, and another for each
 * resource. What only AWS decides, such as switches and states, stays unknown.
 */
export function madeUpValues({ region, seed = "" }: MadeUpOptions): Computed {
  // What the values of one resource share.
  const shared = new WeakMap<Properties, Omit<Question, "property">>();
  const sharedBy = (resource: ComputedFor): Omit<Question, "property"> => {
    const hex = hexFor(seed, resource.urn);
    const where = text(resource.inputs.region) ?? text(resource.region) ?? region;
    const { name: partition, dnsSuffix } = partitionOf(where);
    return { ...resource, region: where, partition, dnsSuffix, hex, awsName: awsNameOf(resource, hex) };
  };
  return (resource, property) => {
    const known = shared.get(resource.inputs) ?? sharedBy(resource);
    shared.set(resource.inputs, known);
    const question = { ...known, property };
    const random = RANDOM[resource.type];
    if (random !== undefined) return random[property]?.(question) ?? (property === "id" ? known.hex(12) : UNKNOWN);
    return resource.type.startsWith("aws:") ? answer(question) : UNKNOWN;
  };
}

/** Fields of answers that only AWS decides: a made-up one would be a claim, or a secret. */
const DECIDED =
  /^(?:.*(?:version|family|state|status|architecture|type|class|engine|platform|password|token|policy)|secretString|secretBinary|value|plaintext|content|body|data)$/i;

/** Answers of data sources as AWS forms them, by the arguments; what only AWS decides are stand-ins. */
export function madeUpAnswers({ seed = "" }: Omit<MadeUpOptions, "region">): Answers {
  return (token, args, region, result) => {
    const [, module = "", name = ""] = /^aws:(\w+)\/get(\w+):/.exec(token) ?? [];
    const type = `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
    const hex = hexFor(seed, `${token}\n${JSON.stringify(args)}`);
    const awsName = text(args.name) ?? text(args.bucket) ?? `${name.toLowerCase()}-${hex(7, "name")}`;
    const { name: partition, dnsSuffix } = partitionOf(region);
    const urn = "";
    const question = {
      type,
      name: awsName,
      urn,
      inputs: args,
      property: "",
      awsName,
      region,
      partition,
      dnsSuffix,
      hex,
    };
    const fields = Object.entries({ id: "s" as const, ...result }).map(([field, shape]) => {
      return [field, answeredField(question, field, shape)] as const;
    });
    return { ...Object.fromEntries(fields), ...args };
  };
}

function answeredField(question: Question, field: string, shape: ResultShape): Wire {
  const { type } = question;
  if (shape === "n") return Number(STAND_IN);
  if (shape === "b") return false;
  if (shape === "m") return /^tags/i.test(field) ? {} : UNKNOWN;
  if (Array.isArray(shape)) {
    const [item = "s"] = shape;
    const of = field === "ids" ? { ...question, type: type.replace(/s$/, "") } : question;
    return Array.from({ length: LIST_LENGTH }, (_, index) =>
      answeredField(
        { ...of, hex: (length, salt = "") => question.hex(length, `${salt}.${String(index)}`) },
        field.replace(/s$/, ""),
        item,
      ),
    );
  }
  if (typeof shape === "object") {
    return Object.fromEntries(
      Object.entries(shape).map(([name, inner]) => [name, answeredField(question, name, inner)]),
    );
  }
  if (DECIDED.test(field)) return STAND_IN;
  if (field === "id") return idOf(question);
  if (field === "arn") return arnOf(question);
  const form = FORMS[type]?.[field];
  return form ? form(question) : worded(question, field, 0);
}
