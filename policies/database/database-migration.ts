import { show } from "../../contract/show";
import { isAuroraInstance, isReplica, isRestore, relationalDatabases } from "../../stack/database";
import { isMigrated, isMigration, migrationRunners } from "../../stack/migrations";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "database-migration",
  category: "database",
  description: "Something brings the schema into the database",
  severity: "medium",
  level: "contract",
  contractKeys: ["databaseMigration"],
  failures: ["E6"],
  why:
    "A new database is empty. Where nobody has said how the schema gets there, the application fails on its first " +
    "query, and each environment ends up with a schema of its own.",
  fix: {
    typescript:
      'new aws.lambda.Function("orders-migration", {\n' +
      '  runtime: "nodejs22.x", handler: "migrate.handler", role: role.arn, timeout: 300,\n' +
      '  code: new pulumi.asset.AssetArchive({ ".": new pulumi.asset.FileArchive("./migrations") }),\n' +
      "  environment: { variables: { DB_HOST: cluster.endpoint, DB_SECRET_ARN: secret.arn } },\n" +
      "  vpcConfig: { subnetIds, securityGroupIds },\n});",
    python:
      'aws.lambda_.Function("orders-migration",\n' +
      '    runtime="python3.13", handler="migrate.handler", role=role.arn, timeout=300,\n' +
      '    code=pulumi.AssetArchive({".": pulumi.FileArchive("./migrations")}),\n' +
      '    environment={"variables": {"DB_HOST": cluster.endpoint, "DB_SECRET_ARN": secret.arn}},\n' +
      '    vpc_config={"subnet_ids": subnet_ids, "security_group_ids": security_group_ids})',
    yaml:
      "resources:\n  orders-migration:\n    type: aws:lambda:Function\n    properties:\n" +
      "      runtime: nodejs22.x\n      handler: migrate.handler\n      role: ${role.arn}\n" +
      '      timeout: 300\n      code:\n        fn::assetArchive:\n          ".":\n' +
      "            fn::fileArchive: ./migrations\n      environment:\n        variables:\n" +
      "          DB_HOST: ${cluster.endpoint}\n          DB_SECRET_ARN: ${secret.arn}\n      vpcConfig:\n" +
      '        subnetIds: ["${privateA.id}", "${privateB.id}"]\n' +
      '        securityGroupIds: ["${migration.id}"]',
  },
  limits:
    "What the migration does. It is told by its name, handler, image, command or build, which speak of migration, " +
    "schema or a known tool; replicas and restored databases, which have a schema.",
  stack(stack, { report, undecided }) {
    const runners = migrationRunners(stack);
    const stray = runners.find((runner) => isMigration(runner) === true);
    for (const database of relationalDatabases(stack)) {
      const hasSchema = isAuroraInstance(database) === true || isReplica(database) || isRestore(database);
      const migrated = hasSchema || isMigrated(stack, database);
      if (migrated === UNKNOWN) {
        undecided(database);
      } else if (!migrated) {
        report({
          at: database,
          message:
            (stray
              ? `${show(stray.name)} speaks of migration but is not wired to the database; `
              : "no function, task or build brings the schema into the database; add one whose name speaks of migration and ") +
            "give it the database's endpoint or secret in its environment.",
          restsOnComputedText: runners.some((runner) => runner.isComputed("containerDefinitions")),
        });
      }
    }
  },
});
