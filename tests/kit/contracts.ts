import { FRAMEWORKS } from "../../src/aws/frameworks";
import type { Contract } from "../../src/contract/schema";

/** A contract that requires everything. */
export const EVERYTHING: Contract = {
  frameworks: [...FRAMEWORKS],
  region: "eu-west-1",
  environment: "production",
  availabilityZones: { minimum: 2, exactly: 3 },
  natGateways: "per-zone",
  vpcEndpoints: ["s3", "dynamodb", "ecr.api"],
  customerKeys: true,
  managedCredentials: true,
  secretRotationDays: 30,
  database: { kind: "aurora", engine: "aurora-mysql" },
  engineVersions: { offered: true },
  databaseInstances: 2,
  databaseInstanceClass: "db.r6g.large",
  backupRetentionDays: 7,
  databaseLogExports: ["audit"],
  pointInTimeRecovery: true,
  deployment: "blue-green",
  healthChecks: true,
  functions: { minimumTimeout: 60, minimumMemory: 256, implemented: true, environment: { "*": ["A"] } },
  alarms: true,
  backup: { retentionDays: 7 },
  tags: ["Environment"],
  services: ["secretsmanager"],
  outputs: ["vpc_id"],
};
