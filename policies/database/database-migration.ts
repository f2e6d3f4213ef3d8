import { show } from "../../src/contract/show";
import { isAuroraInstance, isReplica, isRestore, relationalDatabases } from "../../src/aws/databases/database";
import { isMigrated, isMigration, migrationRunners } from "./database-migration.migrations";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "database-migration",
  category: "database",
  description: "The stack must bring the schema into its databases",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["databaseMigration"],
  failures: ["E6"],
  why:
    "A new database is empty. Where the program does not define how the schema gets there, the application fails on its " +
    "first query, and each environment ends up with a schema of its own.",
  fix: {
    typescript: `new aws.lambda.Function("orders-migration", {
  runtime: "nodejs22.x",
  handler: "migrate.handler",
  role: role.arn,
  timeout: 300,
  code: new pulumi.asset.AssetArchive({ ".": new pulumi.asset.FileArchive("./migrations") }),
  environment: { variables: { DB_HOST: cluster.endpoint, DB_SECRET_ARN: secret.arn } },
  vpcConfig: { subnetIds, securityGroupIds },
});`,
    python: `aws.lambda_.Function("orders-migration",
    runtime="python3.13",
    handler="migrate.handler",
    role=role.arn,
    timeout=300,
    code=pulumi.AssetArchive({".": pulumi.FileArchive("./migrations")}),
    environment={"variables": {"DB_HOST": cluster.endpoint, "DB_SECRET_ARN": secret.arn}},
    vpc_config={"subnet_ids": subnet_ids, "security_group_ids": security_group_ids})`,
    yaml: `resources:
  orders-migration:
    type: aws:lambda:Function
    properties:
      runtime: nodejs22.x
      handler: migrate.handler
      role: \${role.arn}
      timeout: 300
      code:
        fn::assetArchive:
          ".":
            fn::fileArchive: ./migrations
      environment:
        variables:
          DB_HOST: \${cluster.endpoint}
          DB_SECRET_ARN: \${secret.arn}
      vpcConfig:
        subnetIds: ["\${privateA.id}", "\${privateB.id}"]
        securityGroupIds: ["\${migration.id}"]`,
  },
  limits:
    "What the migration does. It is recognized by its name, handler, image, command or build, which mention migration, " +
    "schema or a known tool. Replicas and restored databases, which have a schema.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/services-rds.html"],
  stack(stack, { report, undecided }) {
    const runners = migrationRunners(stack);
    const unwired = runners.find((runner) => isMigration(runner) === true);
    for (const database of relationalDatabases(stack)) {
      const hasSchema = isAuroraInstance(database) === true || isReplica(database) || isRestore(database);
      const migrated = hasSchema || isMigrated(stack, database);
      if (migrated === UNKNOWN) {
        undecided(database);
      } else if (!migrated) {
        report({
          at: database,
          message: unwired
            ? `${show(unwired.name)} looks like a migration, but it is not wired to this database. ` +
              "Pass the endpoint or the secret of the database in its environment."
            : "No function, task or build brings the schema into the database. Add one with a name such as " +
              `"migration", and pass the endpoint or the secret of the database in its environment.`,
          restsOnComputedText: runners.some((runner) => runner.isComputed("containerDefinitions")),
        });
      }
    }
  },
});
