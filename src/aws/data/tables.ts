/** How far a table can be relied on, in words. */
export const STRENGTHS = {
  generated: "made from a machine-readable source by `npm run tables`",
  documented: "read in AWS's documentation, the API's model or the provider's schema",
  weak: "incomplete, or AWS changes it without notice: what rests on it alone should be advisory",
} as const;

/** How far a table can be relied on. */
export type Strength = keyof typeof STRENGTHS;

/** What all tables have. */
export interface Dated {
  readonly source: string;
  readonly date: string;
  readonly strength: string;
}

/** The tables about AWS, by file name. Each has a `source`, the `date` on which that was right, and a `strength`. */
export interface Tables {
  "admin-ports": typeof import("./admin-ports.json");
  "aws-chosen-fields": Dated;
  "aws-output-shapes": Dated;
  "aws-functions": Dated;
  "aws-managed-policies": typeof import("./aws-managed-policies.json");
  "aws-managed-policy-names": typeof import("./aws-managed-policy-names.json");
  "aws-resources": Dated;
  "aws-sensitive-arguments": Dated & {
    readonly types: Readonly<
      Record<string, { readonly marked?: readonly string[]; readonly named?: readonly string[] }>
    >;
  };
  "closed-services": typeof import("./closed-services.json");
  "cloudwatch-metrics": typeof import("./cloudwatch-metrics.json");
  "config-managed-rules": typeof import("./config-managed-rules.json");
  "credential-properties": typeof import("./credential-properties.json");
  "database-ports": typeof import("./database-ports.json");
  "eks-versions": typeof import("./eks-versions.json");
  "elasticache-engines": typeof import("./elasticache-engines.json");
  "elb-tls-policies": typeof import("./elb-tls-policies.json");
  "fargate-task-sizes": typeof import("./fargate-task-sizes.json");
  "iam-actions-with-resources": Dated;
  "lambda-reserved-variables": typeof import("./lambda-reserved-variables.json");
  "lambda-runtimes": typeof import("./lambda-runtimes.json");
  "lambda-snapstart": typeof import("./lambda-snapstart.json");
  "log-retention": typeof import("./log-retention.json");
  "name-rules": typeof import("./name-rules.json");
  "nat-gateway-price": typeof import("./nat-gateway-price.json");
  "needed-actions": typeof import("./needed-actions.json");
  "physical-names": typeof import("./physical-names.json");
  "rds-engine-versions": typeof import("./rds-engine-versions.json");
  "rds-instance-classes": typeof import("./rds-instance-classes.json");
  "rds-log-exports": typeof import("./rds-log-exports.json");
  "rds-reserved-usernames": typeof import("./rds-reserved-usernames.json");
  "rds-static-parameters": typeof import("./rds-static-parameters.json");
  "security-group-members": typeof import("./security-group-members.json");
  "service-quotas": typeof import("./service-quotas.json");
  "shared-identity-providers": typeof import("./shared-identity-providers.json");
  "reserved-domains": typeof import("./reserved-domains.json");
  "removed-arguments": typeof import("./removed-arguments.json");
}

export type TableName = keyof Tables;

