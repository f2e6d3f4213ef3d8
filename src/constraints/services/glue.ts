import type { ServiceConstraints } from "../form";

const CONNECTION = "aws:glue/connection:Connection";
const JOB = "aws:glue/job:Job";
const TRIGGER = "aws:glue/trigger:Trigger";
const CRAWLER = "aws:glue/crawler:Crawler";
const JOBS = "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html";
const TRIGGERS = "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-trigger.html";

const CREATE_JOB_PAGE = "https://docs.aws.amazon.com/glue/latest/webapi/API_CreateJob.html";
const ran = (more: object): Record<string, unknown> => ({
  roleArn: "x",
  command: { scriptLocation: "s3://x/y.py" },
  ...more,
});

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
    "aws.glue.trigger.on-demand-start": {
      type: TRIGGER,
      when: { type: "ON_DEMAND" },
      require: { startOnCreation: false, schedule: { present: false }, predicate: { present: false } },
      must: "A trigger on demand has no schedule, no condition and does not start at its creation.",
      source: "https://docs.aws.amazon.com/glue/latest/webapi/API_CreateTrigger.html",
      accepts: [{ type: "ON_DEMAND", actions: [{ jobName: "x" }] }],
      rejects: [{ type: "ON_DEMAND", startOnCreation: true, actions: [{ jobName: "x" }] }],
    },
    "aws.glue.trigger.one-action": {
      type: TRIGGER,
      each: "actions",
      require: { exactlyOne: ["jobName", "crawlerName"] },
      must: "An action starts a job or a crawler: set `jobName` or `crawlerName`.",
      source: "https://docs.aws.amazon.com/glue/latest/webapi/API_Action.html",
      accepts: [{ type: "ON_DEMAND", actions: [{ jobName: "x" }] }],
      rejects: [{ type: "ON_DEMAND", actions: [{ jobName: "x", crawlerName: "y" }] }],
    },
    "aws.glue.trigger.one-condition": {
      type: TRIGGER,
      each: "predicate.conditions",
      require: { exactlyOne: ["jobName", "crawlerName"] },
      must: "A condition is about a job or a crawler: set `jobName` or `crawlerName`.",
      source: "https://docs.aws.amazon.com/glue/latest/webapi/API_Condition.html",
      accepts: [
        {
          type: "CONDITIONAL",
          actions: [{ jobName: "x" }],
          predicate: { conditions: [{ jobName: "y", state: "SUCCEEDED" }] },
        },
      ],
      rejects: [
        {
          type: "CONDITIONAL",
          actions: [{ jobName: "x" }],
          predicate: { conditions: [{ jobName: "y", crawlerName: "z", state: "SUCCEEDED" }] },
        },
      ],
    },
    "aws.glue.trigger.condition-state": {
      type: TRIGGER,
      each: "predicate.conditions",
      where: { jobName: { present: true } },
      require: { state: { present: true }, crawlState: { present: false } },
      must: "A condition about a job requires `state`; `crawlState` is for crawlers.",
      source: "https://docs.aws.amazon.com/glue/latest/webapi/API_Condition.html",
      accepts: [
        {
          type: "CONDITIONAL",
          actions: [{ jobName: "x" }],
          predicate: { conditions: [{ jobName: "y", state: "SUCCEEDED" }] },
        },
      ],
      rejects: [
        {
          type: "CONDITIONAL",
          actions: [{ jobName: "x" }],
          predicate: { conditions: [{ jobName: "y", crawlState: "SUCCEEDED" }] },
        },
      ],
    },
    "aws.glue.job.timeout": {
      type: JOB,
      when: { "command.name": ["glueetl", "pythonshell"] },
      defaults: { "command.name": "glueetl" },
      require: { timeout: { min: 1, max: 10080 } },
      must: "A job runs for at most seven days: `timeout` is in minutes, up to 10,080.",
      source: CREATE_JOB_PAGE,
      accepts: [ran({ timeout: 2880 })],
      rejects: [ran({ timeout: 20000 })],
    },
    "aws.glue.job.worker-count": {
      type: JOB,
      when: { workerType: ["G.1X", "G.2X", "G.4X", "G.8X"] },
      require: { numberOfWorkers: { min: 2 } },
      must: "A job has at least two workers.",
      source: CREATE_JOB_PAGE,
      accepts: [ran({ workerType: "G.1X", numberOfWorkers: 2 })],
      rejects: [ran({ workerType: "G.1X", numberOfWorkers: 1 })],
    },
    "aws.glue.job.flexible": {
      type: JOB,
      when: { executionClass: "FLEX" },
      require: { "command.name": "glueetl", workerType: { anyOf: ["G.1X", "G.2X"] } },
      must: "Only batch jobs of G.1X and G.2X workers run in the class FLEX.",
      source: CREATE_JOB_PAGE,
      accepts: [ran({ executionClass: "FLEX", workerType: "G.1X", numberOfWorkers: 2 })],
      rejects: [
        ran({
          executionClass: "FLEX",
          command: { name: "gluestreaming", scriptLocation: "s3://x/y.py" },
          workerType: "G.1X",
          numberOfWorkers: 2,
        }),
      ],
    },
    "aws.glue.crawler.sample-size": {
      type: CRAWLER,
      each: "s3Targets",
      require: { sampleSize: { min: 1, max: 249 }, path: { startsWith: "s3://" } },
      must: "A target in S3 has a path that begins with s3:// and a sample of 1 to 249 files.",
      source: "https://docs.aws.amazon.com/glue/latest/webapi/API_S3Target.html",
      accepts: [{ role: "x", databaseName: "x", s3Targets: [{ path: "s3://x/y", sampleSize: 10 }] }],
      rejects: [
        { role: "x", databaseName: "x", s3Targets: [{ path: "s3://x/y", sampleSize: 500 }] },
        { role: "x", databaseName: "x", s3Targets: [{ path: "arn:aws:s3:::x" }] },
      ],
    },
    "aws.glue.crawler.new-folders": {
      type: CRAWLER,
      when: { "recrawlPolicy.recrawlBehavior": "CRAWL_NEW_FOLDERS_ONLY" },
      require: { "schemaChangePolicy.deleteBehavior": "LOG", "schemaChangePolicy.updateBehavior": "LOG" },
      defaults: {
        "schemaChangePolicy.deleteBehavior": "DEPRECATE_IN_DATABASE",
        "schemaChangePolicy.updateBehavior": "UPDATE_IN_DATABASE",
      },
      must: 'A crawler of new folders only logs changes: set both behaviors of `schemaChangePolicy` to "LOG".',
      source: "https://docs.aws.amazon.com/glue/latest/dg/incremental-crawls.html",
      accepts: [
        {
          role: "x",
          databaseName: "x",
          s3Targets: [{ path: "s3://x/y" }],
          recrawlPolicy: { recrawlBehavior: "CRAWL_NEW_FOLDERS_ONLY" },
          schemaChangePolicy: { deleteBehavior: "LOG", updateBehavior: "LOG" },
        },
      ],
      rejects: [
        {
          role: "x",
          databaseName: "x",
          s3Targets: [{ path: "s3://x/y" }],
          recrawlPolicy: { recrawlBehavior: "CRAWL_NEW_FOLDERS_ONLY" },
          schemaChangePolicy: { deleteBehavior: "DELETE_FROM_DATABASE", updateBehavior: "LOG" },
        },
      ],
    },
    "aws.glue.connection.jdbc": {
      type: CONNECTION,
      when: { connectionType: "JDBC" },
      require: { "connectionProperties.JDBC_CONNECTION_URL": { present: true, startsWith: "jdbc:" } },
      must: "A connection by JDBC requires the property JDBC_CONNECTION_URL, which begins with jdbc:.",
      source: "https://docs.aws.amazon.com/glue/latest/webapi/API_ConnectionInput.html",
      accepts: [
        {
          connectionType: "JDBC",
          connectionProperties: { JDBC_CONNECTION_URL: "jdbc:postgresql://x/y", SECRET_ID: "x" },
        },
      ],
      rejects: [
        { connectionType: "JDBC", connectionProperties: { JDBC_CONNECTION_URL: "postgresql://x/y", SECRET_ID: "x" } },
      ],
    },
  },
} satisfies ServiceConstraints;
