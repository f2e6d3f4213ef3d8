import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rules } from "../../policies";
import { UNKNOWN, type Value } from "../../src/graph/value";
import { Budget } from "../../src/pulumi/budget";
import { PolicyRunner, registeredLevel, type Diagnostic } from "../../src/pulumi/policy-runner";
import { Session } from "../../src/pulumi/session";
import { ruleCalled } from "../kit/reports";

const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";

const rule = ruleCalled("resource-policy-public");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-written-"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(
    join(folder, "index.ts"),
    `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
const news = new aws.sns.Topic("news");
new aws.sns.TopicPolicy("open", {
  arn: news.arn,
  policy: pulumi.jsonStringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: news.arn }],
  }),
});
new aws.sns.TopicPolicy("made", { arn: news.arn, policy: policyFor(news) });
`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the pack reports of a topic policy whose text is not known yet, on the resource and on the stack. */
function reportedOf(name: string, deploying = false): Diagnostic[] {
  const environment = {
    PREFLIGHT_PROJECT: folder,
    PULUMI_NODEJS_PROJECT: "shop",
    PULUMI_NODEJS_STACK: "dev",
    PULUMI_NODEJS_DRY_RUN: String(!deploying),
    PULUMI_CONFIG: "{}",
  };
  const session = new Session(environment, new Set(rules.map(({ id }) => id)));
  const runner = new PolicyRunner(rule, session);
  const reported: Diagnostic[] = [];
  const call = { budget: new Budget(), emit: (diagnostic: Diagnostic) => void reported.push(diagnostic) };
  const urn = `urn:pulumi:dev::shop::${TOPIC_POLICY}::${name}`;
  const inputs: Record<string, Value> = { arn: UNKNOWN, policy: UNKNOWN };
  const facts = { urn, type: TOPIC_POLICY, name, inputs };
  runner.onResource(session.add(facts), call);
  const stack = session.stack([{ ...facts, outputs: {}, dependencies: [], propertyDependencies: {} }]);
  runner.onStack(stack, call);
  return reported;
}

describe("a document whose text is known only after the deployment", () => {
  it("is read where the source writes it, and what is found in it stops nothing", () => {
    const [first, ...others] = reportedOf("open");
    expect(others).toEqual([]);
    expect(first?.level ?? registeredLevel(rule)).toBe("advisory");
    expect(first?.message).toMatch(/^Resource policies .*\npolicy\.Statement\[0\]\.Principal: /);
    expect(first?.message).toContain("This is read in index.ts:6, since the value is known only after the deployment");
  });

  it("is left undecided where the source does not write it, and in a deployment, which has the text itself", () => {
    expect(reportedOf("made")).toEqual([]);
    expect(reportedOf("open", true)).toEqual([]);
  });
});
