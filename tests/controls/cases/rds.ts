import type { ControlCase } from "./case";

export default [
  {
    control: "RDS.3",
    rule: "rds-storage-encrypted",
    type: "aws:rds/instance:Instance",
    violating: { engine: "postgres", instanceClass: "db.t4g.medium", allocatedStorage: 20, storageEncrypted: false },
    compliant: { engine: "postgres", instanceClass: "db.t4g.medium", allocatedStorage: 20, storageEncrypted: true },
  },
] satisfies ControlCase[];
