import type { ServiceConstraints } from "../form";

const JOB = "aws:glue/job:Job";
const TRIGGER = "aws:glue/trigger:Trigger";
const CRAWLER = "aws:glue/crawler:Crawler";
const JOBS = "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html";
const TRIGGERS = "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-trigger.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.glue.job.worker-type-and-number": {
      type: JOB,
      require: { allOrNone: ["workerType", "numberOfWorkers"] },
      must: "Workers require both `workerType` and `numberOfWorkers`.",
      awsError: "Please set both Worker Type and Number of Workers",
      source: JOBS,
      accepts: [{ workerType: "G.1X", numberOfWorkers: 2 }, { maxCapacity: 0.0625 }],
      rejects: [{ numberOfWorkers: 2 }, { workerType: "G.1X" }],
    },
    "aws.glue.job.capacity-or-workers": {
      type: JOB,
      when: { workerType: { present: true } },
      require: { maxCapacity: { present: false } },
      must: "A job has either workers or a capacity: leave out `maxCapacity`.",
      source: JOBS,
      accepts: [{ workerType: "G.1X", numberOfWorkers: 2 }, { maxCapacity: 1 }],
      rejects: [{ workerType: "G.1X", numberOfWorkers: 2, maxCapacity: 2 }],
    },
    "aws.glue.job.python-shell-capacity": {
      type: JOB,
      when: { "command.name": "pythonshell" },
      require: { maxCapacity: [0.0625, 1] },
      must: "A Python shell job must have `maxCapacity` 0.0625 or 1, and no workers.",
      source: JOBS,
      accepts: [
        { command: { name: "pythonshell", scriptLocation: "x" }, maxCapacity: 0.0625 },
        { command: { name: "glueetl", scriptLocation: "x" }, workerType: "G.1X", numberOfWorkers: 2 },
      ],
      rejects: [{ command: { name: "pythonshell", scriptLocation: "x" }, maxCapacity: 2 }],
    },
    "aws.glue.trigger.schedule": {
      type: TRIGGER,
      when: { type: "SCHEDULED" },
      require: { schedule: { present: true } },
      must: "A trigger by time requires `schedule`.",
      source: TRIGGERS,
      accepts: [{ type: "SCHEDULED", schedule: "cron(15 12 * * ? *)" }, { type: "ON_DEMAND" }],
      rejects: [{ type: "SCHEDULED" }],
    },
    "aws.glue.trigger.predicate": {
      type: TRIGGER,
      when: { type: "CONDITIONAL" },
      require: { predicate: { present: true } },
      must: "A conditional trigger requires `predicate`.",
      source: TRIGGERS,
      accepts: [{ type: "CONDITIONAL", predicate: { conditions: [{ jobName: "x", state: "SUCCEEDED" }] } }],
      rejects: [{ type: "CONDITIONAL" }],
    },
    "aws.glue.crawler.target": {
      type: CRAWLER,
      require: {
        atLeastOne: [
          "s3Targets",
          "catalogTargets",
          "jdbcTargets",
          "dynamodbTargets",
          "deltaTargets",
          "mongodbTargets",
          "icebergTargets",
          "hudiTargets",
        ],
      },
      must: "A crawler requires a target, such as `s3Targets`.",
      source: "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html",
      accepts: [
        { s3Targets: [{ path: "s3://x" }] },
        { catalogTargets: [{ databaseName: "x" }] },
        { jdbcTargets: [{ path: "x" }] },
        { dynamodbTargets: [{ path: "x" }] },
        { deltaTargets: [{ writeManifest: true }] },
        { mongodbTargets: [{ path: "x" }] },
        { icebergTargets: [{ paths: ["x"] }] },
        { hudiTargets: [{ paths: ["x"] }] },
      ],
      rejects: [{ databaseName: "orders" }],
    },
    "aws.glue.job.python-shell-workers": {
      type: "aws:glue/job:Job",
      when: { "command.name": "pythonshell" },
      require: { workerType: { present: false } },
      must: "A Python shell job has `maxCapacity` and no `workerType`.",
      awsError: "Worker Type is not supported for Job Command pythonshell",
      source: "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html",
      accepts: [{ command: { name: "pythonshell", scriptLocation: "x" }, maxCapacity: 1 }],
      rejects: [{ command: { name: "pythonshell", scriptLocation: "x" }, workerType: "G.1X", numberOfWorkers: 2 }],
    },
    "aws.glue.crawler.cron": {
      type: "aws:glue/crawler:Crawler",
      when: { schedule: { present: true } },
      require: { schedule: { startsWith: "cron(", endsWith: ")" } },
      must: "A schedule of Glue is a cron expression.",
      source: "https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html",
      accepts: [{ s3Targets: [{ path: "s3://x" }], schedule: "cron(15 12 * * ? *)" }],
      rejects: [{ s3Targets: [{ path: "s3://x" }], schedule: "rate(1 hour)" }],
    },
    "aws.glue.trigger.cron": {
      type: "aws:glue/trigger:Trigger",
      when: { schedule: { present: true } },
      require: { schedule: { startsWith: "cron(", endsWith: ")" } },
      must: "A schedule of Glue is a cron expression.",
      source: "https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html",
      accepts: [{ type: "SCHEDULED", schedule: "cron(15 12 * * ? *)" }],
      rejects: [{ type: "SCHEDULED", schedule: "rate(1 hour)" }],
    },
  },
} satisfies ServiceConstraints;
