import { CLOUDTRAIL_TRAIL } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html";
const GROUP = "arn:aws:logs:us-east-1:111122223333:log-group:x:*";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.cloudtrail.trail.log-group-arn": {
      type: CLOUDTRAIL_TRAIL,
      require: { cloudWatchLogsGroupArn: { endsWith: ":*" } },
      must: 'The ARN of the log group must end with ":*".',
      source: CREATE,
      accepts: [{ cloudWatchLogsGroupArn: GROUP, cloudWatchLogsRoleArn: "x" }],
      rejects: [
        { cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:x", cloudWatchLogsRoleArn: "x" },
      ],
    },
    "aws.cloudtrail.trail.log-group-and-role": {
      type: CLOUDTRAIL_TRAIL,
      require: { allOrNone: ["cloudWatchLogsGroupArn", "cloudWatchLogsRoleArn"] },
      must: "Logs require both `cloudWatchLogsGroupArn` and `cloudWatchLogsRoleArn`.",
      source: CREATE,
      accepts: [{ cloudWatchLogsGroupArn: GROUP, cloudWatchLogsRoleArn: "x" }, { s3BucketName: "x" }],
      rejects: [{ cloudWatchLogsGroupArn: GROUP }, { cloudWatchLogsRoleArn: "x" }],
    },
    "aws.cloudtrail.trail.one-kind-of-selectors": {
      type: CLOUDTRAIL_TRAIL,
      require: { atMostOne: ["eventSelectors", "advancedEventSelectors"] },
      must: "A trail must have either `eventSelectors` or `advancedEventSelectors`.",
      source: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html",
      accepts: [
        { eventSelectors: [{ readWriteType: "All" }] },
        {
          advancedEventSelectors: [{ name: "x", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }],
        },
      ],
      rejects: [
        {
          eventSelectors: [{ readWriteType: "All" }],
          advancedEventSelectors: [{ name: "x", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }],
        },
      ],
    },
    "aws.cloudtrail.trail.global-events": {
      type: CLOUDTRAIL_TRAIL,
      when: { isMultiRegionTrail: true },
      require: { includeGlobalServiceEvents: { not: false } },
      must: "A trail of all regions includes global services: leave out `includeGlobalServiceEvents: false`.",
      source: CREATE,
      accepts: [{ isMultiRegionTrail: true }, { isMultiRegionTrail: false, includeGlobalServiceEvents: false }],
      rejects: [{ isMultiRegionTrail: true, includeGlobalServiceEvents: false }],
    },
  },
} satisfies ServiceConstraints;
