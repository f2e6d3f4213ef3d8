// How long `preflight check` of a program takes with both of its runs, against one run: in turns, over the examples. And
// how much processor time it takes beside the programs, for TypeScript programs of 30 and 500 resources. Prints the ratio of
// the medians with its spread.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { option, quantile, ratio, spread } from "./measure";

const ROOT = join(__dirname, "../..");
const EXAMPLES = ["blue-green", "fastcart", "payment-migration", "product-catalog", "multi-environment"];
const LIMIT_RATIO = 1.2;
/** By the number of resources, in milliseconds. */
const LIMITS_OWN = new Map([
  [30, 600],
  [500, 1_000],
]);
const ROUNDS = Number(option("--rounds") ?? 5);

interface Checked {
  /** Of the clock. */
  time: number;
  /** Of the processor, without the program's. */
  own: number;
}

function checked(folder: string, program: string, ...more: string[]): Checked {
  const file = join(folder, "own");
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(__dirname, "own-time.js"), join(ROOT, "dist/src/cli/main.js"), "check", program, ...more],
    { cwd: ROOT, env: { ...process.env, PREFLIGHT_BENCH_TIME: file }, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const time = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0 && status !== 1) {
    throw new Error(`preflight ended with ${String(status)}: ${stderr}`);
  }
  return { time, own: Number(readFileSync(file, "utf8")) };
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "preflight-bench-"));
  try {
    console.log(`preflight check of a program, over ${String(ROUNDS)} alternating rounds`);
    for (const name of EXAMPLES) {
      console.log(`  ${name}`);
      const { ratioOfTimes } = measure(folder, `examples/${name}/flawed`);
      console.log(`    ratio of at most ${String(LIMIT_RATIO)}: ${verdict(ratioOfTimes <= LIMIT_RATIO)}`);
    }
    for (const [size, limit] of LIMITS_OWN) {
      console.log(`  a TypeScript program of ${String(size)} resources`);
      const { own } = measure(folder, programOf(folder, size));
      console.log(`    processor time of its own of at most ${String(limit)} ms: ${verdict(own <= limit)}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A program with so many resources: a network and a role, and queues, topics, buckets and policies. */
function programOf(folder: string, size: number): string {
  const program = join(folder, `program-${String(size)}`);
  mkdirSync(program);
  symlinkSync(join(ROOT, "node_modules"), join(program, "node_modules"));
  writeFileSync(join(program, "package.json"), "{}");
  writeFileSync(
    join(program, "Pulumi.yaml"),
    "name: shop\nruntime: nodejs\nconfig: {aws:region: {value: eu-central-1}}\n",
  );
  writeFileSync(
    join(program, "index.ts"),
    `import * as aws from "@pulumi/aws";

const version = "2012-10-17";
new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const role = new aws.iam.Role("worker", {
  assumeRolePolicy: JSON.stringify({
    Version: version,
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
  }),
});
for (let i = 0; 2 + 7 * i < ${String(size)}; i++) {
  const queue = new aws.sqs.Queue("queue-" + i, { sqsManagedSseEnabled: true });
  const topic = new aws.sns.Topic("topic-" + i, { kmsMasterKeyId: "alias/aws/sns" });
  new aws.sns.TopicSubscription("subscription-" + i, { topic: topic.arn, protocol: "sqs", endpoint: queue.arn });
  const bucket = new aws.s3.Bucket("files-" + i, { tags: { Team: "shop" } });
  new aws.s3.BucketPublicAccessBlock("private-" + i, { bucket: bucket.id, blockPublicAcls: true, blockPublicPolicy: true });
  new aws.s3.BucketVersioning("versions-" + i, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });
  new aws.iam.RolePolicy("policy-" + i, {
    role: role.id,
    policy: queue.arn.apply((Resource) =>
      JSON.stringify({ Version: version, Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource }] }),
    ),
  });
}
`,
  );
  return program;
}

/** Prints and gives back the ratio of two runs to one, and the processor time of the command's own in milliseconds. */
function measure(folder: string, program: string): { ratioOfTimes: number; own: number } {
  const one: Checked[] = [];
  const two: Checked[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const once = checked(folder, program, "--once");
    const twice = checked(folder, program);
    // The first round warms the disk's cache.
    if (round >= 0) {
      one.push(once);
      two.push(twice);
    }
  }
  const times = ratio(timesOf(two), timesOf(one));
  const own = two.map((run) => run.own);
  console.log(`    processor time of its own ${spread(own, "ms")}`);
  console.log(`    one run   ${spread(timesOf(one), "ms")}; two runs ${spread(timesOf(two), "ms")}`);
  console.log(`    ${times.text}`);
  return { ratioOfTimes: times.middle, own: quantile(own, 0.5) };
}

const timesOf = (runs: readonly Checked[]): number[] => runs.map(({ time }) => time);
const verdict = (isMet: boolean): string => (isMet ? "met" : "missed");

main();
