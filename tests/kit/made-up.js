// What AWS rejects this with, made up: the same for the same resource, in the forms that AWS gives, so that what parses
// ARNs and hosts finds something to parse. Shared by the stand-in provider and by the local engine in up-shaped tests.
"use strict";

const { createHash } = require("node:crypto");

const ACCOUNT = "590184027351";
const DEFAULT_REGION = "us-east-1";

/** Defaults that AWS reads back where a program says nothing, by type; a test's table, not the provider's. */
const READ_BACK = {
  "aws:ec2/vpc:Vpc": {
    assignGeneratedIpv6CidrBlock: false,
    ipv6CidrBlock: "",
    enableDnsSupport: true,
    instanceTenancy: "default",
    tags: {},
  },
  "aws:ec2/subnet:Subnet": {
    mapPublicIpOnLaunch: false,
    assignIpv6AddressOnCreation: false,
    ipv6CidrBlock: "",
    tags: {},
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    ingress: [],
    egress: [],
    namePrefix: "",
    revokeRulesOnDelete: false,
    tags: {},
  },
  "aws:ec2/routeTable:RouteTable": { routes: [], propagatingVgws: [], tags: {} },
  "aws:ec2/natGateway:NatGateway": { secondaryAllocationIds: [], connectivityType: "public", tags: {} },
  "aws:ec2/vpcEndpoint:VpcEndpoint": {
    routeTableIds: [],
    subnetIds: [],
    securityGroupIds: [],
    privateDnsEnabled: false,
    tags: {},
  },
  "aws:rds/cluster:Cluster": {
    backupRetentionPeriod: 1,
    storageEncrypted: false,
    enabledCloudwatchLogsExports: [],
    kmsKeyId: "",
    deletionProtection: false,
    copyTagsToSnapshot: false,
    iamDatabaseAuthenticationEnabled: false,
    vpcSecurityGroupIds: [],
    replicationSourceIdentifier: "",
    tags: {},
  },
  "aws:rds/clusterInstance:ClusterInstance": {
    publiclyAccessible: false,
    autoMinorVersionUpgrade: true,
    monitoringInterval: 0,
    promotionTier: 0,
    tags: {},
  },
  "aws:rds/instance:Instance": {
    backupRetentionPeriod: 0,
    storageEncrypted: false,
    publiclyAccessible: false,
    multiAz: false,
    enabledCloudwatchLogsExports: [],
    replicateSourceDb: "",
    kmsKeyId: "",
    snapshotIdentifier: "",
    deletionProtection: false,
    tags: {},
  },
  "aws:dynamodb/table:Table": {
    pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 0 },
    serverSideEncryption: { enabled: false, kmsKeyArn: "" },
    replicas: [],
    globalSecondaryIndexes: [],
    localSecondaryIndexes: [],
    streamEnabled: false,
    streamViewType: "",
    ttl: { attributeName: "", enabled: false },
    tags: {},
  },
  "aws:lb/targetGroup:TargetGroup": {
    healthCheck: {
      enabled: true,
      healthyThreshold: 5,
      interval: 30,
      matcher: "200",
      path: "/",
      port: "traffic-port",
      protocol: "HTTP",
      timeout: 5,
      unhealthyThreshold: 2,
    },
    stickiness: { cookieDuration: 86400, cookieName: "", enabled: false, type: "lb_cookie" },
    tags: {},
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    accessLogs: { bucket: "", enabled: false, prefix: "" },
    internal: false,
    enableDeletionProtection: false,
    tags: {},
  },
  "aws:lambda/function:Function": {
    architectures: ["x86_64"],
    layers: [],
    memorySize: 128,
    timeout: 3,
    packageType: "Zip",
    publish: false,
    reservedConcurrentExecutions: -1,
    deadLetterConfig: null,
    environment: null,
    fileSystemConfig: null,
    kmsKeyArn: "",
    vpcConfig: null,
    tags: {},
  },
  "aws:iam/role:Role": {
    description: "",
    inlinePolicies: [],
    managedPolicyArns: [],
    maxSessionDuration: 3600,
    path: "/",
    permissionsBoundary: "",
    tags: {},
  },
  "aws:secretsmanager/secret:Secret": { description: "", kmsKeyId: "", policy: "", replicas: [], tags: {} },
  "aws:ssm/parameter:Parameter": { allowedPattern: "", description: "", dataType: "text", tier: "Standard", tags: {} },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    alarmActions: [],
    alarmDescription: "",
    dimensions: {},
    insufficientDataActions: [],
    okActions: [],
    extendedStatistic: "",
    unit: "",
    tags: {},
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    kmsKeyId: "",
    namePrefix: "",
    retentionInDays: 0,
    skipDestroy: false,
    tags: {},
  },
  "aws:backup/plan:Plan": { advancedBackupSettings: [], tags: {} },
  "aws:backup/selection:Selection": { notResources: [], resources: [], selectionTags: [] },
  "aws:ecs/service:Service": {
    capacityProviderStrategies: [],
    loadBalancers: [],
    serviceRegistries: null,
    enableExecuteCommand: false,
    tags: {},
  },
};

