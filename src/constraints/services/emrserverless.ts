import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.emrserverless.application.type": {
      type: "aws:emrserverless/application:Application",
      require: { type: { matches: /^(?:spark|hive)$/i } },
      must: '`type` is "spark" or "hive".',
      source: "https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_CreateApplication.html",
      accepts: [{ type: "spark" }, { type: "Hive" }, { type: "SPARK" }],
      rejects: [{ type: "pyspark" }],
    },
  },
} satisfies ServiceConstraints;
