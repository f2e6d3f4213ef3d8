import { STACK_PLACEHOLDER, type Contract, type ProfileName } from "./schema";

type Profile = Omit<Contract, "profile" | "exemptions" | "notExemptable" | "allow">;

/** Order processing of FastCart: a Python program whose tasks read a stream, a database and a cache. */
const fastcart: Profile = {
  region: "eu-central-1",
  environmentSuffix: STACK_PLACEHOLDER,
  ordering: true,
  vpcEndpoints: ["s3", "dynamodb", "ecr.api", "ecr.dkr"],
  privateServices: true,
  customerKeys: true,
  managedCredentials: true,
  secretRotationDays: 30,
  cacheAuthentication: true,
  imageResolvable: true,
  alarms: true,
  logRetention: true,
  tags: ["Environment", "Application"],
  services: ["kinesis", "elasticache", "secretsmanager", "nat-gateway"],
  project: { runtime: "python", language: "python" },
  tests: { unit: true, coverage: 90, integration: true },
};

/** Migration of a payment system: a TypeScript program for a stack that is destroyed after its tests. */
const paymentMigration: Profile = {
  availabilityZones: { exactly: 3 },
  natGateways: "single",
  managedCredentials: true,
  secretRotationDays: 30,
  leastPrivilege: true,
  database: { kind: "aurora-serverless-v2", engine: "aurora-mysql" },
  lifecycle: "ephemeral",
  deployment: "blue-green",
  https: true,
  alarms: true,
  dashboard: true,
  backup: { retentionDays: 30 },
  tags: ["Environment", "CostCenter", "MigrationPhase"],
  services: ["secretsmanager", "stepfunctions", "ssm-parameter", "backup"],
  outputs: [
    "vpcId",
    "publicSubnetIds",
    "privateSubnetIds",
    "dbSecretArn",
    "blueTargetGroupArn",
    "greenTargetGroupArn",
    "stateMachineArn",
  ],
  project: { runtime: "nodejs", language: "typescript", suffixRequired: true },
};

/** Migration of a payment system from a blue to a green environment, with a function that switches between them. */
const blueGreen: Profile = {
  region: "us-east-1",
  availabilityZones: { exactly: 3 },
  natGateways: "per-zone",
  vpcEndpoints: ["s3", "dynamodb"],
  customerKeys: true,
  managedCredentials: true,
  secretRotationDays: 30,
  database: { kind: "aurora", engine: "aurora-mysql" },
  engineVersions: { offered: true },
  databaseInstances: 2,
  databaseInstanceClass: "db.r6g.large",
  backupRetentionDays: 7,
  databaseLogExports: ["audit", "error", "general", "slowquery"],
  pointInTimeRecovery: true,
  deployment: "blue-green",
  healthChecks: true,
  functions: {
    minimumTimeout: 60,
    minimumMemory: 256,
    minimumRuntimes: { python: "3.11" },
    environment: { "*switch*": ["LISTENER_ARN", "BLUE_TG_ARN", "GREEN_TG_ARN", "SSM_PARAM_NAME"] },
    implemented: true,
  },
  alarms: true,
  backup: { retentionDays: 7 },
  tags: ["Environment", "CostCenter", "MigrationPhase"],
  services: ["ssm-parameter", "secretsmanager", "backup"],
  outputs: [
    "vpc_id",
    "blue_cluster_endpoint",
    "green_cluster_endpoint",
    "dynamodb_table_name",
    "switch_lambda_name|switch_lambda_arn",
    "active_environment_parameter",
    "kms_key_id",
    "backup_vault_name",
    "connection_info",
  ],
};

/** Product catalogue of a shop: a Python program for a stack of tests. */
const productCatalog: Profile = {
  ordering: true,
  securityGroupDescriptions: true,
  leastPrivilege: true,
  backupRetentionDays: 7,
  lifecycle: "ephemeral",
  deploymentSettings: true,
  project: { runtime: "python", language: "python" },
};

/** Payment processing in several environments: a Python program that scripts deploy by the name of its project. */
const multiEnvironment: Profile = {
  subnetLayout: true,
  flowLogs: true,
  engineVersions: { offered: true },
  databaseMigration: true,
  dashboard: true,
  costAllocationTags: true,
  project: { name: "TapStack", main: "lib/", runtime: "python", language: "python" },
};

/** Orders of a shop in two regions: the second takes over when the first fails. A stack names its regions. */
const multiRegion: Profile = {
  regions: {
    services: ["vpc", "kms", "aurora", "lambda", "api-gateway", "sns", "cloudwatch-alarm"],
    replicated: ["dynamodb", "rds", "s3", "secretsmanager", "ecr", "kms", "backup"],
    connected: true,
    failover: true,
  },
  privateServices: true,
  customerKeys: true,
  managedCredentials: true,
  databaseInstances: 2,
  backupRetentionDays: 7,
  pointInTimeRecovery: true,
  recoveryPoint: "15m",
  recoveryTime: "5m",
  alarms: true,
  logRetention: true,
  backup: { retentionDays: 35 },
  lifecycle: "durable",
};

/**
 * All that can be required of any stack. Numbers are the defaults of the rules. Keys that each stack has to choose itself
 * (region, lifecycle, NAT gateways, sizes of functions, names) are not in it.
 */
const strict: Profile = {
  environmentSuffix: STACK_PLACEHOLDER,
  availabilityZones: { minimum: 2 },
  ordering: true,
  subnetLayout: true,
  securityGroupDescriptions: true,
  vpcEndpoints: ["s3", "dynamodb"],
  flowLogs: true,
  privateServices: true,
  customerKeys: true,
  managedCredentials: true,
  secretRotationDays: 30,
  cacheAuthentication: true,
  leastPrivilege: true,
  engineVersions: { offered: true },
  databaseInstances: 2,
  backupRetentionDays: 7,
  databaseLogExports: true,
  pointInTimeRecovery: true,
  databaseMigration: true,
  imageResolvable: true,
  imageScanning: true,
  deploymentSettings: true,
  healthChecks: true,
  https: true,
  webFirewall: true,
  throttling: true,
  accessLogs: true,
  functions: { implemented: true, tracing: true },
  alarms: true,
  containerInsights: true,
  logRetention: true,
  dashboard: true,
  backup: {},
  tags: ["Environment"],
  costAllocationTags: true,
  project: { suffixRequired: true },
  tests: { unit: true, integration: true },
};

/** The contracts that ship with the pack. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  fastcart,
  "payment-migration": paymentMigration,
  "blue-green": blueGreen,
  "product-catalog": productCatalog,
  "multi-environment": multiEnvironment,
  "multi-region": multiRegion,
  strict,
};
