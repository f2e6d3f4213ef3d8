import type { ControlCase } from "./case";

const INSTANCE = "aws:dms/replicationInstance:ReplicationInstance";
const TASK = "aws:dms/replicationTask:ReplicationTask";
const ENDPOINT = "aws:dms/endpoint:Endpoint";
const instance = { replicationInstanceId: "orders", replicationInstanceClass: "dms.t3.medium" };
const task = { replicationTaskId: "orders", migrationType: "cdc", tableMappings: "{}" };
const logging = (...names: string[]): string =>
  JSON.stringify({
    Logging: { EnableLogging: true, LogComponents: names.map((Id) => ({ Id, Severity: "LOGGER_SEVERITY_DEFAULT" })) },
  });
const SOURCE = ["SOURCE_CAPTURE", "SOURCE_UNLOAD"];
const TARGET = ["TARGET_APPLY", "TARGET_LOAD"];

export default [
  {
    control: "DMS.1",
    rule: "endpoint-not-public",
    type: INSTANCE,
    violating: { ...instance, publiclyAccessible: true },
    compliant: { ...instance, publiclyAccessible: false },
  },
  {
    control: "DMS.6",
    rule: "dms-minor-version-upgrade",
    type: INSTANCE,
    violating: { ...instance, autoMinorVersionUpgrade: false },
    compliant: { ...instance, autoMinorVersionUpgrade: true },
  },
  {
    control: "DMS.7",
    rule: "dms-task-logging",
    type: TASK,
    violating: { ...task, replicationTaskSettings: logging(...SOURCE) },
    compliant: { ...task, replicationTaskSettings: logging(...SOURCE, ...TARGET) },
  },
  {
    control: "DMS.8",
    rule: "dms-task-logging",
    type: TASK,
    violating: { ...task, replicationTaskSettings: logging(...TARGET) },
    compliant: { ...task, replicationTaskSettings: logging(...SOURCE, ...TARGET) },
  },
  {
    control: "DMS.9",
    rule: "dms-endpoint-ssl",
    type: ENDPOINT,
    violating: { endpointId: "a", endpointType: "source", engineName: "mysql", sslMode: "none" },
    compliant: { endpointId: "a", endpointType: "source", engineName: "mysql", sslMode: "verify-ca" },
  },
  {
    control: "DMS.10",
    rule: "dms-neptune-iam",
    type: ENDPOINT,
    violating: { endpointId: "a", endpointType: "target", engineName: "neptune" },
    compliant: {
      endpointId: "a",
      endpointType: "target",
      engineName: "neptune",
      extraConnectionAttributes: "IamAuthEnabled=true;",
    },
  },
  {
    control: "DMS.11",
    rule: "dms-mongodb-authentication",
    type: ENDPOINT,
    violating: { endpointId: "a", endpointType: "source", engineName: "mongodb", mongodbSettings: { authType: "no" } },
    compliant: {
      endpointId: "a",
      endpointType: "source",
      engineName: "mongodb",
      mongodbSettings: { authType: "password" },
    },
  },
  {
    control: "DMS.12",
    rule: "dms-redis-tls",
    type: ENDPOINT,
    violating: {
      endpointId: "a",
      endpointType: "target",
      engineName: "redis",
      redisSettings: { sslSecurityProtocol: "plaintext" },
    },
    compliant: {
      endpointId: "a",
      endpointType: "target",
      engineName: "redis",
      redisSettings: { sslSecurityProtocol: "ssl-encryption" },
    },
  },
  {
    control: "DMS.13",
    rule: "dms-multi-az",
    type: INSTANCE,
    violating: { ...instance, multiAz: false },
    compliant: { ...instance, multiAz: true },
  },
] satisfies ControlCase[];
