import { SFN_STATE_MACHINE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const LOGGING = "https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html";
const GROUP = "arn:aws:logs:us-east-1:111122223333:log-group:x:*";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.sfn.state-machine.log-destination": {
      type: SFN_STATE_MACHINE,
      when: { "loggingConfiguration.level": ["ALL", "ERROR", "FATAL"] },
      require: { "loggingConfiguration.logDestination": { present: true } },
      must: "Logs require `loggingConfiguration.logDestination`.",
      source: LOGGING,
      accepts: [
        { loggingConfiguration: { level: "ALL", logDestination: GROUP } },
        { loggingConfiguration: { level: "OFF" } },
      ],
      rejects: [{ loggingConfiguration: { level: "ALL" } }],
    },
    "aws.sfn.state-machine.log-group-arn": {
      type: SFN_STATE_MACHINE,
      require: { "loggingConfiguration.logDestination": { endsWith: ":*" } },
      must: 'The ARN of the log group must end with ":*".',
      source: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_CloudWatchLogsLogGroup.html",
      accepts: [{ loggingConfiguration: { level: "ALL", logDestination: GROUP } }],
      rejects: [
        { loggingConfiguration: { level: "ALL", logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:x" } },
      ],
    },
    "aws.sfn.state-machine.key": {
      type: SFN_STATE_MACHINE,
      when: { "encryptionConfiguration.type": "CUSTOMER_MANAGED_KMS_KEY" },
      require: { "encryptionConfiguration.kmsKeyId": { present: true } },
      must: "A key of your own requires `encryptionConfiguration.kmsKeyId`.",
      source: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_EncryptionConfiguration.html",
      accepts: [
        { encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: "x" } },
        { encryptionConfiguration: { type: "AWS_OWNED_KEY" } },
      ],
      rejects: [{ encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY" } }],
    },
  },
} satisfies ServiceConstraints;