const secretArn = (secret, region) => `arn:aws:secretsmanager:${region}:${ACCOUNT}:secret:${secret}-AbCdEf`;

/**
 * Computed lists that programs look into, by the name, the name with random characters, the inputs and the region of
 * their resource.
 */
const LISTS = {
  endpoints: (_name, slug) => [{ address: `${slug}.serverless.use1.cache.amazonaws.com`, port: 6379 }],
  firewallStatuses: (_name, slug, { subnetMappings = [] }, region) => [
    {
      syncStates: subnetMappings.map(({ subnetId }, index) => ({
        availabilityZone: `${region}${"abc"[index]}`,
        attachments: [{ subnetId, endpointId: `vpce-${slug}-${index}` }],
      })),
    },
  ],
  tokens: (_name, slug) => ["a", "b", "c"].map((letter) => `${slug}-${letter}`),
  identities: (_name, _slug, _inputs, region) => [
    { oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/3F6A1C0D9B2E4F7A` }] },
  ],
  masterUserSecrets: (name, _slug, _inputs, region) => [
    { secretArn: secretArn(`rds!db-${name}`, region), kmsKeyId: "", secretStatus: "active" },
  ],
  domainValidationOptions: (name, slug) => [
    {
      domainName: `${name}.example.net`,
      resourceRecordName: `_${slug}.${name}.example.net.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${slug}.acm-validations.aws.`,
    },
  ],
};

const functionArn = (name, region) => `arn:aws:lambda:${region}:${ACCOUNT}:function:${name}`;
const versionOf = ({ publish }) => (publish === true ? "1" : "$LATEST");
const invocations = (arn, region) => `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations`;

/**
 * Properties in forms of their own, by type; with the name that AWS knows the resource by, its inputs, the logical name
 * with random characters, and the region.
 */
const FORMS = {
  "aws:ec2/securityGroup:SecurityGroup": {
    id: (_name, _inputs, slug) => `sg-${createHash("sha256").update(slug).digest("hex").slice(0, 17)}`,
  },
  "aws:ec2/eip:Eip": { allocationId: (name) => name },
  "aws:ecr/repository:Repository": {
    repositoryUrl: (name, _inputs, _slug, region) => `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/${name}`,
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    arn: (_name, { url }) => `arn:aws:iam::${ACCOUNT}:oidc-provider/${url.replace("https://", "")}`,
  },
  "random:index/randomId:RandomId": { hex: () => "9c41d7e2" },
  "random:index/randomInteger:RandomInteger": { result: (_name, { min }) => min },
  "random:index/randomPassword:RandomPassword": {
    result: (_name, { length }) => "xK7qWv2mRt9bNc4hJz8pLs5dYf3gTa6e".repeat(4).slice(0, length),
  },
  "random:index/randomPet:RandomPet": { id: () => "clever-otter" },
  "random:index/randomShuffle:RandomShuffle": {
    results: (_name, { inputs, resultCount }) => inputs.slice(0, resultCount),
  },
  "random:index/randomString:RandomString": {
    result: (_name, { length }) => "quietharborlanternmeadow".slice(0, length),
  },
  "aws:s3/bucket:Bucket": {
    id: (_name, { bucket }, slug) => bucket ?? slug,
    bucket: (_name, _inputs, slug) => slug,
    arn: (_name, { bucket }, slug) => `arn:aws:s3:::${bucket ?? slug}`,
  },
  "aws:lambda/layerVersion:LayerVersion": {
    arn: (_name, { layerName }, _slug, region) => `arn:aws:lambda:${region}:${ACCOUNT}:layer:${layerName}:1`,
  },
  "aws:lambda/function:Function": {
    arn: (name, _inputs, _slug, region) => functionArn(name, region),
    invokeArn: (name, _inputs, _slug, region) => invocations(functionArn(name, region), region),
    qualifiedArn: (name, inputs, _slug, region) => `${functionArn(name, region)}:${versionOf(inputs)}`,
    qualifiedInvokeArn: (name, inputs, _slug, region) =>
      invocations(`${functionArn(name, region)}:${versionOf(inputs)}`, region),
    version: (_name, inputs) => versionOf(inputs),
  },
};

/** Types whose id is their ARN. */
const ARN_AS_ID = /^aws:(lb|secretsmanager|sns)\/|^aws:ecs\/(cluster|service):/;

/** Services whose ARNs name no region. */
const GLOBAL = new Set(["cloudfront", "iam", "route53"]);

/** The text that stands for a property of a resource once it exists. */
function madeUp({ type, name, inputs = {}, region: own = "" }, property, region = own || DEFAULT_REGION) {
  const [, module = "x", kind = "resource"] = /^[\w-]+:([\w-]+)\/\w+:(\w+)$/.exec(type) ?? [];
  const slug = `${name}-1a2b3c4`;
  // What AWS chooses inside of a property has a path: `vpcConfig.clusterSecurityGroupId`.
  const field = property.split(".").at(-1);
  if (field in LISTS) {
    return LISTS[field](name, slug, inputs, region);
  }
  const form = FORMS[type]?.[property];
  if (form) {
    return form(inputs.name ?? slug, inputs, slug, region);
  }
  const arn = `arn:aws:${module}:${GLOBAL.has(module) ? "" : region}:${ACCOUNT}:${kind.toLowerCase()}/${slug}`;
  if (property === "arn" || (property === "id" && ARN_AS_ID.test(type))) {
    return module === "secretsmanager" ? secretArn(name, region) : arn;
  }
  if (/arn(Prefix)?$/i.test(property)) {
    return `${arn}/${property}`;
  }
  if (type === "aws:rds/instance:Instance" && property === "endpoint") {
    return `${madeUp({ type, name }, "address", region)}:5432`;
  }
  if (/endpoint$|dnsName|domainName|address$|hostname/i.test(property)) {
    return `${slug}.${property.toLowerCase()}.${region}.${module}.amazonaws.com`;
  }
  if (property === "region") {
    return region;
  }
  if (property === "id" || property === "name") {
    return slug;
  }
  return `${slug}-${property}`;
}

/** What the provider answers once a resource exists: the inputs, and what AWS reads back where they say nothing. */
function readBack(type, inputs) {
  return { ...(READ_BACK[type] ?? {}), ...inputs };
}

/** The outputs of types that are none of @pulumi/aws. */
const OUTPUTS_BY_TYPE = Object.fromEntries(
  Object.entries(FORMS)
    .filter(([type]) => !type.startsWith("aws:"))
    .map(([type, forms]) => [type, Object.keys(forms).filter((property) => property !== "id")]),
);

module.exports = { madeUp, readBack, OUTPUTS_BY_TYPE };
