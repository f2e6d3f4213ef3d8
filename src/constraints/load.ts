import type { Constraint, ServiceConstraints } from "./form";

/** The services that have constraints: the modules of @pulumi/aws, each with a file under services/. */
export const SERVICES = [
  "acm",
  "acmpca",
  "amplify",
  "apigateway",
  "apigatewayv2",
  "appautoscaling",
  "appconfig",
  "apprunner",
  "appsync",
  "athena",
  "autoscaling",
  "backup",
  "batch",
  "budgets",
  "cfg",
  "cloudfront",
  "cloudtrail",
  "cloudwatch",
  "codebuild",
  "codedeploy",
  "codepipeline",
  "cognito",
  "datasync",
  "dax",
  "directconnect",
  "dlm",
  "dms",
  "docdb",
  "dynamodb",
  "ebs",
  "ec2",
  "ec2clientvpn",
  "ec2transitgateway",
  "ecr",
  "ecs",
  "efs",
  "eks",
  "elasticache",
  "elb",
  "emr",
  "emrserverless",
  "fsx",
  "globalaccelerator",
  "glue",
  "iam",
  "imagebuilder",
  "iot",
  "keyspaces",
  "kinesis",
  "kms",
  "lakeformation",
  "lambda",
  "lb",
  "lex",
  "lightsail",
  "mediaconvert",
  "memorydb",
  "mq",
  "msk",
  "mskconnect",
  "mwaa",
  "neptune",
  "networkfirewall",
  "opensearch",
  "organizations",
  "pipes",
  "ram",
  "rds",
  "redshift",
  "redshiftserverless",
  "route53",
  "s3",
  "sagemaker",
  "scheduler",
  "secretsmanager",
  "servicecatalog",
  "servicediscovery",
  "ses",
  "sesv2",
  "sfn",
  "sns",
  "sqs",
  "ssm",
  "ssoadmin",
  "storagegateway",
  "synthetics",
  "transfer",
  "verifiedaccess",
  "vpc",
  "vpclattice",
  "wafv2",
  "workspaces",
] as const;

const known: ReadonlySet<string> = new Set(SERVICES);

/** A constraint with its id and the day on which its source was read. */
export interface DatedConstraint extends Constraint {
  readonly id: string;
  readonly date: string;
}

const byType = new Map<string, readonly DatedConstraint[]>();
const loaded = new Set<string>();

/** All constraints of a service. The file is read when the first resource of the service comes, since few are needed. */
export function constraintsOfService(service: string): readonly DatedConstraint[] {
  if (!known.has(service)) {
    return [];
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would read every file at the start
  const { default: content } = require(`./services/${service}`) as { default: ServiceConstraints };
  return Object.entries(content.constraints).map(([id, constraint]) => ({ id, date: content.date, ...constraint }));
}

/** The constraints on resources of a type. */
export function constraintsOf(type: string): readonly DatedConstraint[] {
  const service = /^aws:([^/]+)\//.exec(type)?.[1] ?? "";
  if (known.has(service) && !loaded.has(service)) {
    loaded.add(service);
    for (const constraint of constraintsOfService(service)) {
      byType.set(constraint.type, [...(byType.get(constraint.type) ?? []), constraint]);
    }
  }
  return byType.get(type) ?? [];
}
