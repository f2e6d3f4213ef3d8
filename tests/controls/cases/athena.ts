import type { ControlCase } from "./case";

const WORKGROUP = "aws:athena/workgroup:Workgroup";

export default [
  {
    control: "Athena.1",
    rule: "athena-workgroup-encrypted",
    type: WORKGROUP,
    violating: { name: "analysts", configuration: { resultConfiguration: { outputLocation: "s3://results/" } } },
    compliant: {
      name: "analysts",
      configuration: {
        resultConfiguration: {
          outputLocation: "s3://results/",
          encryptionConfiguration: { encryptionOption: "SSE_S3" },
        },
      },
    },
  },
  {
    control: "Athena.4",
    rule: "athena-workgroup-metrics",
    type: WORKGROUP,
    violating: { name: "analysts", configuration: { publishCloudwatchMetricsEnabled: false } },
    compliant: { name: "analysts", configuration: { publishCloudwatchMetricsEnabled: true } },
  },
] satisfies ControlCase[];