/** What each table holds, in a few words. */
export const HOLDS: Readonly<Record<TableName, string>> = {
  "admin-ports": "Ports for the administration of machines, and others that are better closed",
  "aws-output-shapes": "Shapes of what AWS computes, where they are not strings",
  "aws-chosen-fields": "Fields inside of arguments that AWS chooses where a program does not",
  "aws-functions": "Functions of @pulumi/aws and what they answer",
  "aws-managed-policies": "Statements of the policies that AWS publishes",
  "aws-managed-policy-names": "Names of the policies that AWS publishes",
  "aws-resources": "Resource types of @pulumi/aws, and what AWS computes of them",
  "aws-sensitive-arguments": "Arguments that @pulumi/aws marks as secrets, and others named like passwords and keys",
  "closed-services": "Services that AWS has closed to new customers",
  "cloudwatch-metrics": "Metrics and dimensions of each service",
  "config-managed-rules": "Managed rules of AWS Config, and what triggers them",
  "credential-properties": "Arguments that hold a credential without a mark, and marked ones that do not",
  "database-ports": "Ports of databases and caches",
  "eks-versions": "Days on which the standard support of Kubernetes versions on EKS ends",
  "elasticache-engines": "What each engine of ElastiCache encrypts by itself",
  "elb-tls-policies": "TLS policies of load balancers that take versions below 1.2",
  "fargate-task-sizes": "CPU and memory that Fargate offers",
  "iam-actions-with-resources": "Actions that can be limited to some resources",
  "lambda-reserved-variables": "Environment variables that Lambda keeps for itself",
  "lambda-runtimes": "Days on which Lambda runtimes end",
  "lambda-snapstart": "Runtimes that Lambda SnapStart does not support",
  "log-retention": "Days that a log group can keep its events",
  "name-rules": "Characters and lengths of names, by resource type",
  "nat-gateway-price": "Price of a NAT gateway",
  "needed-actions": "Actions that make sense on each kind of resource",
  "physical-names": "Arguments of @pulumi/aws with the name that AWS knows a resource by",
  "rds-engine-versions": "Versions of each database engine, offered and withdrawn",
  "rds-instance-classes": "Instance classes that a database engine does not run on",
  "rds-log-exports": "Logs that each database engine can export",
  "rds-reserved-usernames": "Names that the master user of a database cannot have",
  "rds-static-parameters": "Database parameters that take effect after a restart only",
  "security-group-members": "Arguments of @pulumi/aws that put a resource into security groups",
  "service-quotas": "Quotas of an account, as they are by default",
  "shared-identity-providers":
    "Identity providers that many organizations share, and the claims that show whose a token is",
  "reserved-domains": "Domains that cannot be registered",
  "removed-arguments": "Arguments that @pulumi/aws no longer has",
};

/** Tables that a contract does not override: they are about the provider and the pack, not about what AWS changes. */
const FIXED = [
  "aws-chosen-fields",
  "aws-functions",
  "aws-output-shapes",
  "aws-resources",
  "aws-sensitive-arguments",
  "cloudwatch-metrics",
  "credential-properties",
  "database-ports",
  "elasticache-engines",
  "iam-actions-with-resources",
  "needed-actions",
  "physical-names",
  "removed-arguments",
  "security-group-members",
  "shared-identity-providers",
] as const satisfies readonly TableName[];

/** The name of a table that a contract can override. */
export type MovingTable = Exclude<TableName, (typeof FIXED)[number]>;

const fixed: ReadonlySet<string> = new Set(FIXED);

/** The names of all tables, in the order of the alphabet. */
export const TABLE_NAMES = (Object.keys(HOLDS) as TableName[]).sort();

/** Those of them that a contract can override. */
export const MOVING_TABLES = TABLE_NAMES.filter((name): name is MovingTable => !fixed.has(name));

/**
 * Tables whose rows are what rules refuse. A stack's own contract may add rows to them, and neither remove nor change any:
 * that would disable a rule without a trace.
 */
export const REFUSALS: ReadonlySet<MovingTable> = new Set<MovingTable>([
  "admin-ports",
  "closed-services",
  "config-managed-rules",
  "eks-versions",
  "elb-tls-policies",
  "lambda-reserved-variables",
  "lambda-runtimes",
  "lambda-snapstart",
  "rds-instance-classes",
  "rds-reserved-usernames",
  "rds-static-parameters",
  "reserved-domains",
]);

/** A table as it ships. It is read when it is first needed, since most runs need few of them. */
export function table<Name extends TableName>(name: Name): Tables[Name] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would read every table at the start
  return require(`./${name}.json`) as Tables[Name];
}
