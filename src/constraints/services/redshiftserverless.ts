import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.redshiftserverless.workgroup.base-capacity-step": {
      type: "aws:redshiftserverless/workgroup:Workgroup",
      when: { baseCapacity: { present: true } },
      require: [{ baseCapacity: { multipleOf: 8 } }, { baseCapacity: 4 }],
      must: "`baseCapacity` is 4, or a multiple of 8, and above 512 of 32.",
      source: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html",
      accepts: [{ baseCapacity: 8 }, { baseCapacity: 4 }, { baseCapacity: 1024 }],
      rejects: [{ baseCapacity: 34 }],
    },
    "aws.redshiftserverless.workgroup.capacity-range": {
      type: "aws:redshiftserverless/workgroup:Workgroup",
      when: { baseCapacity: { present: true } },
      require: { maxCapacity: { min: { property: "baseCapacity" } } },
      must: "`maxCapacity` is at least `baseCapacity`.",
      source: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html",
      accepts: [{ baseCapacity: 32, maxCapacity: 64 }],
      rejects: [{ baseCapacity: 64, maxCapacity: 32 }],
    },
    "aws.redshiftserverless.workgroup.require-ssl": {
      type: "aws:redshiftserverless/workgroup:Workgroup",
      each: "configParameters",
      where: { parameterKey: "require_ssl" },
      require: { parameterValue: "true" },
      must: "`require_ssl` can be switched off only once the workgroup is there.",
      awsError:
        "You can't disable require_ssl while the workgroup is being created. To disable require_ssl, update the workgroup after creation",
      source: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html",
      accepts: [
        { configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }] },
        { configParameters: [{ parameterKey: "auto_mv", parameterValue: "false" }] },
      ],
      rejects: [{ configParameters: [{ parameterKey: "require_ssl", parameterValue: "false" }] }],
    },
    "aws.redshiftserverless.namespace.one-password": {
      type: "aws:redshiftserverless/namespace:Namespace",
      when: { manageAdminPassword: true },
      require: { adminUserPassword: { present: false } },
      must: "A managed password excludes `adminUserPassword`.",
      source: "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html",
      accepts: [{ manageAdminPassword: true }, { adminUsername: "x", adminUserPassword: "Secret123" }],
      rejects: [{ manageAdminPassword: true, adminUserPassword: "Secret123" }],
    },
  },
} satisfies ServiceConstraints;
