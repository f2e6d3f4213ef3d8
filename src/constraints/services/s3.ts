import {
  S3_BUCKET_NOTIFICATION,
  S3_BUCKET_OBJECT_LOCK_CONFIGURATION,
  S3_BUCKET_REPLICATION_CONFIG,
  S3_BUCKET_VERSIONING,
  SNS_TOPIC,
  SQS_QUEUE,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const BUCKET_LOGGING = "aws:s3/bucketLogging:BucketLogging";
const BUCKET_OWNERSHIP_CONTROLS = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const BUCKET_ACL = "aws:s3/bucketAcl:BucketAcl";
const BUCKET_OBJECT = "aws:s3/bucketObject:BucketObject";
const BUCKET_OBJECTV2 = "aws:s3/bucketObjectv2:BucketObjectv2";
const BUCKET_METRIC = "aws:s3/bucketMetric:BucketMetric";
const ANALYTICS_CONFIGURATION = "aws:s3/analyticsConfiguration:AnalyticsConfiguration";

const BUCKET_ACCELERATE_CONFIGURATION = "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration";
const INVENTORY = "aws:s3/inventory:Inventory";
const ACCESS_POINT = "aws:s3/accessPoint:AccessPoint";
const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const WEBSITE = "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration";
const CORS = "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

const API = "https://docs.aws.amazon.com/AmazonS3/latest/API";
const GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

const lifecycle = (...rules: object[]): Record<string, unknown> => ({
  bucket: "logs",
  rules: rules.map((rule, index) => ({ id: `rule-${String(index)}`, status: "Enabled", ...rule })),
});
const replication = (rule: object): Record<string, unknown> => ({
  bucket: "orders",
  role: "arn:aws:iam::111122223333:role/replication",
  rules: [
    {
      id: "all",
      status: "Enabled",
      priority: 1,
      filter: { prefix: "" },
      deleteMarkerReplication: { status: "Disabled" },
      ...rule,
    },
  ],
});
const destination = { bucket: "arn:aws:s3:::copies" };
const cors = (rule: object): Record<string, unknown> => ({ bucket: "site", corsRules: [rule] });
const key = "arn:aws:kms:us-east-1:111122223333:key/x";

const routed = (rule: object): Record<string, unknown> => ({
  bucket: "site",
  indexDocument: { suffix: "index.html" },
  routingRules: [rule],
});

const STORAGE_CLASSES = [
  "STANDARD",
  "REDUCED_REDUNDANCY",
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "GLACIER",
  "DEEP_ARCHIVE",
  "OUTPOSTS",
  "GLACIER_IR",
  "SNOW",
  "EXPRESS_ONEZONE",
  "FSX_OPENZFS",
  "FSX_ONTAP",
  "AWS_BACKUP_WARM",
  "AWS_BACKUP_LOW_COST_WARM",
];
/** What a bucket notifies of. */
const EVENT =
  /^s3:(?:ObjectCreated|ObjectRemoved|ObjectRestore|ObjectTagging|ObjectAnnotation|ObjectRetention|LifecycleExpiration):(?:\*|[A-Za-z]+)$|^s3:(?:TestEvent|ReducedRedundancyLostObject|ObjectAcl:Put|LifecycleTransition|IntelligentTiering|Replication:(?:\*|Operation[A-Za-z]+))$/;
/** A day, or its midnight; a time of another zone is not read. */
const MIDNIGHT = /^\d{4}-\d\d-\d\d(?:T(?:00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:00)?|.*[+-](?!00:00)\d\d:?\d\d))?$/;

const LIFECYCLE_ORDER =
  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html";

