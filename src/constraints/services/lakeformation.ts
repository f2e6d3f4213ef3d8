import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.lakeformation.permissions.resource": {
      type: "aws:lakeformation/permissions:Permissions",
      require: {
        atLeastOne: [
          "catalogResource",
          "database",
          "table",
          "tableWithColumns",
          "dataLocation",
          "lfTag",
          "lfTagPolicy",
          "dataCellsFilter",
        ],
      },
      must: "A permission is about exactly one resource, such as `table`.",
      source: "https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GrantPermissions.html",
      accepts: [
        { catalogResource: true },
        { database: { name: "x" } },
        { table: { databaseName: "x", name: "y" } },
        { tableWithColumns: { databaseName: "x", name: "y", columnNames: ["z"] } },
        { dataLocation: { arn: "x" } },
        { lfTag: { key: "x", values: ["y"] } },
        { lfTagPolicy: { resourceType: "TABLE", expressions: [] } },
        { dataCellsFilter: { databaseName: "x", name: "x", tableCatalogId: "x", tableName: "x" } },
      ],
      rejects: [{ principal: "x", permissions: ["SELECT"] }],
    },
  },
} satisfies ServiceConstraints;
