// Written by `npm run api` from the schema in schema.ts.
/* eslint-disable @typescript-eslint/consistent-indexed-object-style */

/**
 * What a stack promises. A key that is absent is not required.
 */
export interface Contract {
  /**
   * A contract that ships with the pack and is the base of this one.
   */
  profile?:
    | "fastcart"
    | "payment-migration"
    | "blue-green"
    | "product-catalog"
    | "multi-environment"
    | "multi-region"
    | "strict";
  /**
   * Published frameworks that the stack complies with: every rule that checks a control of one is mandatory.
   */
  frameworks?: (
    "AWS FSBP" | "CIS AWS Foundations 5.0" | "CIS AWS Foundations 7.0" | "PCI DSS 4.0.1" | "NIST 800-53 r5"
  )[];
  /**
   * The AWS region of every resource.
   */
  region?: string;
  /**
   * What the stack is for. Production databases must not be burstable.
   */
  environment?: string;
  /**
   * The suffix that the name of every resource contains; {stack} is the stack's name.
   */
  environmentSuffix?: string;
  /**
   * The AWS regions of a stack that is in several, and what each of them has. `region` is for a single one.
   */
  regions?: {
    /**
     * Every resource is in one of these regions.
     */
    names?: string[];
    /**
     * The AWS services that the stack has in every one of the regions.
     */
    services?: (
      | "acm"
      | "api-gateway"
      | "appsync"
      | "athena"
      | "aurora"
      | "autoscaling"
      | "backup"
      | "batch"
      | "bedrock"
      | "cloudfront"
      | "cloudtrail"
      | "cloudwatch-alarm"
      | "cloudwatch-dashboard"
      | "cloudwatch-logs"
      | "codebuild"
      | "codedeploy"
      | "codepipeline"
      | "cognito"
      | "config"
      | "dms"
      | "documentdb"
      | "dynamodb"
      | "ec2"
      | "ecr"
      | "ecs"
      | "efs"
      | "eks"
      | "elasticache"
      | "eventbridge"
      | "firehose"
      | "fsx"
      | "glue"
      | "guardduty"
      | "internet-gateway"
      | "kinesis"
      | "kms"
      | "lambda"
      | "load-balancer"
      | "memorydb"
      | "mq"
      | "msk"
      | "nat-gateway"
      | "neptune"
      | "network-firewall"
      | "opensearch"
      | "rds"
      | "rds-proxy"
      | "redshift"
      | "route53"
      | "s3"
      | "sagemaker"
      | "secretsmanager"
      | "securityhub"
      | "ses"
      | "sns"
      | "sqs"
      | "ssm-parameter"
      | "stepfunctions"
      | "transit-gateway"
      | "vpc"
      | "vpc-endpoint"
      | "vpc-flow-log"
      | "waf"
      | "xray"
    )[];
    /**
     * The services whose data is in every one of the regions.
     */
    replicated?: ("backup" | "dynamodb" | "ecr" | "efs" | "kms" | "rds" | "s3" | "secretsmanager")[];
    /**
     * The networks of the regions are connected, with routes from each to the others.
     */
    connected?: boolean;
    /**
     * DNS records with health checks, or an accelerator, send clients to a region that works.
     */
    failover?: boolean;
  };
  /**
   * The pattern of the names of resources.
   */
  naming?: {
    /**
     * The form of names: {environment}, {suffix}, {project}, {stack} and {region} are those in force; {type} and {name} are any words.
     */
    pattern?: string;
    /**
     * By a pattern on the class, such as aws.s3.Bucket or aws.iam.*, the form that its names have instead; {name} is any.
     */
    exceptions?: {
      [k: string]: string;
    };
  };
  /**
   * How many availability zones the subnets of each tier of a VPC span.
   */
  availabilityZones?: {
    /**
     * The subnets of a tier span this many zones or more.
     */
    minimum?: number;
    /**
     * The subnets of a tier span just this many zones.
     */
    exactly?: number;
  };
  /**
   * One in each zone that has private subnets (available), or a single one (cheap).
   */
  natGateways?: "per-zone" | "single";
  /**
   * NAT gateways and their addresses depend on the internet gateway, which AWS needs first.
   */
  ordering?: boolean;
  /**
   * The subnets of a VPC follow each other without large gaps.
   */
  subnetLayout?: boolean;
  /**
   * Every security group rule has a description.
   */
  securityGroupDescriptions?: boolean;
  /**
   * The ports that security groups may open to the internet.
   */
  allowedPorts?: {
    /**
     * 80 and 443 where it is absent.
     */
    tcp?: number[];
    /**
     * None where it is absent.
     */
    udp?: number[];
  };
  /**
   * The images that instances and launch templates may start from: ids, or SSM parameters as resolve:ssm:NAME; * is any text.
   */
  approvedImages?: string[];
  /**
   * The types of instances, launch templates, Auto Scaling groups and node groups; * is any text.
   */
  allowedInstanceTypes?: string[];
  /**
   * Short names of the services that workloads in private subnets reach through an endpoint of the VPC.
   */
  vpcEndpoints?: string[];
  /**
   * Every VPC has a flow log.
   */
  flowLogs?: boolean;
  /**
   * ECS services run in private subnets, without public addresses.
   */
  privateServices?: boolean;
  /**
   * Data at rest is encrypted with KMS keys that the customer manages.
   */
  customerKeys?: boolean;
  /**
   * KMS keys rotate at least this often; KMS rotates once a year where a key sets no period.
   */
  keyRotationDays?: number;
  /**
   * An imported certificate is valid for at least this long.
   */
  certificateExpiryDays?: number;
  /**
   * The TLS policies of listeners (ELBSecurityPolicy-…), distributions (TLSv1…) and search domains (Policy-Min-TLS-…); * is any text. A kind without an entry may have any.
   */
  allowedTlsPolicies?: string[];
  /**
   * Database credentials are managed by RDS or kept in Secrets Manager.
   */
  managedCredentials?: boolean;
  /**
   * Secrets with database credentials rotate at least this often.
   */
  secretRotationDays?: number;
  /**
   * What the password policy of the account and those of Cognito user pools require.
   */
  passwordPolicy?: {
    /**
     * Passwords have at least this many characters; 14 with CIS AWS Foundations.
     */
    minimumLength?: number;
    /**
     * A new password differs from this many before it; 24 with CIS AWS Foundations.
     */
    reusePrevention?: number;
    /**
     * Passwords of IAM users expire after this many days.
     */
    maximumAgeDays?: number;
    /**
     * Passwords that Cognito sends to new users expire after this many days.
     */
    temporaryDays?: number;
  };
  /**
   * A cache requires a token or a user from its clients.
   */
  cacheAuthentication?: boolean;
  /**
   * No policy allows an action on every resource where the action can be limited to some.
   */
  leastPrivilege?: boolean;
  /**
   * The kind and the engine of every relational database.
   */
  database?: {
    /**
     * Aurora Serverless v2, an Aurora cluster with instances, or an RDS instance.
     */
    kind?: "aurora-serverless-v2" | "aurora" | "instance";
    /**
     * The engine as RDS names it.
     */
    engine?: string;
  };
  /**
   * Which versions of a database engine are good.
   */
  engineVersions?: {
    /**
     * Versions that are good although AWS no longer offers them.
     */
    allow?: string[];
    /**
     * Only versions that AWS still offers.
     */
    offered?: boolean;
  };
  /**
   * A provisioned cluster has at least this many instances.
   */
  databaseInstances?: number;
  /**
   * The class of every database instance.
   */
  databaseInstanceClass?: string;
  /**
   * What shows where relational databases spend their time.
   */
  databaseMonitoring?: {
    /**
     * RDS reports the figures of the operating system.
     */
    enhanced?: boolean;
    /**
     * RDS reports which queries the load comes from.
     */
    insights?: boolean;
  };
  /**
   * Automatic backups of a database (RDS, DocumentDB, Neptune, Redshift) are kept at least this long.
   */
  backupRetentionDays?: number;
  /**
   * Kinesis streams keep their records at least this long.
   */
  streamRetentionHours?: number;
  /**
   * The logs that a database sends to CloudWatch; true is all logs of its engine.
   */
  databaseLogExports?: string[] | boolean;
  /**
   * An ephemeral stack can be destroyed with its data; a durable one keeps it.
   */
  lifecycle?: "ephemeral" | "durable";
  /**
   * DynamoDB tables can be restored to any moment.
   */
  pointInTimeRecovery?: boolean;
  /**
   * A function, task or build brings the schema into the database.
   */
  databaseMigration?: boolean;
  /**
   * The image of a container is in a repository of this account, region and stack.
   */
  imageResolvable?: boolean;
  /**
   * The registries that container images come from, with or without a path: docker.io, public.ecr.aws/docker; * is any text.
   */
  allowedRegistries?: string[];
  /**
   * ECR scans every image that is pushed.
   */
  imageScanning?: boolean;
  /**
   * ECS services set how a deployment proceeds and when it is rolled back.
   */
  deploymentSettings?: boolean;
  /**
   * Blue-green: two target groups behind one listener, which weighs them.
   */
  deployment?: "blue-green";
  /**
   * Every target group has a health check of its own.
   */
  healthChecks?: boolean;
  /**
   * A load balancer on the internet takes HTTP only to redirect it to HTTPS.
   */
  https?: boolean;
  /**
   * What takes HTTP requests from the internet has a web ACL.
   */
  webFirewall?: boolean;
  /**
   * APIs limit the rate of requests.
   */
  throttling?: boolean;
  /**
   * Load balancers keep the log of their requests.
   */
  accessLogs?: boolean;
  /**
   * What every Lambda function has.
   */
  functions?: {
    /**
     * In seconds.
     */
    minimumTimeout?: number;
    /**
     * In megabytes.
     */
    minimumMemory?: number;
    /**
     * By language, the oldest version that a function may run on.
     */
    minimumRuntimes?: {
      [k: string]: string;
    };
    /**
     * By a pattern on the logical name of the function, the variables that it has.
     */
    environment?: {
      [k: string]: string[];
    };
    /**
     * Inline code does something.
     */
    implemented?: boolean;
    /**
     * X-Ray traces every function.
     */
    tracing?: boolean;
  };
  /**
   * CloudWatch alarms watch what can fail: streams, databases, services, load balancers, tables, caches.
   */
  alarms?: boolean;
  /**
   * ECS clusters have Container Insights.
   */
  containerInsights?: boolean;
  /**
   * Every log group has a retention, and functions have a log group.
   */
  logRetention?: boolean;
  /**
   * Log groups keep their logs at least this long.
   */
  logRetentionDays?: number;
  /**
   * The stack has a CloudWatch dashboard, and its databases are on it.
   */
  dashboard?: boolean;
  /**
   * A daily backup plan that reaches every database and table.
   */
  backup?: {
    /**
     * The plan deletes a backup after just this many days.
     */
    retentionDays?: number;
  };
  /**
   * The most that is lost in a restore, in minutes, hours or days.
   */
  recoveryPoint?: string;
  /**
   * The most that a database is away when its zone fails, in minutes, hours or days.
   */
  recoveryTime?: string;
  /**
   * By region, or by environment, the AWS account that providers are limited to.
   */
  accounts?: {
    [k: string]: string;
  };
  /**
   * The tag keys that every taggable resource has, or by key the values that are allowed; an empty list of values allows any.
   */
  tags?:
    | string[]
    | {
        [k: string]: string[];
      };
  /**
   * Resources carry Project, Environment, ManagedBy, CostCenter, Owner and Application.
   */
  costAllocationTags?: boolean;
  /**
   * The AWS services that the stack has.
   */
  services?: (
    | "acm"
    | "api-gateway"
    | "appsync"
    | "athena"
    | "aurora"
    | "autoscaling"
    | "backup"
    | "batch"
    | "bedrock"
    | "cloudfront"
    | "cloudtrail"
    | "cloudwatch-alarm"
    | "cloudwatch-dashboard"
    | "cloudwatch-logs"
    | "codebuild"
    | "codedeploy"
    | "codepipeline"
    | "cognito"
    | "config"
    | "dms"
    | "documentdb"
    | "dynamodb"
    | "ec2"
    | "ecr"
    | "ecs"
    | "efs"
    | "eks"
    | "elasticache"
    | "eventbridge"
    | "firehose"
    | "fsx"
    | "glue"
    | "guardduty"
    | "internet-gateway"
    | "kinesis"
    | "kms"
    | "lambda"
    | "load-balancer"
    | "memorydb"
    | "mq"
    | "msk"
    | "nat-gateway"
    | "neptune"
    | "network-firewall"
    | "opensearch"
    | "rds"
    | "rds-proxy"
    | "redshift"
    | "route53"
    | "s3"
    | "sagemaker"
    | "secretsmanager"
    | "securityhub"
    | "ses"
    | "sns"
    | "sqs"
    | "ssm-parameter"
    | "stepfunctions"
    | "transit-gateway"
    | "vpc"
    | "vpc-endpoint"
    | "vpc-flow-log"
    | "waf"
    | "xray"
  )[];
  /**
   * The names that the stack exports, in any case and with any separators; a | gives alternatives.
   */
  outputs?: string[];
  /**
   * What Pulumi.yaml and the program declare.
   */
  project?: {
    /**
     * `name` of Pulumi.yaml.
     */
    name?: string;
    /**
     * `main` of Pulumi.yaml.
     */
    main?: string;
    /**
     * `runtime` of Pulumi.yaml.
     */
    runtime?: "nodejs" | "python" | "go" | "dotnet" | "java" | "yaml";
    /**
     * The language of the program.
     */
    language?: "typescript" | "javascript" | "python" | "go" | "csharp" | "java" | "yaml";
    /**
     * The type of the stack's arguments requires the environment suffix.
     */
    suffixRequired?: boolean;
  };
  /**
   * The tests of the program.
   */
  tests?: {
    /**
     * There are unit tests, they use Pulumi's mocks, and they assert something.
     */
    unit?: boolean;
    /**
     * The least coverage that the coverage report gives, in percent.
     */
    coverage?: number;
    /**
     * Integration tests read the outputs of the deployed stack.
     */
    integration?: boolean;
  };
  /**
   * How many Lambda executions the account allows at a time.
   */
  accountConcurrency?: number;
  /**
   * What has changed about AWS since the pack's tables were made, by table and over it (a JSON merge patch). `preflight facts` lists the tables.
   */
  facts?: {
    /**
     * Ports for the administration of machines, and others that are better closed.
     */
    "admin-ports"?: {
      [k: string]: unknown;
    };
    /**
     * Statements of the policies that AWS publishes.
     */
    "aws-managed-policies"?: {
      [k: string]: unknown;
    };
    /**
     * Names of the policies that AWS publishes.
     */
    "aws-managed-policy-names"?: {
      [k: string]: unknown;
    };
    /**
     * Services that AWS has closed to new customers.
     */
    "closed-services"?: {
      [k: string]: unknown;
    };
    /**
     * Managed rules of AWS Config, and what triggers them.
     */
    "config-managed-rules"?: {
      [k: string]: unknown;
    };
    /**
     * Days on which the standard support of Kubernetes versions on EKS ends.
     */
    "eks-versions"?: {
      [k: string]: unknown;
    };
    /**
     * TLS policies of load balancers that take versions below 1.2.
     */
    "elb-tls-policies"?: {
      [k: string]: unknown;
    };
    /**
     * CPU and memory that Fargate offers.
     */
    "fargate-task-sizes"?: {
      [k: string]: unknown;
    };
    /**
     * Environment variables that Lambda keeps for itself.
     */
    "lambda-reserved-variables"?: {
      [k: string]: unknown;
    };
    /**
     * Days on which Lambda runtimes end.
     */
    "lambda-runtimes"?: {
      [k: string]: unknown;
    };
    /**
     * Runtimes that Lambda SnapStart does not support.
     */
    "lambda-snapstart"?: {
      [k: string]: unknown;
    };
    /**
     * Days that a log group can keep its events.
     */
    "log-retention"?: {
      [k: string]: unknown;
    };
    /**
     * Characters and lengths of names, by resource type.
     */
    "name-rules"?: {
      [k: string]: unknown;
    };
    /**
     * Price of a NAT gateway.
     */
    "nat-gateway-price"?: {
      [k: string]: unknown;
    };
    /**
     * Versions of each database engine, offered and withdrawn.
     */
    "rds-engine-versions"?: {
      [k: string]: unknown;
    };
    /**
     * Instance classes that a database engine does not run on.
     */
    "rds-instance-classes"?: {
      [k: string]: unknown;
    };
    /**
     * Logs that each database engine can export.
     */
    "rds-log-exports"?: {
      [k: string]: unknown;
    };
    /**
     * Names that the master user of a database cannot have.
     */
    "rds-reserved-usernames"?: {
      [k: string]: unknown;
    };
    /**
     * Database parameters that take effect after a restart only.
     */
    "rds-static-parameters"?: {
      [k: string]: unknown;
    };
    /**
     * Domains that cannot be registered.
     */
    "reserved-domains"?: {
      [k: string]: unknown;
    };
    /**
     * Quotas of an account, as they are by default.
     */
    "service-quotas"?: {
      [k: string]: unknown;
    };
  };
  /**
   * Exemptions of resources from rules, with a reason and a last day.
   */
  exemptions?: {
    /**
     * The id of the rule.
     */
    rule: string;
    /**
     * A pattern on the logical name (*, ?, [a-z], {a,b}), or with :: in it on the URN. For a finding on the whole stack: * or the stack's name.
     */
    resource: string;
    /**
     * Why the resource is exempt, in words.
     */
    reason: string;
    /**
     * The last day on which the exemption holds.
     */
    until: string;
  }[];
  /**
   * Ids of rules that cannot be exempt; * is all of them.
   */
  notExemptable?: string[];
  /**
   * False: comments in the program's source (preflight-ignore) exempt nothing, and each is reported.
   */
  exemptInSource?: boolean;
  /**
   * For the organization only: keys of its contract in which a stack's own value counts.
   */
  allow?: string[];
}
