/** The tables about AWS, by file name. Each has a `source` and the `date` on which that was right. */
export interface Tables {
  "admin-ports": typeof import("./admin-ports.json");
  "aws-managed-policies": typeof import("./aws-managed-policies.json");
  "cloudwatch-metrics": typeof import("./cloudwatch-metrics.json");
  "credential-properties": typeof import("./credential-properties.json");
  "database-ports": typeof import("./database-ports.json");
  "elasticache-engines": typeof import("./elasticache-engines.json");
  "elb-tls-policies": typeof import("./elb-tls-policies.json");
  "fargate-task-sizes": typeof import("./fargate-task-sizes.json");
  "lambda-runtimes": typeof import("./lambda-runtimes.json");
  "log-retention": typeof import("./log-retention.json");
  "nat-gateway-price": typeof import("./nat-gateway-price.json");
  "needed-actions": typeof import("./needed-actions.json");
  "physical-names": typeof import("./physical-names.json");
  "rds-engine-versions": typeof import("./rds-engine-versions.json");
  "rds-log-exports": typeof import("./rds-log-exports.json");
  "removed-arguments": typeof import("./removed-arguments.json");
}

export type TableName = keyof Tables;

/** A table as it ships. It is read when it is first asked for, since most runs need few of them. */
export function table<Name extends TableName>(name: Name): Tables[Name] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would read every table at the start
  return require(`./${name}.json`) as Tables[Name];
}
