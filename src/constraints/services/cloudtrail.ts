import { CLOUDTRAIL_TRAIL } from "../../aws/type-tokens";
import type { Inputs, ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html";
const DATA = "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DataResource.html";
const FIELDS = "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html";
const GROUP = "arn:aws:logs:us-east-1:111122223333:log-group:x:*";

/** A trail that logs data of these resources. */
const logged = (type: string, ...values: string[]): Inputs => ({
  s3BucketName: "x",
  eventSelectors: [{ readWriteType: "All", dataResources: [{ type, values }] }],
});

/** A trail with one advanced selector, which has these fields. */
const selected = (...fieldSelectors: object[]): Inputs => ({
  s3BucketName: "x",
  advancedEventSelectors: [{ name: "x", fieldSelectors }],
});

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
      awsError: "Multi-Region trail must include global service events",
      source: CREATE,
      accepts: [{ isMultiRegionTrail: true }, { isMultiRegionTrail: false, includeGlobalServiceEvents: false }],
      rejects: [{ isMultiRegionTrail: true, includeGlobalServiceEvents: false }],
    },
    "aws.cloudtrail.trail.data-type": {
      type: CLOUDTRAIL_TRAIL,
      each: "eventSelectors.dataResources",
      require: { type: ["AWS::S3::Object", "AWS::Lambda::Function", "AWS::DynamoDB::Table"] },
      must: "Basic selectors log objects of S3, functions and tables of DynamoDB: others require `advancedEventSelectors`.",
      source: DATA,
      accepts: [logged("AWS::S3::Object", "arn:aws:s3:::orders/"), logged("AWS::Lambda::Function", "arn:aws:lambda")],
      rejects: [logged("AWS::S3::Bucket", "arn:aws:s3:::orders/"), logged("AWS::SNS::Topic", "arn:aws:sns")],
    },
    "aws.cloudtrail.trail.data-bucket": {
      type: CLOUDTRAIL_TRAIL,
      each: "eventSelectors.dataResources",
      where: { type: "AWS::S3::Object" },
      require: { values: { every: { matches: /^arn:[\w-]+:s3(?::::[^/*]+\/.*|:::)?$/ } } },
      must: 'A bucket whose objects are logged is given by its ARN with a slash at the end, as "arn:aws:s3:::orders/".',
      awsError: "Value arn:aws:s3:::*/* for DataResources.Values is invalid",
      source: DATA,
      accepts: [
        logged("AWS::S3::Object", "arn:aws:s3:::orders/", "arn:aws:s3:::orders/logs/2026"),
        logged("AWS::S3::Object", "arn:aws:s3"),
        logged("AWS::S3::Object", "arn:aws-us-gov:s3:::"),
      ],
      rejects: [
        logged("AWS::S3::Object", "arn:aws:s3:::orders"),
        logged("AWS::S3::Object", "arn:aws:s3:::*/*"),
        logged("AWS::S3::Object", "orders/"),
      ],
    },
    "aws.cloudtrail.trail.event-category": {
      type: CLOUDTRAIL_TRAIL,
      each: "advancedEventSelectors",
      require: { fieldSelectors: { some: { field: "eventCategory", equals: { minItems: 1 } } } },
      must: "Each selector has a field `eventCategory` with `equals`.",
      source: FIELDS,
      accepts: [selected({ field: "eventCategory", equals: ["Management"] })],
      rejects: [
        selected({ field: "readOnly", equals: ["false"] }),
        selected({ field: "eventCategory", startsWiths: ["Management"] }),
      ],
    },
    "aws.cloudtrail.trail.data-resource-type": {
      type: CLOUDTRAIL_TRAIL,
      each: "advancedEventSelectors",
      where: { fieldSelectors: { some: { field: "eventCategory", equals: { contains: "Data" } } } },
      require: { fieldSelectors: { some: { field: "resources.type", equals: { minItems: 1 } } } },
      must: "A selector of data events has a field `resources.type` with `equals`.",
      source: FIELDS,
      accepts: [
        selected(
          { field: "eventCategory", equals: ["Data"] },
          { field: "resources.type", equals: ["AWS::S3::Object"] },
        ),
        selected({ field: "eventCategory", equals: ["Management"] }),
      ],
      rejects: [selected({ field: "eventCategory", equals: ["Data"] })],
    },
    "aws.cloudtrail.trail.prefix-length": {
      type: CLOUDTRAIL_TRAIL,
      require: { s3KeyPrefix: { maxLength: 200 } },
      must: "`s3KeyPrefix` must have at most 200 characters.",
      source: CREATE,
      accepts: [{ s3BucketName: "x", s3KeyPrefix: "shop" }],
      rejects: [{ s3BucketName: "x", s3KeyPrefix: "x".repeat(201) }],
    },
  },
} satisfies ServiceConstraints;
