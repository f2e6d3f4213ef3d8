import type { JSONSchema } from "json-schema-to-ts";

import { FRAMEWORKS } from "../aws/frameworks";
import { HOLDS, MOVING_TABLES, type MovingTable } from "../aws/data/tables";
import type { Contract } from "./contract";
import { REPLICATED_SERVICES, SERVICE_NAMES } from "./services";

// The type of this schema, as one source gives a contract.
export type { Contract } from "./contract";

/** The name of the stack in `environmentSuffix`. */
export const STACK_PLACEHOLDER = "{stack}";

const nonEmpty = { type: "string", minLength: 1 } as const;

interface TableNode {
  readonly title: string;
  readonly description: string;
  readonly type: "object";
}

const titleOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");

/** The form of each table is that of the table itself, which is read where a contract overrides it. */
const FACTS = Object.fromEntries(
  MOVING_TABLES.map((name) => [name, { title: titleOf(name), description: `${HOLDS[name]}.`, type: "object" }]),
) as Readonly<Record<MovingTable, TableNode>>;

/**
 * The contract, as users write it in `preflight:contract` and as organizations write it in the configuration of the
 * policy `contract`. A `default` is the value that a rule uses where the key is absent; it is never filled in.
 */
export const CONTRACT_SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Contract",
  description: "What a stack promises. A key that is absent is not required.",
  type: "object",
  additionalProperties: false,
  properties: {
    profile: {
      title: "Profile",
      description: "A contract that ships with the pack and is the base of this one.",
      type: "string",
      enum: [
        "fastcart",
        "payment-migration",
        "blue-green",
        "product-catalog",
        "multi-environment",
        "multi-region",
        "strict",
      ],
    },
    frameworks: {
      title: "Frameworks",
      description:
        "Published frameworks that the stack complies with: every rule that checks a control of one is mandatory.",
      type: "array",
      items: { type: "string", enum: FRAMEWORKS },
      examples: [["AWS FSBP"]],
    },
    region: {
      title: "Region",
      description: "The AWS region of every resource.",
      type: "string",
      pattern: "^[a-z]{2,4}(-[a-z]+)+-[0-9]+$",
      examples: ["us-east-1"],
    },
    environment: {
      title: "Environment",
      description: "What the stack is for. Production databases must not be burstable.",
      type: "string",
      minLength: 1,
      examples: ["production"],
    },
    environmentSuffix: {
      title: "Environment suffix",
      description: `The suffix that the name of every resource contains; ${STACK_PLACEHOLDER} is the stack's name.`,
      type: "string",
      minLength: 1,
      examples: ["dev", STACK_PLACEHOLDER],
    },
    regions: {
      title: "Regions",
      description:
        "The AWS regions of a stack that is in several, and what each of them has. `region` is for a single one.",
      type: "object",
      additionalProperties: false,
      properties: {
        names: {
          title: "Names of the regions",
          description: "Every resource is in one of these regions.",
          type: "array",
          items: { type: "string", pattern: "^[a-z]{2,4}(-[a-z]+)+-[0-9]+$", examples: ["us-east-1"] },
          examples: [["us-east-1", "us-west-2"]],
        },
        services: {
          title: "Services of each region",
          description: "The AWS services that the stack has in every one of the regions.",
          type: "array",
          items: { type: "string", enum: SERVICE_NAMES },
          examples: [["lambda", "api-gateway", "cloudwatch-alarm"]],
        },
        replicated: {
          title: "Replicated data",
          description: "The services whose data is in every one of the regions.",
          type: "array",
          items: { type: "string", enum: REPLICATED_SERVICES },
          examples: [["dynamodb", "s3", "secretsmanager"]],
        },
        connected: {
          title: "Connected networks",
          description: "The networks of the regions are connected, with routes from each to the others.",
          type: "boolean",
        },
        failover: {
          title: "Failover",
          description: "DNS records with health checks, or an accelerator, send clients to a region that works.",
          type: "boolean",
        },
      },
      examples: [{ names: ["us-east-1", "us-west-2"], replicated: ["dynamodb"] }],
    },
    naming: {
      title: "Naming",
      description: "The pattern of the names of resources.",
      type: "object",
      additionalProperties: false,
      properties: {
        pattern: {
          title: "Pattern",
          description:
            "The form of names: {environment}, {suffix}, {project}, {stack} and {region} are those in force; {type} and {name} " +
            "are any words.",
          type: "string",
          pattern: "^([A-Za-z0-9._/-]|\\{(environment|suffix|project|stack|region|type|name)\\})+$",
          examples: ["{project}-{name}-{suffix}"],
        },
        exceptions: {
          title: "Exceptions",
          description:
            "By a pattern on the class, such as aws.s3.Bucket or aws.iam.*, the form that its names have instead; {name} is any.",
          type: "object",
          additionalProperties: { type: "string", minLength: 1, examples: ["{project}-{name}-{region}-{suffix}"] },
          examples: [{ "aws.s3.*": "{project}-{name}-{region}-{suffix}" }],
        },
      },
      examples: [{ pattern: "{project}-{name}-{suffix}" }],
    },
    availabilityZones: {
      title: "Availability zones",
      description: "How many availability zones the subnets of each tier of a VPC span.",
      type: "object",
      additionalProperties: false,
      properties: {
        minimum: {
          title: "Least number of zones",
          description: "The subnets of a tier span this many zones or more.",
          type: "integer",
          minimum: 1,
          default: 2,
        },
        exactly: {
          title: "Number of zones",
          description: "The subnets of a tier span just this many zones.",
          type: "integer",
          minimum: 1,
        },
      },
      examples: [{ minimum: 2 }],
    },
    natGateways: {
      title: "NAT gateways",
      description: "One in each zone that has private subnets (available), or a single one (cheap).",
      type: "string",
      enum: ["per-zone", "single"],
    },
    ordering: {
      title: "Ordering",
      description: "NAT gateways and their addresses depend on the internet gateway, which AWS needs first.",
      type: "boolean",
    },
    subnetLayout: {
      title: "Subnet layout",
      description: "The subnets of a VPC follow each other without large gaps.",
      type: "boolean",
    },
    securityGroupDescriptions: {
      title: "Security group descriptions",
      description: "Every security group rule has a description.",
      type: "boolean",
    },
    allowedPorts: {
      title: "Allowed ports",
      description: "The ports that security groups may open to the internet.",
      type: "object",
      additionalProperties: false,
      properties: {
        tcp: {
          title: "TCP ports",
          description: "80 and 443 where it is absent.",
          type: "array",
          items: { type: "integer", minimum: 0, maximum: 65535, examples: [443] },
          examples: [[80, 443]],
        },
        udp: {
          title: "UDP ports",
          description: "None where it is absent.",
          type: "array",
          items: { type: "integer", minimum: 0, maximum: 65535, examples: [443] },
          examples: [[443]],
        },
      },
      examples: [{ tcp: [80, 443] }],
    },
    approvedImages: {
      title: "Approved machine images",
      description:
        "The images that instances and launch templates may start from: ids, or SSM parameters as resolve:ssm:NAME; * is any text.",
      type: "array",
      items: {
        type: "string",
        pattern: "^(ami-[0-9a-f*]+|resolve:ssm:.+)$",
        examples: ["ami-0a1b2c3d4e5f67890", "resolve:ssm:/aws/service/ami-amazon-linux-latest/*"],
      },
      examples: [["ami-0a1b2c3d4e5f67890", "resolve:ssm:/aws/service/ami-amazon-linux-latest/*"]],
    },
    allowedInstanceTypes: {
      title: "Allowed instance types",
      description: "The types of instances, launch templates, Auto Scaling groups and node groups; * is any text.",
      type: "array",
      items: { type: "string", pattern: "^[a-z0-9.*-]+$", examples: ["m7g.*", "t4g.small"] },
      examples: [["m7g.*", "t4g.small"]],
    },
    vpcEndpoints: {
      title: "VPC endpoints",
      description:
        "Short names of the services that workloads in private subnets reach through an endpoint of the VPC.",
      type: "array",
      items: { type: "string", pattern: "^[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)?$", examples: ["s3", "ecr.api"] },
      examples: [["s3", "dynamodb", "ecr.api", "ecr.dkr", "logs", "secretsmanager"]],
    },
    flowLogs: {
      title: "VPC flow logs",
      description: "Every VPC has a flow log.",
      type: "boolean",
    },
    privateServices: {
      title: "Private services",
      description: "ECS services run in private subnets, without public addresses.",
      type: "boolean",
    },
    customerKeys: {
      title: "Customer-managed keys",
      description: "Data at rest is encrypted with KMS keys that the customer manages.",
      type: "boolean",
    },
    keyRotationDays: {
      title: "Days between rotations of keys",
      description: "KMS keys rotate at least this often; KMS rotates once a year where a key sets no period.",
      type: "integer",
      minimum: 90,
      maximum: 2560,
      examples: [365],
    },
    certificateExpiryDays: {
      title: "Days before a certificate expires",
      description: "An imported certificate is valid for at least this long.",
      type: "integer",
      minimum: 0,
      maximum: 825,
      default: 30,
    },
    allowedTlsPolicies: {
      title: "Allowed TLS policies",
      description:
        "The TLS policies of listeners (ELBSecurityPolicy-…), distributions (TLSv1…) and search domains (Policy-Min-TLS-…); " +
        "* is any text. A kind without an entry may have any.",
      type: "array",
      items: {
        type: "string",
        pattern: "^(ELBSecurityPolicy-|TLSv1|Policy-Min-TLS-)[A-Za-z0-9._*-]*$",
        examples: ["ELBSecurityPolicy-TLS13-1-3-*", "TLSv1.3_2025"],
      },
      examples: [["ELBSecurityPolicy-TLS13-1-3-*", "TLSv1.3_2025"]],
    },
    managedCredentials: {
      title: "Managed credentials",
      description: "Database credentials are managed by RDS or kept in Secrets Manager.",
      type: "boolean",
    },
    secretRotationDays: {
      title: "Days between rotations",
      description: "Secrets with database credentials rotate at least this often.",
      type: "integer",
      minimum: 1,
      maximum: 365,
      default: 30,
    },
    passwordPolicy: {
      title: "Password policy",
      description: "What the password policy of the account and those of Cognito user pools require.",
      type: "object",
      additionalProperties: false,
      properties: {
        minimumLength: {
          title: "Least length",
          description: "Passwords have at least this many characters; 14 with CIS AWS Foundations.",
          type: "integer",
          minimum: 6,
          maximum: 99,
          default: 8,
        },
        reusePrevention: {
          title: "Passwords that are not used again",
          description: "A new password differs from this many before it; 24 with CIS AWS Foundations.",
          type: "integer",
          minimum: 1,
          maximum: 24,
          examples: [24],
        },
        maximumAgeDays: {
          title: "Days that a password is valid",
          description: "Passwords of IAM users expire after this many days.",
          type: "integer",
          minimum: 1,
          maximum: 1095,
          examples: [90],
        },
        temporaryDays: {
          title: "Days that a temporary password is valid",
          description: "Passwords that Cognito sends to new users expire after this many days.",
          type: "integer",
          minimum: 1,
          maximum: 365,
          default: 7,
        },
      },
      examples: [{ minimumLength: 14, reusePrevention: 24, maximumAgeDays: 90 }],
    },
    cacheAuthentication: {
      title: "Cache authentication",
      description: "A cache requires a token or a user from its clients.",
      type: "boolean",
    },
    leastPrivilege: {
      title: "Least privilege",
      description: "No policy allows an action on every resource where the action can be limited to some.",
      type: "boolean",
    },
    database: {
      title: "Database",
      description: "The kind and the engine of every relational database.",
      type: "object",
      additionalProperties: false,
      properties: {
        kind: {
          title: "Kind of database",
          description: "Aurora Serverless v2, an Aurora cluster with instances, or an RDS instance.",
          type: "string",
          enum: ["aurora-serverless-v2", "aurora", "instance"],
        },
        engine: {
          title: "Database engine",
          description: "The engine as RDS names it.",
          type: "string",
          pattern: "^[a-z][a-z0-9-]*$",
          examples: ["aurora-mysql", "postgres"],
        },
      },
      examples: [{ kind: "aurora", engine: "aurora-mysql" }],
    },
    engineVersions: {
      title: "Engine versions",
      description: "Which versions of a database engine are good.",
      type: "object",
      additionalProperties: false,
      properties: {
        allow: {
          title: "Allowed versions",
          description: "Versions that are good although AWS no longer offers them.",
          type: "array",
          items: { ...nonEmpty, examples: ["8.0.mysql_aurora.3.04.0"] },
          examples: [["8.0.mysql_aurora.3.04.0"]],
        },
        offered: {
          title: "Offered versions only",
          description: "Only versions that AWS still offers.",
          type: "boolean",
        },
      },
      examples: [{ offered: true }],
    },
    databaseInstances: {
      title: "Database instances",
      description: "A provisioned cluster has at least this many instances.",
      type: "integer",
      minimum: 1,
      maximum: 16,
      default: 2,
    },
    databaseInstanceClass: {
      title: "Database instance class",
      description: "The class of every database instance.",
      type: "string",
      pattern: "^db\\.[a-z0-9-]+\\.[a-z0-9.-]+$",
      examples: ["db.r6g.large"],
    },
    databaseMonitoring: {
      title: "Database monitoring",
      description: "What shows where relational databases spend their time.",
      type: "object",
      additionalProperties: false,
      properties: {
        enhanced: {
          title: "Enhanced monitoring",
          description: "RDS reports the figures of the operating system.",
          type: "boolean",
        },
        insights: {
          title: "Performance Insights",
          description: "RDS reports which queries the load comes from.",
          type: "boolean",
        },
      },
      examples: [{ enhanced: true, insights: true }],
    },
    backupRetentionDays: {
      title: "Days that databases keep backups",
      description: "Automatic backups of a database (RDS, DocumentDB, Neptune, Redshift) are kept at least this long.",
      type: "integer",
      minimum: 1,
      maximum: 35,
      default: 7,
    },
    streamRetentionHours: {
      title: "Hours that streams keep records",
      description: "Kinesis streams keep their records at least this long.",
      type: "integer",
      minimum: 24,
      maximum: 8760,
      default: 168,
    },
    databaseLogExports: {
      title: "Database log exports",
      description: "The logs that a database sends to CloudWatch; true is all logs of its engine.",
      type: ["array", "boolean"],
      items: { type: "string", pattern: "^[a-z][a-z.-]*$", examples: ["audit", "error", "slowquery"] },
      examples: [["audit", "error", "general", "slowquery"]],
    },
    lifecycle: {
      title: "Lifecycle",
      description: "An ephemeral stack can be destroyed with its data; a durable one keeps it.",
      type: "string",
      enum: ["ephemeral", "durable"],
    },
    pointInTimeRecovery: {
      title: "Point-in-time recovery",
      description: "DynamoDB tables can be restored to any moment.",
      type: "boolean",
    },
    databaseMigration: {
      title: "Database migration",
      description: "A function, task or build brings the schema into the database.",
      type: "boolean",
    },
    imageResolvable: {
      title: "Resolvable images",
      description: "The image of a container is in a repository of this account, region and stack.",
      type: "boolean",
    },
    allowedRegistries: {
      title: "Allowed registries",
      description:
        "The registries that container images come from, with or without a path: docker.io, public.ecr.aws/docker; * is any text.",
      type: "array",
      items: {
        type: "string",
        pattern: "^[a-z0-9.*:-]+(/[a-z0-9._*/-]+)?$",
        examples: ["123456789012.dkr.ecr.us-east-1.amazonaws.com", "public.ecr.aws/docker"],
      },
      examples: [["123456789012.dkr.ecr.us-east-1.amazonaws.com", "public.ecr.aws/docker"]],
    },
    imageScanning: {
      title: "Image scanning",
      description: "ECR scans every image that is pushed.",
      type: "boolean",
    },
    deploymentSettings: {
      title: "Deployment settings",
      description: "ECS services set how a deployment proceeds and when it is rolled back.",
      type: "boolean",
    },
    deployment: {
      title: "Deployment",
      description: "Blue-green: two target groups behind one listener, which weighs them.",
      type: "string",
      enum: ["blue-green"],
    },
    healthChecks: {
      title: "Health checks",
      description: "Every target group has a health check of its own.",
      type: "boolean",
    },
    https: {
      title: "HTTPS",
      description: "A load balancer on the internet takes HTTP only to redirect it to HTTPS.",
      type: "boolean",
    },
    webFirewall: {
      title: "Web firewall",
      description: "What takes HTTP requests from the internet has a web ACL.",
      type: "boolean",
    },
    throttling: {
      title: "Throttling",
      description: "APIs limit the rate of requests.",
      type: "boolean",
    },
    accessLogs: {
      title: "Access logs",
      description: "Load balancers keep the log of their requests.",
      type: "boolean",
    },
    functions: {
      title: "Functions",
      description: "What every Lambda function has.",
      type: "object",
      additionalProperties: false,
      properties: {
        minimumTimeout: {
          title: "Least timeout",
          description: "In seconds.",
          type: "integer",
          minimum: 1,
          maximum: 900,
          default: 60,
        },
        minimumMemory: {
          title: "Least memory",
          description: "In megabytes.",
          type: "integer",
          minimum: 128,
          maximum: 10240,
          default: 256,
        },
        minimumRuntimes: {
          title: "Oldest runtimes",
          description: "By language, the oldest version that a function may run on.",
          type: "object",
          propertyNames: { enum: ["dotnet", "java", "nodejs", "python", "ruby"] },
          additionalProperties: { type: "string", pattern: "^[0-9]+(\\.[0-9]+)?$", examples: ["3.11", "22"] },
          examples: [{ python: "3.11", nodejs: "22" }],
        },
        environment: {
          title: "Environment variables",
          description: "By a pattern on the logical name of the function, the variables that it has.",
          type: "object",
          additionalProperties: {
            type: "array",
            items: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_]*$", examples: ["LISTENER_ARN"] },
            examples: [["LISTENER_ARN"]],
          },
          examples: [{ "*switch*": ["LISTENER_ARN"] }],
        },
        implemented: {
          title: "Implemented",
          description: "Inline code does something.",
          type: "boolean",
        },
        tracing: {
          title: "Tracing",
          description: "X-Ray traces every function.",
          type: "boolean",
        },
      },
      examples: [{ minimumTimeout: 60 }],
    },
    alarms: {
      title: "Alarms",
      description:
        "CloudWatch alarms watch what can fail: streams, databases, services, load balancers, tables, caches.",
      type: "boolean",
    },
    containerInsights: {
      title: "Container Insights",
      description: "ECS clusters have Container Insights.",
      type: "boolean",
    },
    logRetention: {
      title: "Log retention",
      description: "Every log group has a retention, and functions have a log group.",
      type: "boolean",
    },
    logRetentionDays: {
      title: "Days that logs are kept",
      description: "Log groups keep their logs at least this long.",
      type: "integer",
      minimum: 1,
      maximum: 3653,
      examples: [365],
    },
    dashboard: {
      title: "Dashboard",
      description: "The stack has a CloudWatch dashboard, and its databases are on it.",
      type: "boolean",
    },
    backup: {
      title: "AWS Backup",
      description: "A daily backup plan that reaches every database and table.",
      type: "object",
      additionalProperties: false,
      properties: {
        retentionDays: {
          title: "Days that backups are kept",
          description: "The plan deletes a backup after just this many days.",
          type: "integer",
          minimum: 1,
          maximum: 36500,
        },
      },
      examples: [{ retentionDays: 7 }],
    },
    recoveryPoint: {
      title: "Recovery point",
      description: "The most that is lost in a restore, in minutes, hours or days.",
      type: "string",
      pattern: "^[1-9][0-9]{0,3}[mhd]$",
      examples: ["15m", "1d"],
    },
    recoveryTime: {
      title: "Recovery time",
      description: "The most that a database is away when its zone fails, in minutes, hours or days.",
      type: "string",
      pattern: "^[1-9][0-9]{0,3}[mhd]$",
      examples: ["15m", "4h"],
    },
    accounts: {
      title: "Accounts",
      description: "By region, or by environment, the AWS account that providers are limited to.",
      type: "object",
      additionalProperties: { type: "string", pattern: "^[0-9]{12}$", examples: ["464738291005"] },
      examples: [{ production: "464738291005" }],
    },
    tags: {
      title: "Required tags",
      description:
        "The tag keys that every taggable resource has, or by key the values that are allowed; an empty list of values allows any.",
      type: ["array", "object"],
      items: { ...nonEmpty, maxLength: 128, examples: ["Environment"] },
      additionalProperties: { type: "array", items: { ...nonEmpty, examples: ["prod"] }, examples: [["dev", "prod"]] },
      examples: [["Environment", "CostCenter"], { Environment: ["dev", "prod"] }],
    },
    costAllocationTags: {
      title: "Cost allocation tags",
      description: "Resources carry Project, Environment, ManagedBy, CostCenter, Owner and Application.",
      type: "boolean",
    },
    services: {
      title: "Required services",
      description: "The AWS services that the stack has.",
      type: "array",
      items: { type: "string", enum: SERVICE_NAMES },
      examples: [["secretsmanager", "backup"]],
    },
    outputs: {
      title: "Required outputs",
      description: "The names that the stack exports, in any case and with any separators; a | gives alternatives.",
      type: "array",
      items: { type: "string", pattern: "^[A-Za-z][\\w .-]*(\\| ?[A-Za-z][\\w .-]*)*$", examples: ["vpc_id"] },
      examples: [["vpc_id", "switch_lambda_name|switch_lambda_arn"]],
    },
    project: {
      title: "Project",
      description: "What Pulumi.yaml and the program declare.",
      type: "object",
      additionalProperties: false,
      properties: {
        name: { ...nonEmpty, title: "Project name", description: "`name` of Pulumi.yaml.", examples: ["TapStack"] },
        main: { ...nonEmpty, title: "Program folder", description: "`main` of Pulumi.yaml.", examples: ["lib/"] },
        runtime: {
          title: "Runtime",
          description: "`runtime` of Pulumi.yaml.",
          type: "string",
          enum: ["nodejs", "python", "go", "dotnet", "java", "yaml"],
        },
        language: {
          title: "Language",
          description: "The language of the program.",
          type: "string",
          enum: ["typescript", "javascript", "python", "go", "csharp", "java", "yaml"],
        },
        suffixRequired: {
          title: "Suffix required",
          description: "The type of the stack's arguments requires the environment suffix.",
          type: "boolean",
        },
      },
      examples: [{ name: "TapStack" }],
    },
    tests: {
      title: "Tests",
      description: "The tests of the program.",
      type: "object",
      additionalProperties: false,
      properties: {
        unit: {
          title: "Unit tests",
          description: "There are unit tests, they use Pulumi's mocks, and they assert something.",
          type: "boolean",
        },
        coverage: {
          title: "Coverage",
          description: "The least coverage that the coverage report gives, in percent.",
          type: "number",
          minimum: 0,
          maximum: 100,
          default: 90,
        },
        integration: {
          title: "Integration tests",
          description: "Integration tests read the outputs of the deployed stack.",
          type: "boolean",
        },
      },
      examples: [{ unit: true }],
    },
    accountConcurrency: {
      title: "Concurrency of the account",
      description: "How many Lambda executions the account allows at a time.",
      type: "integer",
      minimum: 100,
      default: 1000,
    },
    facts: {
      title: "Facts about AWS",
      description:
        "What has changed about AWS since the pack's tables were made, by table and over it (a JSON merge patch). " +
        "`preflight facts` lists the tables.",
      type: "object",
      additionalProperties: false,
      properties: FACTS,
      examples: [{ "nat-gateway-price": { perHour: 0.048 } }],
    },
    exemptions: {
      title: "Exemptions",
      description: "Exemptions of resources from rules, with a reason and a last day.",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["rule", "resource", "reason", "until"],
        properties: {
          rule: { ...nonEmpty, title: "Rule", description: "The id of the rule.", examples: ["rds-not-public"] },
          resource: {
            title: "Resource",
            description:
              "A pattern on the logical name (*, ?, [a-z], {a,b}), or with :: in it on the URN. For a finding on the whole " +
              "stack: * or the stack's name.",
            type: "string",
            minLength: 1,
            maxLength: 512,
            examples: ["legacy-db"],
          },
          reason: {
            title: "Reason",
            description: "Why the resource is exempt, in words.",
            type: "string",
            pattern: "[A-Za-z\u00aa-\uffff]",
            examples: ["Moves to Aurora in March"],
          },
          until: {
            title: "Last day",
            description: "The last day on which the exemption holds.",
            type: "string",
            format: "date",
            examples: ["2027-01-31"],
          },
        },
        examples: [{ rule: "rds-not-public", resource: "legacy-db", reason: "Moves in March", until: "2027-03-31" }],
      },
      examples: [[{ rule: "rds-not-public", resource: "legacy-db", reason: "Moves in March", until: "2027-03-31" }]],
    },
    notExemptable: {
      title: "Rules without exemption",
      description: "Ids of rules that cannot be exempt; * is all of them.",
      type: "array",
      items: { ...nonEmpty, examples: ["rds-not-public", "*"] },
      examples: [["rds-not-public"]],
    },
    exemptInSource: {
      title: "Exemptions in the source",
      description: "False: comments in the program's source (preflight-ignore) exempt nothing, and each is reported.",
      type: "boolean",
      default: true,
    },
    allow: {
      title: "Keys that a stack may override",
      description: "For the organization only: keys of its contract in which a stack's own value counts.",
      type: "array",
      items: { ...nonEmpty, examples: ["region", "functions.minimumTimeout"] },
      examples: [["region"]],
    },
  },
} as const satisfies JSONSchema;

/** An exemption of a resource from a rule: `resource` is a pattern, `until` the last day, `YYYY-MM-DD`. */
export type Exemption = NonNullable<Contract["exemptions"]>[number];

/** The name of a contract that ships with the pack. */
export type ProfileName = NonNullable<Contract["profile"]>;

/** The contract in force, all sources counted. What only concerns its making is not in it. */
export type EffectiveContract = Omit<Contract, "allow"> & { exemptions: Exemption[]; notExemptable: string[] };

/** A node of the schema, as far as its readers go. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly propertyNames?: SchemaNode;
}

function pathsBelow(node: SchemaNode, prefix: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
    prefix + key,
    ...pathsBelow(child, `${prefix}${key}.`),
  ]);
}

/** Every key of the contract, nested ones with a dot: `region`, `availabilityZones.exactly`. */
export const KEY_PATHS: readonly string[] = pathsBelow(CONTRACT_SCHEMA, "");
