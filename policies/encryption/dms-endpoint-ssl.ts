import { defineRequirement } from "../../src/rules/requirement";

// Other engines, such as "s3" and "kinesis", have settings of their own or always use TLS.
const SQL_ENGINES = [
  ...["postgres", "aurora-postgresql", "mysql", "aurora", "mariadb", "oracle", "sqlserver", "sybase", "db2"],
  ...["azuredb", "mongodb", "docdb", "babelfish"],
];

export default defineRequirement({
  id: "dms-endpoint-ssl",
  category: "encryption",
  description: "Endpoints of DMS must use TLS",
  severity: "medium",
  level: "only-if-required",
  why: "Between the database and the replication instance, all data travels over the network, with the password.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"],
  requirement: {
    types: ["aws:dms/endpoint:Endpoint"],
    property: "sslMode",
    must: { isNot: "none" },
    whenAbsent: "none",
    correct: "require",
    when: [{ property: "engineName", must: { isOneOf: SQL_ENGINES } }],
    consequence: "Data and password travel in plain text.",
    instead: 'Set `sslMode: "require"`, or "verify-full" with a certificate.',
    example: { endpointId: "orders", endpointType: "source", engineName: "postgres", serverName: "db.example.com" },
  },
});