export default {
  date: "2026-11-29",
  constraints: {
    "aws.s3.bucket-lifecycle-configuration.action": {
      type: LIFECYCLE,
      each: "rules",
      require: {
        atLeastOne: [
          "expiration",
          "transitions",
          "noncurrentVersionExpiration",
          "noncurrentVersionTransitions",
          "abortIncompleteMultipartUpload",
        ],
      },
      must: "A rule does something: set `expiration`, `transitions` or another action.",
      source: `${API}/API_LifecycleRule.html`,
      accepts: [
        lifecycle({ expiration: { days: 30 } }),
        lifecycle({ abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
      ],
      rejects: [lifecycle({ filter: { prefix: "logs/" } })],
    },
    "aws.s3.bucket-lifecycle-configuration.one-expiration": {
      type: LIFECYCLE,
      each: "rules",
      require: { atMostOne: ["expiration.date", "expiration.days"] },
      must: "Objects expire on a date or after a number of days: leave out `expiration.date` or `expiration.days`.",
      source: `${API}/API_LifecycleExpiration.html`,
      accepts: [lifecycle({ expiration: { date: "2027-01-01T00:00:00Z" } })],
      rejects: [lifecycle({ expiration: { date: "2027-01-01T00:00:00Z", days: 30 } })],
    },
    "aws.s3.bucket-lifecycle-configuration.delete-marker-alone": {
      type: LIFECYCLE,
      each: "rules",
      where: { "expiration.expiredObjectDeleteMarker": true },
      require: { "expiration.days": { max: 0 }, "expiration.date": { present: false } },
      must: "Expired delete markers are removed without days and date: leave out `expiration.days` and `expiration.date`.",
      source: `${API}/API_LifecycleExpiration.html`,
      accepts: [lifecycle({ expiration: { expiredObjectDeleteMarker: true } })],
      rejects: [lifecycle({ expiration: { expiredObjectDeleteMarker: true, days: 30 } })],
    },
    "aws.s3.bucket-lifecycle-configuration.infrequent-access-days": {
      type: LIFECYCLE,
      each: "rules.transitions",
      where: { storageClass: ["STANDARD_IA", "ONEZONE_IA"] },
      require: { days: { min: 30 } },
      must: "Objects move to infrequent access after 30 days at the earliest.",
      source: `${GUIDE}/lifecycle-transition-general-considerations.html`,
      accepts: [
        lifecycle({ transitions: [{ days: 30, storageClass: "STANDARD_IA" }] }),
        lifecycle({ transitions: [{ days: 1, storageClass: "GLACIER" }] }),
      ],
      rejects: [lifecycle({ transitions: [{ days: 7, storageClass: "STANDARD_IA" }] })],
    },
    "aws.s3.bucket-lifecycle-configuration.noncurrent-infrequent-access-days": {
      type: LIFECYCLE,
      each: "rules.noncurrentVersionTransitions",
      where: { storageClass: ["STANDARD_IA", "ONEZONE_IA"] },
      require: { noncurrentDays: { min: 30 } },
      must: "Older versions move to infrequent access after 30 days at the earliest.",
      source: `${GUIDE}/lifecycle-transition-general-considerations.html`,
      accepts: [lifecycle({ noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: "STANDARD_IA" }] })],
      rejects: [lifecycle({ noncurrentVersionTransitions: [{ noncurrentDays: 7, storageClass: "STANDARD_IA" }] })],
    },
    "aws.s3.bucket-lifecycle-configuration.expiration-after-transition": {
      type: LIFECYCLE,
      each: "rules",
      where: { "expiration.days": { above: 0 } },
      require: { transitions: { none: { days: { min: { property: "../expiration.days" } } } } },
      must: "Objects move before they expire: `expiration.days` must be greater than the days of each transition.",
      source: `${GUIDE}/lifecycle-configuration-examples.html`,
      accepts: [lifecycle({ transitions: [{ days: 30, storageClass: "STANDARD_IA" }], expiration: { days: 60 } })],
      rejects: [
        lifecycle({ transitions: [{ days: 90, storageClass: "GLACIER" }], expiration: { days: 60 } }),
        lifecycle({
          transitions: [
            { days: 30, storageClass: "STANDARD_IA" },
            { days: 60, storageClass: "GLACIER" },
          ],
          expiration: { days: 60 },
        }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.noncurrent-expiration-after-transition": {
      type: LIFECYCLE,
      each: "rules",
      where: { "noncurrentVersionExpiration.noncurrentDays": { above: 0 } },
      require: {
        noncurrentVersionTransitions: {
          none: { noncurrentDays: { min: { property: "../noncurrentVersionExpiration.noncurrentDays" } } },
        },
      },
      must: "Older versions move before they expire: they must expire more days later than each transition.",
      source: `${GUIDE}/lifecycle-configuration-examples.html`,
      accepts: [
        lifecycle({
          noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: "STANDARD_IA" }],
          noncurrentVersionExpiration: { noncurrentDays: 90 },
        }),
      ],
      rejects: [
        lifecycle({
          noncurrentVersionTransitions: [{ noncurrentDays: 90, storageClass: "GLACIER" }],
          noncurrentVersionExpiration: { noncurrentDays: 60 },
        }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.days-or-dates": {
      type: LIFECYCLE,
      each: "rules",
      where: { "expiration.date": { present: true } },
      require: { transitions: { none: { days: { present: true } } } },
      must: "A rule counts in days or in dates, not in both.",
      source: `${API}/API_LifecycleRule.html`,
      accepts: [
        lifecycle({
          transitions: [{ date: "2026-12-01T00:00:00Z", storageClass: "GLACIER" }],
          expiration: { date: "2027-12-01T00:00:00Z" },
        }),
      ],
      rejects: [
        lifecycle({
          transitions: [{ days: 30, storageClass: "GLACIER" }],
          expiration: { date: "2027-12-01T00:00:00Z" },
        }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.ids-differ": {
      type: LIFECYCLE,
      require: { rules: { uniqueBy: "id" } },
      must: "Each rule must have an id of its own.",
      source: `${API}/API_LifecycleRule.html`,
      accepts: [lifecycle({ expiration: { days: 30 } }, { expiration: { days: 60 }, filter: { prefix: "tmp/" } })],
      rejects: [
        lifecycle(
          { id: "old", expiration: { days: 30 } },
          { id: "old", expiration: { days: 60 }, filter: { prefix: "tmp/" } },
        ),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.id-length": {
      type: LIFECYCLE,
      each: "rules",
      require: { id: { maxLength: 255 } },
      must: "The id of a rule must have at most 255 characters.",
      source: `${API}/API_LifecycleRule.html`,
      accepts: [lifecycle({ expiration: { days: 30 } })],
      rejects: [lifecycle({ id: "x".repeat(256), expiration: { days: 30 } })],
    },
    "aws.s3.bucket-lifecycle-configuration.abort-without-tags": {
      type: LIFECYCLE,
      each: "rules",
      where: [
        { "filter.tag": { present: true } },
        { "filter.objectSizeGreaterThan": { above: 0 } },
        { "filter.objectSizeLessThan": { above: 0 } },
        { "filter.and.tags": { present: true } },
        { "filter.and.objectSizeGreaterThan": { above: 0 } },
        { "filter.and.objectSizeLessThan": { above: 0 } },
      ],
      require: { abortIncompleteMultipartUpload: { present: false } },
      must: "Uploads that are not complete have no tags and no size: put `abortIncompleteMultipartUpload` into a rule of its own.",
      source: `${API}/API_LifecycleRule.html`,
      accepts: [
        lifecycle({ filter: { prefix: "tmp/" }, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }),
        lifecycle({ filter: { tag: { key: "kind", value: "tmp" } }, expiration: { days: 7 } }),
      ],
      rejects: [
        lifecycle({
          filter: { tag: { key: "kind", value: "tmp" } },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        }),
        lifecycle({
          filter: { and: { prefix: "tmp/", tags: { kind: "tmp" } } },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.delete-marker-without-tags": {
      type: LIFECYCLE,
      each: "rules",
      where: [{ "filter.tag": { present: true } }, { "filter.and.tags": { present: true } }],
      require: { "expiration.expiredObjectDeleteMarker": { not: true } },
      must: "Delete markers have no tags: leave out the tags or `expiration.expiredObjectDeleteMarker`.",
      source: `${API}/API_LifecycleRule.html`,
      accepts: [lifecycle({ filter: { tag: { key: "kind", value: "tmp" } }, expiration: { days: 7 } })],
      rejects: [
        lifecycle({ filter: { tag: { key: "kind", value: "tmp" } }, expiration: { expiredObjectDeleteMarker: true } }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.midnight": {
      type: LIFECYCLE,
      each: "rules",
      require: {
        "expiration.date": { matches: MIDNIGHT },
        transitions: { none: { date: { not: { matches: MIDNIGHT } } } },
      },
      must: 'A date is a midnight of UTC, such as "2027-01-01T00:00:00Z".',
      awsError: "'Date' must be at midnight GMT",
      source: `${API}/API_LifecycleExpiration.html`,
      accepts: [
        lifecycle({ expiration: { date: "2027-01-01T00:00:00Z" } }),
        lifecycle({ transitions: [{ date: "2027-01-01T00:00:00.000Z", storageClass: "GLACIER" }] }),
        lifecycle({ expiration: { date: "2027-01-01T02:00:00+02:00" } }),
      ],
      rejects: [
        lifecycle({ expiration: { date: "2027-01-01T12:00:00Z" } }),
        lifecycle({ transitions: [{ date: "2027-01-01T08:30:00Z", storageClass: "GLACIER" }] }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.newer-versions-moved": {
      type: LIFECYCLE,
      each: "rules.noncurrentVersionTransitions",
      require: { newerNoncurrentVersions: { min: 1, max: 100 } },
      must: "`newerNoncurrentVersions` must be from 1 to 100.",
      source: `${API}/API_NoncurrentVersionTransition.html`,
      accepts: [
        lifecycle({
          noncurrentVersionTransitions: [{ noncurrentDays: 30, newerNoncurrentVersions: 3, storageClass: "GLACIER" }],
        }),
      ],
      rejects: [
        lifecycle({
          noncurrentVersionTransitions: [{ noncurrentDays: 30, newerNoncurrentVersions: 101, storageClass: "GLACIER" }],
        }),
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.transition-class": {
      type: LIFECYCLE,
      each: "rules.transitions",
      require: { storageClass: { not: "STANDARD" } },
      must: 'Objects cannot move back to "STANDARD".',
      source: `${API}/API_Transition.html`,
      accepts: [lifecycle({ transitions: [{ days: 30, storageClass: "INTELLIGENT_TIERING" }] })],
      rejects: [lifecycle({ transitions: [{ days: 30, storageClass: "STANDARD" }] })],
    },
    "aws.s3.bucket-replication-config.tagged-delete-markers": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      where: [{ "filter.tag": { present: true } }, { "filter.and.tags": { present: true } }],
      require: { "deleteMarkerReplication.status": { not: "Enabled" } },
      must: 'Delete markers have no tags: set `deleteMarkerReplication: { status: "Disabled" }` beside a filter with tags.',
      awsError: "Delete marker replication is not supported if any Tag filter is specified",
      source: `${API}/API_DeleteMarkerReplication.html`,
      accepts: [
        replication({ destination, filter: { tag: { key: "copy", value: "yes" } } }),
        replication({ destination, filter: { prefix: "a/" }, deleteMarkerReplication: { status: "Enabled" } }),
      ],
      rejects: [
        replication({
          destination,
          filter: { tag: { key: "copy", value: "yes" } },
          deleteMarkerReplication: { status: "Enabled" },
        }),
        replication({
          destination,
          filter: { and: { prefix: "a/", tags: { copy: "yes" } } },
          deleteMarkerReplication: { status: "Enabled" },
        }),
      ],
    },
    "aws.s3.bucket-replication-config.one-filter": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      require: { atMostOne: ["filter.prefix", "filter.tag", "filter.and"] },
      must: "A filter has one condition, or several in `filter.and`.",
      source: `${API}/API_ReplicationRuleFilter.html`,
      accepts: [
        replication({ destination, filter: { and: { prefix: "a/", tags: { copy: "yes" } } } }),
        replication({ destination, filter: { prefix: "", tag: { key: "copy", value: "yes" } } }),
      ],
      rejects: [replication({ destination, filter: { prefix: "a/", tag: { key: "copy", value: "yes" } } })],
    },
    "aws.s3.bucket-replication-config.priorities-differ": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      require: { rules: { uniqueBy: "priority" } },
      must: "Each replication rule must have a priority of its own.",
      source: `${API}/API_ReplicationRule.html`,
      accepts: [replication({ destination })],
      rejects: [
        {
          bucket: "orders",
          role: "arn:aws:iam::111122223333:role/replication",
          rules: ["a", "b"].map((prefix) => ({
            id: prefix,
            status: "Enabled",
            priority: 1,
            filter: { prefix },
            deleteMarkerReplication: { status: "Disabled" },
            destination,
          })),
        },
      ],
    },
    "aws.s3.bucket-replication-config.time-control-metrics": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      where: { "destination.replicationTime.status": "Enabled" },
      require: { "destination.metrics.status": "Enabled", "destination.metrics": { present: true } },
      must: 'Replication in a fixed time requires `destination: { metrics: { status: "Enabled" } }`.',
      source: `${API}/API_Destination.html`,
      accepts: [
        replication({
          destination: {
            ...destination,
            replicationTime: { status: "Enabled", time: { minutes: 15 } },
            metrics: { status: "Enabled", eventThreshold: { minutes: 15 } },
          },
        }),
      ],
      rejects: [
        replication({ destination: { ...destination, replicationTime: { status: "Enabled", time: { minutes: 15 } } } }),
      ],
    },
    "aws.s3.bucket-replication-config.time-control-minutes": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      require: { "destination.replicationTime.time.minutes": 15 },
      must: "The fixed time of replication must be 15 minutes.",
      source: `${API}/API_ReplicationTimeValue.html`,
      accepts: [replication({ destination })],
      rejects: [
        replication({
          destination: {
            ...destination,
            replicationTime: { status: "Enabled", time: { minutes: 5 } },
            metrics: { status: "Enabled" },
          },
        }),
      ],
    },
    "aws.s3.bucket-replication-config.owner-account": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      where: { "destination.accessControlTranslation": { present: true } },
      require: { "destination.account": { present: true } },
      must: "A new owner of the copies requires `destination.account`.",
      source: `${API}/API_Destination.html`,
      accepts: [
        replication({
          destination: { ...destination, account: "111122223333", accessControlTranslation: { owner: "Destination" } },
        }),
      ],
      rejects: [replication({ destination: { ...destination, accessControlTranslation: { owner: "Destination" } } })],
    },
    "aws.s3.bucket-replication-config.encrypted-objects": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      where: { "destination.encryptionConfiguration.replicaKmsKeyId": { present: true } },
      require: {
        "sourceSelectionCriteria.sseKmsEncryptedObjects.status": "Enabled",
        sourceSelectionCriteria: { present: true },
      },
      must: 'A key for copies requires `sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } }`.',
      source: `${API}/API_ReplicationRule.html`,
      accepts: [
        replication({
          destination: { ...destination, encryptionConfiguration: { replicaKmsKeyId: key } },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        }),
      ],
      rejects: [replication({ destination: { ...destination, encryptionConfiguration: { replicaKmsKeyId: key } } })],
    },
    "aws.s3.bucket-replication-config.replica-key": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      where: { "sourceSelectionCriteria.sseKmsEncryptedObjects.status": "Enabled" },
      require: { "destination.encryptionConfiguration.replicaKmsKeyId": { present: true } },
      must: "Copies of encrypted objects require a key in `destination.encryptionConfiguration.replicaKmsKeyId`.",
      source: `${API}/API_ReplicationRule.html`,
      accepts: [
        replication({ destination, sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Disabled" } } }),
      ],
      rejects: [
        replication({ destination, sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } } }),
      ],
    },
    "aws.s3.bucket-website-configuration.redirect-alone": {
      type: WEBSITE,
      when: { redirectAllRequestsTo: { present: true } },
      require: {
        indexDocument: { present: false },
        errorDocument: { present: false },
        routingRules: { present: false },
        routingRuleDetails: { present: false },
      },
      must: "A website that redirects all requests has no pages: leave out `indexDocument`, `errorDocument` and `routingRules`.",
      source: `${API}/API_WebsiteConfiguration.html`,
      accepts: [
        { bucket: "site", redirectAllRequestsTo: { hostName: "example.com" } },
        { bucket: "site", indexDocument: { suffix: "index.html" } },
      ],
      rejects: [
        { bucket: "site", redirectAllRequestsTo: { hostName: "example.com" }, indexDocument: { suffix: "index.html" } },
      ],
    },
    "aws.s3.bucket-website-configuration.index-or-redirect": {
      type: WEBSITE,
      require: { atLeastOne: ["indexDocument", "redirectAllRequestsTo"] },
      must: "A website requires `indexDocument` or `redirectAllRequestsTo`.",
      source: `${API}/API_WebsiteConfiguration.html`,
      accepts: [{ bucket: "site", indexDocument: { suffix: "index.html" } }],
      rejects: [{ bucket: "site", errorDocument: { key: "error.html" } }],
    },
    "aws.s3.bucket-website-configuration.index-suffix": {
      type: WEBSITE,
      require: { "indexDocument.suffix": { not: { matches: /\// } } },
      must: 'The index document must be a name in each folder, such as "index.html", without a slash.',
      source: `${API}/API_IndexDocument.html`,
      accepts: [{ bucket: "site", indexDocument: { suffix: "index.html" } }],
      rejects: [{ bucket: "site", indexDocument: { suffix: "/index.html" } }],
    },
    "aws.s3.bucket-website-configuration.routing-condition": {
      type: WEBSITE,
      each: "routingRules",
      where: { condition: { present: true } },
      require: { atLeastOne: ["condition.httpErrorCodeReturnedEquals", "condition.keyPrefixEquals"] },
      must: "A condition requires `httpErrorCodeReturnedEquals` or `keyPrefixEquals`.",
      source: `${API}/API_Condition.html`,
      accepts: [
        routed({ redirect: { hostName: "example.com" } }),
        routed({ condition: { keyPrefixEquals: "a/" }, redirect: { replaceKeyWith: "b" } }),
      ],
      rejects: [routed({ condition: { keyPrefixEquals: "" }, redirect: { hostName: "example.com" } })],
    },
    "aws.s3.bucket-website-configuration.redirect-code": {
      type: WEBSITE,
      each: "routingRules",
      require: { "redirect.httpRedirectCode": { matches: /^3(?!00)\d\d$/ } },
      must: 'The code of a redirect is one such as "301", and not 300.',
      awsError: "The provided HTTP redirect code (200) is not valid. Valid codes are 3XX except 300",
      source: `${API}/API_Redirect.html`,
      accepts: [routed({ redirect: { hostName: "example.com", httpRedirectCode: "301" } })],
      rejects: [
        routed({ redirect: { hostName: "example.com", httpRedirectCode: "200" } }),
        routed({ redirect: { hostName: "example.com", httpRedirectCode: "300" } }),
      ],
    },
    "aws.s3.bucket-website-configuration.error-code": {
      type: WEBSITE,
      each: "routingRules",
      require: { "condition.httpErrorCodeReturnedEquals": { matches: /^[45]\d\d$/ } },
      must: 'The code of an error is one such as "404".',
      awsError: "The provided HTTP error code (302) is not valid. Valid codes are 4XX or 5XX",
      source: `${API}/API_Condition.html`,
      accepts: [routed({ condition: { httpErrorCodeReturnedEquals: "404" }, redirect: { replaceKeyWith: "b" } })],
      rejects: [routed({ condition: { httpErrorCodeReturnedEquals: "302" }, redirect: { replaceKeyWith: "b" } })],
    },
    "aws.s3.bucket-website-configuration.protocol": {
      type: WEBSITE,
      require: { "redirectAllRequestsTo.protocol": ["http", "https"] },
      must: 'The protocol must be "http" or "https".',
      source: `${API}/API_RedirectAllRequestsTo.html`,
      accepts: [{ bucket: "site", redirectAllRequestsTo: { hostName: "example.com", protocol: "https" } }],
      rejects: [{ bucket: "site", redirectAllRequestsTo: { hostName: "example.com", protocol: "HTTPS" } }],
    },
    "aws.s3.bucket-cors-configuration.methods": {
      type: CORS,
      each: "corsRules",
      require: { allowedMethods: { every: ["GET", "PUT", "HEAD", "POST", "DELETE"] } },
      must: 'The methods must be "GET", "PUT", "HEAD", "POST" and "DELETE": OPTIONS is always answered.',
      source: `${API}/API_CORSRule.html`,
      accepts: [cors({ allowedMethods: ["GET", "HEAD"], allowedOrigins: ["*"] })],
      rejects: [
        cors({ allowedMethods: ["GET", "OPTIONS"], allowedOrigins: ["*"] }),
        cors({ allowedMethods: ["*"], allowedOrigins: ["*"] }),
      ],
    },
    "aws.s3.bucket-cors-configuration.one-asterisk": {
      type: CORS,
      each: "corsRules",
      require: {
        allowedOrigins: { every: { not: { matches: /\*[^*]*\*/ } } },
        allowedHeaders: { every: { not: { matches: /\*[^*]*\*/ } } },
      },
      must: "An origin or header must have at most one asterisk.",
      source: `${API}/API_CORSRule.html`,
      accepts: [cors({ allowedMethods: ["GET"], allowedOrigins: ["https://*.example.com"], allowedHeaders: ["*"] })],
      rejects: [cors({ allowedMethods: ["GET"], allowedOrigins: ["*://*.example.com"] })],
    },
    "aws.s3.bucket-cors-configuration.exposed-headers": {
      type: CORS,
      each: "corsRules",
      require: { exposeHeaders: { every: { not: { matches: /\*/ } } } },
      must: 'Exposed headers are named one by one, such as "ETag".',
      awsError: 'ExposeHeader "*" contains wildcard. We currently do not support wildcard for ExposeHeader',
      source: `${API}/API_CORSRule.html`,
      accepts: [
        cors({ allowedMethods: ["GET"], allowedOrigins: ["*"], allowedHeaders: ["*"], exposeHeaders: ["ETag"] }),
      ],
      rejects: [
        cors({ allowedMethods: ["GET"], allowedOrigins: ["*"], exposeHeaders: ["*"] }),
        cors({ allowedMethods: ["GET"], allowedOrigins: ["*"], exposeHeaders: ["ETag", "x-amz-meta-*"] }),
      ],
    },
    "aws.s3.bucket-object-lock-configuration.days-or-years": {
      type: S3_BUCKET_OBJECT_LOCK_CONFIGURATION,
      when: { "rule.defaultRetention": { present: true } },
      require: { exactlyOne: ["rule.defaultRetention.days", "rule.defaultRetention.years"] },
      must: "Objects are kept for days or years: set `rule.defaultRetention.days` or `rule.defaultRetention.years`.",
      source: `${API}/API_DefaultRetention.html`,
      accepts: [{ bucket: "audit", rule: { defaultRetention: { mode: "COMPLIANCE", years: 7 } } }, { bucket: "audit" }],
      rejects: [
        { bucket: "audit", rule: { defaultRetention: { mode: "COMPLIANCE" } } },
        { bucket: "audit", rule: { defaultRetention: { mode: "COMPLIANCE", days: 30, years: 7 } } },
      ],
    },
    "aws.s3.bucket-server-side-encryption-configuration.key-needs-kms": {
      type: ENCRYPTION,
      each: "rules",
      where: { "applyServerSideEncryptionByDefault.sseAlgorithm": "AES256" },
      require: { "applyServerSideEncryptionByDefault.kmsMasterKeyId": { present: false } },
      must: 'A key of your own requires `sseAlgorithm: "aws:kms"`.',
      source: `${API}/API_ServerSideEncryptionByDefault.html`,
      accepts: [
        {
          bucket: "orders",
          rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key } }],
        },
        { bucket: "orders", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      ],
      rejects: [
        {
          bucket: "orders",
          rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256", kmsMasterKeyId: key } }],
        },
      ],
    },
    "aws.s3.bucket-intelligent-tiering-configuration.archive-access": {
      type: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
      each: "tierings",
      where: { accessTier: "ARCHIVE_ACCESS" },
      require: { days: { min: 90, max: 730 } },
      must: "Objects move to ARCHIVE_ACCESS after at least 90 days.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html",
      accepts: [{ tierings: [{ accessTier: "ARCHIVE_ACCESS", days: 90 }] }],
      rejects: [{ tierings: [{ accessTier: "ARCHIVE_ACCESS", days: 89 }] }],
    },
    "aws.s3.bucket-intelligent-tiering-configuration.deep-archive-access": {
      type: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
      each: "tierings",
      where: { accessTier: "DEEP_ARCHIVE_ACCESS" },
      require: { days: { min: 180, max: 730 } },
      must: "Objects move to DEEP_ARCHIVE_ACCESS after at least 180 days.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html",
      accepts: [{ tierings: [{ accessTier: "DEEP_ARCHIVE_ACCESS", days: 180 }] }],
      rejects: [{ tierings: [{ accessTier: "DEEP_ARCHIVE_ACCESS", days: 179 }] }],
    },
    "aws.s3.bucket-lifecycle-configuration.infrequent-before-archive": {
      type: LIFECYCLE,
      each: "rules.transitions",
      where: { storageClass: ["STANDARD_IA", "ONEZONE_IA"], days: { min: 0 } },
      require: {
        "../transitions": {
          none: { storageClass: ["GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"], days: { max: { property: "../days" } } },
        },
      },
      must: "Objects move to colder classes only: the colder class must come after more days.",
      source: LIFECYCLE_ORDER,
      accepts: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              transitions: [
                { days: 60, storageClass: "STANDARD_IA" },
                { days: 180, storageClass: "DEEP_ARCHIVE" },
              ],
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              transitions: [
                { days: 200, storageClass: "STANDARD_IA" },
                { days: 180, storageClass: "DEEP_ARCHIVE" },
              ],
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.instant-before-archive": {
      type: LIFECYCLE,
      each: "rules.transitions",
      where: { storageClass: "GLACIER_IR", days: { min: 0 } },
      require: {
        "../transitions": {
          none: { storageClass: ["GLACIER", "DEEP_ARCHIVE"], days: { max: { property: "../days" } } },
        },
      },
      must: "Objects move to colder classes only: the colder class must come after more days.",
      source: LIFECYCLE_ORDER,
      accepts: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              transitions: [
                { days: 60, storageClass: "GLACIER_IR" },
                { days: 180, storageClass: "DEEP_ARCHIVE" },
              ],
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              transitions: [
                { days: 200, storageClass: "GLACIER_IR" },
                { days: 180, storageClass: "DEEP_ARCHIVE" },
              ],
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.archive-before-deep-archive": {
      type: LIFECYCLE,
      each: "rules.transitions",
      where: { storageClass: "GLACIER", days: { min: 0 } },
      require: { "../transitions": { none: { storageClass: "DEEP_ARCHIVE", days: { max: { property: "../days" } } } } },
      must: "Objects move to colder classes only: the colder class must come after more days.",
      source: LIFECYCLE_ORDER,
      accepts: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              transitions: [
                { days: 60, storageClass: "GLACIER" },
                { days: 180, storageClass: "DEEP_ARCHIVE" },
              ],
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              transitions: [
                { days: 200, storageClass: "GLACIER" },
                { days: 180, storageClass: "DEEP_ARCHIVE" },
              ],
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.noncurrent-transition-days": {
      type: LIFECYCLE,
      each: "rules.noncurrentVersionTransitions",
      require: { noncurrentDays: { present: true } },
      must: "A transition of old versions requires `noncurrentDays`.",
      source: LIFECYCLE_ORDER,
      accepts: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: {},
              noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: "STANDARD_IA" }],
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [
            { id: "x", status: "Enabled", filter: {}, noncurrentVersionTransitions: [{ storageClass: "STANDARD_IA" }] },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.one-filter": {
      type: LIFECYCLE,
      each: "rules",
      require: {
        atMostOne: [
          "filter.prefix",
          "filter.tag",
          "filter.and",
          "filter.objectSizeGreaterThan",
          "filter.objectSizeLessThan",
        ],
      },
      must: "A filter has one condition, or several in `filter.and`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRuleFilter.html",
      accepts: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: { and: { prefix: "a/", tags: { kind: "tmp" } } },
              expiration: { days: 3 },
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: { prefix: "a/", tag: { key: "kind", value: "tmp" } },
              expiration: { days: 3 },
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.filter-or-prefix": {
      type: LIFECYCLE,
      each: "rules",
      when: { rules: { minItems: 1 } },
      require: { atMostOne: ["filter.prefix", "prefix"] },
      must: "A rule has one prefix: leave out `prefix` beside `filter`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html",
      accepts: [
        { bucket: "x", rules: [{ id: "x", status: "Enabled", filter: { prefix: "a/" }, expiration: { days: 3 } }] },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [{ id: "x", status: "Enabled", prefix: "a/", filter: { prefix: "a/" }, expiration: { days: 3 } }],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.size-range": {
      type: LIFECYCLE,
      each: "rules",
      require: { "filter.and.objectSizeGreaterThan": { below: { property: "filter.and.objectSizeLessThan" } } },
      must: "`objectSizeGreaterThan` must be below `objectSizeLessThan`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRuleAndOperator.html",
      accepts: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: { and: { objectSizeGreaterThan: 10, objectSizeLessThan: 20 } },
              expiration: { days: 3 },
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          rules: [
            {
              id: "x",
              status: "Enabled",
              filter: { and: { objectSizeGreaterThan: 30, objectSizeLessThan: 20 } },
              expiration: { days: 3 },
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-website-configuration.routing-host": {
      type: WEBSITE,
      each: "routingRules",
      require: { atMostOne: ["redirect.replaceKeyPrefixWith", "redirect.replaceKeyWith"] },
      must: "A redirect replaces the key or its prefix: leave out one of the two.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Redirect.html",
      accepts: [
        {
          bucket: "x",
          indexDocument: { suffix: "index.html" },
          routingRules: [{ condition: { keyPrefixEquals: "a/" }, redirect: { replaceKeyPrefixWith: "b/" } }],
        },
      ],
      rejects: [
        {
          bucket: "x",
          indexDocument: { suffix: "index.html" },
          routingRules: [
            { condition: { keyPrefixEquals: "a/" }, redirect: { replaceKeyPrefixWith: "b/", replaceKeyWith: "c" } },
          ],
        },
      ],
    },
    "aws.s3.inventory.one-encryption": {
      type: INVENTORY,
      require: { atMostOne: ["destination.bucket.encryption.sseKms", "destination.bucket.encryption.sseS3"] },
      must: "An inventory has one encryption: leave out `sseKms` or `sseS3`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryEncryption.html",
      accepts: [
        {
          bucket: "x",
          includedObjectVersions: "All",
          schedule: { frequency: "Daily" },
          destination: {
            bucket: { bucketArn: "arn:aws:s3:::y", format: "CSV", encryption: { sseKms: { keyId: "x" } } },
          },
        },
      ],
      rejects: [
        {
          bucket: "x",
          includedObjectVersions: "All",
          schedule: { frequency: "Daily" },
          destination: {
            bucket: {
              bucketArn: "arn:aws:s3:::y",
              format: "CSV",
              encryption: { sseKms: { keyId: "x" }, sseS3: { enabled: true } },
            },
          },
        },
      ],
    },
    "aws.s3.access-point.name": {
      type: ACCESS_POINT,
      require: { name: { matches: /^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$/, not: { matches: /-s3alias$/ } } },
      must: "The name of an access point has 3 to 50 small letters, digits and dashes, with no dash at either end.",
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html",
      accepts: [{ bucket: "x", name: "orders-read" }],
      rejects: [
        { bucket: "x", name: "Orders_read" },
        { bucket: "x", name: "orders-s3alias" },
      ],
    },
    "aws.s3.bucket-notification.fifo": {
      type: S3_BUCKET_NOTIFICATION,
      each: "queues",
      require: { queueArn: { not: { endsWith: ".fifo" } } },
      must: "A bucket does not notify FIFO queues: name a standard one.",
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
      accepts: [
        { bucket: "x", queues: [{ queueArn: "arn:aws:sqs:us-east-1:111122223333:x", events: ["s3:ObjectCreated:*"] }] },
      ],
      rejects: [
        {
          bucket: "x",
          queues: [{ queueArn: "arn:aws:sqs:us-east-1:111122223333:x.fifo", events: ["s3:ObjectCreated:*"] }],
        },
      ],
    },
    "aws.s3.bucket-notification.queue-events": {
      type: S3_BUCKET_NOTIFICATION,
      each: "queues",
      require: {
        events: { every: { matches: EVENT } },
      },
      must: 'Events are those of S3, such as "s3:ObjectCreated:*".',
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
      accepts: [
        {
          bucket: "x",
          queues: [
            {
              queueArn: "arn:aws:sqs:us-east-1:111122223333:x",
              events: ["s3:ObjectCreated:*", "s3:ObjectRetention:Put"],
            },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          queues: [{ queueArn: "arn:aws:sqs:us-east-1:111122223333:x", events: ["s3:ObjectUploaded:*"] }],
        },
      ],
    },
    "aws.s3.bucket-notification.topic-events": {
      type: S3_BUCKET_NOTIFICATION,
      each: "topics",
      require: {
        events: { every: { matches: EVENT } },
      },
      must: 'Events are those of S3, such as "s3:ObjectCreated:*".',
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
      accepts: [
        { bucket: "x", topics: [{ topicArn: "arn:aws:sns:us-east-1:111122223333:x", events: ["s3:ObjectCreated:*"] }] },
      ],
      rejects: [
        {
          bucket: "x",
          topics: [{ topicArn: "arn:aws:sns:us-east-1:111122223333:x", events: ["s3:ObjectUploaded:*"] }],
        },
      ],
    },
    "aws.s3.bucket-notification.function-events": {
      type: S3_BUCKET_NOTIFICATION,
      each: "lambdaFunctions",
      require: {
        events: { every: { matches: EVENT } },
      },
      must: 'Events are those of S3, such as "s3:ObjectCreated:*".',
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
      accepts: [
        {
          bucket: "x",
          lambdaFunctions: [
            { lambdaFunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:x", events: ["s3:ObjectCreated:*"] },
          ],
        },
      ],
      rejects: [
        {
          bucket: "x",
          lambdaFunctions: [
            { lambdaFunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:x", events: ["s3:ObjectUploaded:*"] },
          ],
        },
      ],
    },
    "aws.s3.bucket-accelerate-configuration.dots": {
      type: BUCKET_ACCELERATE_CONFIGURATION,
      require: { bucket: { not: { matches: /[.]/ } } },
      must: "A bucket whose name has dots cannot be accelerated.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html",
      accepts: [{ bucket: "orders-shop", status: "Enabled" }],
      rejects: [{ bucket: "orders.shop", status: "Enabled" }],
    },
    "aws.s3.bucket-lifecycle-configuration.status": {
      type: LIFECYCLE,
      each: "rules",
      require: { status: ["Enabled", "Disabled"] },
      must: '`status` must be "Enabled" or "Disabled".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html",
      accepts: [{ rules: [{ id: "all", filter: { prefix: "logs/" }, expiration: { days: 30 }, status: "Enabled" }] }],
      rejects: [{ rules: [{ id: "all", filter: { prefix: "logs/" }, expiration: { days: 30 }, status: "enabled" }] }],
    },
    "aws.s3.bucket-lifecycle-configuration.upload-days": {
      type: LIFECYCLE,
      each: "rules",
      require: { "abortIncompleteMultipartUpload.daysAfterInitiation": { min: 1 } },
      must: "`daysAfterInitiation` must be at least 1.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortIncompleteMultipartUpload.html",
      accepts: [
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
            },
          ],
        },
      ],
      rejects: [
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              abortIncompleteMultipartUpload: { daysAfterInitiation: 0 },
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.newer-versions": {
      type: LIFECYCLE,
      each: "rules",
      require: { "noncurrentVersionExpiration.newerNoncurrentVersions": { min: 1, max: 100 } },
      must: "`newerNoncurrentVersions` must be from 1 to 100.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html",
      accepts: [
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              noncurrentVersionExpiration: { noncurrentDays: 30, newerNoncurrentVersions: 100 },
            },
          ],
        },
      ],
      rejects: [
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              noncurrentVersionExpiration: { noncurrentDays: 30, newerNoncurrentVersions: 101 },
            },
          ],
        },
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              noncurrentVersionExpiration: { noncurrentDays: 30, newerNoncurrentVersions: 0 },
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.smallest-object": {
      type: LIFECYCLE,
      require: { transitionDefaultMinimumObjectSize: ["all_storage_classes_128K", "varies_by_storage_class"] },
      must: '`transitionDefaultMinimumObjectSize` must be "all_storage_classes_128K" or "varies_by_storage_class".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html",
      accepts: [
        {
          rules: [{ id: "all", status: "Enabled", filter: { prefix: "logs/" }, expiration: { days: 30 } }],
          transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
        },
      ],
      rejects: [
        {
          rules: [{ id: "all", status: "Enabled", filter: { prefix: "logs/" }, expiration: { days: 30 } }],
          transitionDefaultMinimumObjectSize: "128K",
        },
      ],
    },
    "aws.s3.bucket-lifecycle-configuration.days-count": {
      type: LIFECYCLE,
      each: "rules",
      require: { "expiration.days": { min: 0 }, "noncurrentVersionExpiration.noncurrentDays": { min: 1 } },
      must: "Noncurrent versions are kept for at least one day.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html",
      accepts: [
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              expiration: { days: 1 },
              noncurrentVersionExpiration: { noncurrentDays: 1 },
            },
          ],
        },
      ],
      rejects: [
        {
          rules: [
            {
              id: "all",
              status: "Enabled",
              filter: { prefix: "logs/" },
              noncurrentVersionExpiration: { noncurrentDays: 0 },
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-replication-config.storage-class": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      require: {
        // Copies cannot be in a file system of OpenZFS.
        "destination.storageClass": STORAGE_CLASSES.filter((one) => one !== "FSX_OPENZFS"),
      },
      must: "The storage class must be one that S3 has, such as `STANDARD_IA` or `GLACIER`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Destination.html",
      accepts: [
        {
          role: "arn:aws:iam::111122223333:role/replication",
          rules: [
            {
              id: "all",
              status: "Enabled",
              destination: { bucket: "arn:aws:s3:::orders-copy", storageClass: "STANDARD_IA" },
            },
          ],
        },
      ],
      rejects: [
        {
          role: "arn:aws:iam::111122223333:role/replication",
          rules: [
            {
              id: "all",
              status: "Enabled",
              destination: { bucket: "arn:aws:s3:::orders-copy", storageClass: "INFREQUENT_ACCESS" },
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-replication-config.destination-arn": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      require: { "destination.bucket": { matches: /^arn:/ } },
      must: "The destination is the ARN of a bucket, not its name.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Destination.html",
      accepts: [
        {
          role: "arn:aws:iam::111122223333:role/replication",
          rules: [{ id: "all", status: "Enabled", destination: { bucket: "arn:aws:s3:::orders-copy" } }],
        },
      ],
      rejects: [
        {
          role: "arn:aws:iam::111122223333:role/replication",
          rules: [{ id: "all", status: "Enabled", destination: { bucket: "orders-copy" } }],
        },
      ],
    },
    "aws.s3.bucket-replication-config.id-length": {
      type: S3_BUCKET_REPLICATION_CONFIG,
      each: "rules",
      require: { id: { maxLength: 255 } },
      must: "The id of a rule has at most 255 characters.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html",
      accepts: [
        {
          role: "arn:aws:iam::111122223333:role/replication",
          rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::orders-copy" }, id: "all" }],
        },
      ],
      rejects: [
        {
          role: "arn:aws:iam::111122223333:role/replication",
          rules: [
            {
              status: "Enabled",
              destination: { bucket: "arn:aws:s3:::orders-copy" },
              id: "a".repeat(256),
            },
          ],
        },
      ],
    },
    "aws.s3.bucket-server-side-encryption-configuration.algorithm": {
      type: ENCRYPTION,
      each: "rules",
      require: { "applyServerSideEncryptionByDefault.sseAlgorithm": ["AES256", "aws:kms", "aws:kms:dsse"] },
      must: '`sseAlgorithm` must be "AES256", "aws:kms" or "aws:kms:dsse".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html",
      accepts: [{ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] }],
      rejects: [
        { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws-kms" } }] },
        { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES-256" } }] },
      ],
    },
    "aws.s3.bucket-logging.key-format": {
      type: BUCKET_LOGGING,
      when: { targetObjectKeyFormat: { present: true } },
      require: { atMostOne: ["targetObjectKeyFormat.simplePrefix", "targetObjectKeyFormat.partitionedPrefix"] },
      must: "The keys of logs have one format: `simplePrefix` or `partitionedPrefix`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_TargetObjectKeyFormat.html",
      accepts: [
        {
          targetBucket: "logs",
          targetPrefix: "a/",
          targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
        },
      ],
      rejects: [
        {
          targetBucket: "logs",
          targetPrefix: "a/",
          targetObjectKeyFormat: { simplePrefix: { x: 1 }, partitionedPrefix: { partitionDateSource: "EventTime" } },
        },
      ],
    },
    "aws.s3.bucket-logging.date-source": {
      type: BUCKET_LOGGING,
      require: { "targetObjectKeyFormat.partitionedPrefix.partitionDateSource": ["EventTime", "DeliveryTime"] },
      must: '`partitionDateSource` must be "EventTime" or "DeliveryTime".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PartitionedPrefix.html",
      accepts: [{ targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } } }],
      rejects: [{ targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "eventTime" } } }],
    },
    "aws.s3.bucket-logging.permission": {
      type: BUCKET_LOGGING,
      each: "targetGrants",
      require: { permission: ["FULL_CONTROL", "READ", "WRITE"] },
      must: '`permission` must be "FULL_CONTROL", "READ" or "WRITE".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_TargetGrant.html",
      accepts: [{ targetGrants: [{ permission: "FULL_CONTROL" }] }],
      rejects: [{ targetGrants: [{ permission: "WRITE_ACP" }] }],
    },
    "aws.s3.bucket-versioning.status": {
      type: S3_BUCKET_VERSIONING,
      require: { "versioningConfiguration.status": ["Enabled", "Suspended", "Disabled"] },
      must: '`status` must be "Enabled", "Suspended" or "Disabled".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_VersioningConfiguration.html",
      accepts: [{ bucket: "orders", versioningConfiguration: { status: "Enabled" } }],
      rejects: [
        { bucket: "orders", versioningConfiguration: { status: "enabled" } },
        { bucket: "orders", versioningConfiguration: { status: "On" } },
      ],
    },
    "aws.s3.bucket-ownership-controls.ownership": {
      type: BUCKET_OWNERSHIP_CONTROLS,
      require: { "rule.objectOwnership": ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"] },
      must: '`objectOwnership` must be "BucketOwnerEnforced", "BucketOwnerPreferred" or "ObjectWriter".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_OwnershipControlsRule.html",
      accepts: [{ rule: { objectOwnership: "BucketOwnerEnforced" } }],
      rejects: [{ rule: { objectOwnership: "BucketOwner" } }],
    },
    "aws.s3.bucket-acl.canned": {
      type: BUCKET_ACL,
      require: {
        acl: [
          "private",
          "public-read",
          "public-read-write",
          "authenticated-read",
          "aws-exec-read",
          "bucket-owner-read",
          "bucket-owner-full-control",
          "log-delivery-write",
        ],
      },
      must: "The ACL must be one that S3 knows, such as private or log-delivery-write.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
      accepts: [{ acl: "private" }],
      rejects: [{ acl: "public" }],
    },
    "aws.s3.inventory.frequency": {
      type: INVENTORY,
      require: { "schedule.frequency": ["Daily", "Weekly"] },
      must: '`frequency` must be "Daily" or "Weekly".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventorySchedule.html",
      accepts: [{ schedule: { frequency: "Daily" } }],
      rejects: [{ schedule: { frequency: "Monthly" } }],
    },
    "aws.s3.inventory.versions": {
      type: INVENTORY,
      require: { includedObjectVersions: ["All", "Current"] },
      must: '`includedObjectVersions` must be "All" or "Current".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryConfiguration.html",
      accepts: [{ includedObjectVersions: "All" }],
      rejects: [{ includedObjectVersions: "ALL" }],
    },
    "aws.s3.inventory.format": {
      type: INVENTORY,
      require: { "destination.bucket.format": ["CSV", "ORC", "Parquet"] },
      must: '`format` must be "CSV", "ORC" or "Parquet".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryS3BucketDestination.html",
      accepts: [{ destination: { bucket: { format: "CSV" } } }],
      rejects: [{ destination: { bucket: { format: "csv" } } }],
    },
    "aws.s3.inventory.destination-arn": {
      type: INVENTORY,
      require: { "destination.bucket.bucketArn": { matches: /^arn:/ } },
      must: "The destination is the ARN of a bucket, not its name.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryS3BucketDestination.html",
      accepts: [{ destination: { bucket: { bucketArn: "arn:aws:s3:::inventory" } } }],
      rejects: [{ destination: { bucket: { bucketArn: "inventory" } } }],
    },
    "aws.s3.inventory.fields": {
      type: INVENTORY,
      require: {
        optionalFields: {
          every: [
            "Size",
            "LastModifiedDate",
            "StorageClass",
            "ETag",
            "IsMultipartUploaded",
            "ReplicationStatus",
            "EncryptionStatus",
            "ObjectLockRetainUntilDate",
            "ObjectLockMode",
            "ObjectLockLegalHoldStatus",
            "ObjectLockEventHoldStatus",
            "ObjectLockEventHoldDuration",
            "IntelligentTieringAccessTier",
            "IntelligentTieringReferenceDate",
            "BucketKeyStatus",
            "ChecksumAlgorithm",
            "ObjectAccessControlList",
            "ObjectOwner",
            "LifecycleExpirationDate",
          ],
        },
      },
      must: "Each field must be one that an inventory has, such as `Size` or `StorageClass`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_InventoryConfiguration.html",
      accepts: [{ optionalFields: ["Size", "ETag", "ObjectLockEventHoldStatus"] }],
      rejects: [{ optionalFields: ["Size", "Key"] }],
    },
    "aws.s3.bucket-object.lock-date": {
      type: BUCKET_OBJECT,
      require: { allOrNone: ["objectLockMode", "objectLockRetainUntilDate"] },
      must: "A lock has both `objectLockMode` and `objectLockRetainUntilDate`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
      accepts: [
        { bucket: "x", objectLockMode: "GOVERNANCE", objectLockRetainUntilDate: "2030-01-01T00:00:00Z" },
        { bucket: "x" },
      ],
      rejects: [
        { bucket: "x", objectLockMode: "GOVERNANCE" },
        { bucket: "x", objectLockRetainUntilDate: "2030-01-01T00:00:00Z" },
      ],
    },
    "aws.s3.bucket-object.storage-class": {
      type: BUCKET_OBJECT,
      require: { storageClass: STORAGE_CLASSES },
      must: "The storage class must be one that S3 has, such as `STANDARD_IA` or `GLACIER`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
      accepts: [{ bucket: "x", storageClass: "STANDARD_IA" }],
      rejects: [{ bucket: "x", storageClass: "IA" }],
    },
    "aws.s3.bucket-object.key-length": {
      type: BUCKET_OBJECT,
      require: { key: { maxLength: 1024 } },
      must: "The key of an object has at most 1,024 bytes.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html",
      accepts: [{ bucket: "x", key: "a/b.txt" }],
      rejects: [{ bucket: "x", key: "a".repeat(1025) }],
    },
    "aws.s3.bucket-objectv-2.lock-mode": {
      type: BUCKET_OBJECTV2,
      require: { objectLockMode: ["GOVERNANCE", "COMPLIANCE"] },
      must: '`objectLockMode` must be "GOVERNANCE" or "COMPLIANCE".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
      accepts: [{ objectLockRetainUntilDate: "2030-01-01T00:00:00Z", objectLockMode: "GOVERNANCE" }],
      rejects: [{ objectLockRetainUntilDate: "2030-01-01T00:00:00Z", objectLockMode: "Governance" }],
    },
    "aws.s3.bucket-objectv-2.lock-date": {
      type: BUCKET_OBJECTV2,
      require: { allOrNone: ["objectLockMode", "objectLockRetainUntilDate"] },
      must: "A lock has both `objectLockMode` and `objectLockRetainUntilDate`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
      accepts: [{ objectLockMode: "GOVERNANCE", objectLockRetainUntilDate: "2030-01-01T00:00:00Z" }, {}],
      rejects: [{ objectLockMode: "GOVERNANCE" }, { objectLockRetainUntilDate: "2030-01-01T00:00:00Z" }],
    },
    "aws.s3.bucket-objectv-2.encryption": {
      type: BUCKET_OBJECTV2,
      // The last two are of access points of file systems and of backups.
      require: { serverSideEncryption: ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx", "aws:backup"] },
      must: '`serverSideEncryption` must be "AES256", "aws:kms" or "aws:kms:dsse".',
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
      accepts: [{ serverSideEncryption: "AES256" }, { serverSideEncryption: "aws:fsx" }],
      rejects: [{ serverSideEncryption: "AES-256" }],
    },
    "aws.s3.bucket-objectv-2.storage-class": {
      type: BUCKET_OBJECTV2,
      require: {
        storageClass: STORAGE_CLASSES,
      },
      must: "The storage class must be one that S3 has, such as `STANDARD_IA` or `GLACIER`.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
      accepts: [{ storageClass: "STANDARD" }],
      rejects: [{ storageClass: "IA" }],
    },
    "aws.s3.bucket-objectv-2.key-length": {
      type: BUCKET_OBJECTV2,
      require: { key: { maxLength: 1024 } },
      must: "The key of an object has at most 1,024 bytes.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html",
      accepts: [{ key: "a/b.txt" }],
      rejects: [
        {
          key: "a".repeat(1025),
        },
      ],
    },
    "aws.s3.bucket-metric.name-length": {
      type: BUCKET_METRIC,
      require: { name: { maxLength: 64, matches: /^[A-Za-z0-9._-]*$/ } },
      must: "The name has at most 64 letters, digits, dots, underscores and hyphens.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_MetricsConfiguration.html",
      accepts: [{ name: "all" }],
      rejects: [{ name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }, { name: "all objects" }],
    },
    "aws.s3.analytics-configuration.name-length": {
      type: ANALYTICS_CONFIGURATION,
      require: { name: { maxLength: 64, matches: /^[A-Za-z0-9._-]*$/ } },
      must: "The name has at most 64 letters, digits, dots, underscores and hyphens.",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_AnalyticsConfiguration.html",
      accepts: [{ name: "all" }],
      rejects: [{ name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }, { name: "all objects" }],
    },
    "aws.s3.bucket-notification.fifo-queue": {
      type: S3_BUCKET_NOTIFICATION,
      each: "queues",
      refers: { queueArn: SQS_QUEUE },
      require: { "queueArn->fifoQueue": { not: true } },
      must: "S3 notifies standard queues, not FIFO ones.",
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
      accepts: [{ bucket: "x", queues: [{ queueArn: { name: "x" }, events: ["s3:ObjectCreated:*"] }] }],
      rejects: [
        { bucket: "x", queues: [{ queueArn: { name: "x.fifo", fifoQueue: true }, events: ["s3:ObjectCreated:*"] }] },
      ],
    },
    "aws.s3.bucket-notification.fifo-topic": {
      type: S3_BUCKET_NOTIFICATION,
      each: "topics",
      refers: { topicArn: SNS_TOPIC },
      require: { "topicArn->fifoTopic": { not: true } },
      must: "S3 notifies standard topics, not FIFO ones.",
      source:
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
      accepts: [{ bucket: "x", topics: [{ topicArn: { name: "x" }, events: ["s3:ObjectCreated:*"] }] }],
      rejects: [
        { bucket: "x", topics: [{ topicArn: { name: "x.fifo", fifoTopic: true }, events: ["s3:ObjectCreated:*"] }] },
      ],
    },
  },
} satisfies ServiceConstraints;
