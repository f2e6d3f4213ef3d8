import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.appconfig.configuration-profile.hosted-role": {
      type: "aws:appconfig/configurationProfile:ConfigurationProfile",
      when: { locationUri: "hosted" },
      require: { retrievalRoleArn: { present: false } },
      must: "A hosted configuration has no `retrievalRoleArn`.",
      source: "https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_CreateConfigurationProfile.html",
      accepts: [{ locationUri: "hosted" }, { locationUri: "ssm-parameter://x", retrievalRoleArn: "x" }],
      rejects: [{ locationUri: "hosted", retrievalRoleArn: "x" }],
    },
  },
} satisfies ServiceConstraints;
