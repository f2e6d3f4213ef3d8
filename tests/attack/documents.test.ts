import { execFileSync } from "node:child_process";
import { runProgram, type ComputedFor } from "../../src/engine/run";
import type { RecordedStack, Wire } from "../../src/graph/recorded";
import { programFolder, removeFolders } from "../engine/programs";
import { venvPython } from "../kit/examples";
import { madeUp, OUTPUTS_BY_TYPE } from "../kit/made-up";
import { stoppingIn } from "./kit";

jest.setTimeout(120_000);
afterAll(removeFolders);

/** A program that writes the policy of a queue in every way of its SDK, for everyone and for one account. */
const NODE = `
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const kinds = { bad: "*", good: "464738291005" };
for (const [kind, principal] of Object.entries(kinds)) {
  const queue = new aws.sqs.Queue(kind + "-queue", { name: kind + "-orders" });
  const statement = (arn) => ({ Effect: "Allow", Principal: { AWS: principal }, Action: "sqs:SendMessage", Resource: arn });
  const document = (arn) => ({ Version: "2012-10-17", Statement: [statement(arn)] });
  const data = (arn) => ({
    statements: [{ actions: ["sqs:SendMessage"], resources: [arn], principals: [{ type: "AWS", identifiers: [principal] }] }],
  });
  const forms = {
    json: JSON.stringify(document("*")),
    "one-statement": JSON.stringify({ Version: "2012-10-17", Statement: statement("*") }),
    "white-space": "\\n  " + JSON.stringify(document("*"), null, 4) + "\\n",
    escaped: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"' +
      [...principal].map((letter) => "\\\\u" + letter.charCodeAt(0).toString(16).padStart(4, "0")).join("") +
      '"},"Action":"sqs:SendMessage","Resource":"*"}]}',
    "json-stringify": pulumi.jsonStringify(document(queue.arn)),
    apply: queue.arn.apply((arn) => JSON.stringify(document(arn))),
    interpolate: pulumi.interpolate\`{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"\${principal}"},"Action":"sqs:*","Resource":"\${queue.arn}"}}\`,
    concat: pulumi.concat('{"Statement":[{"Effect":"Allow","Principal":{"AWS":["', principal, '"]},"Action":"sqs:*","Resource":"', queue.arn, '"}]}'),
    object: document(queue.arn),
    output: queue.arn.apply((arn) => document(arn)),
    secret: pulumi.secret(JSON.stringify(document("*"))),
    promise: Promise.resolve(JSON.stringify(document("*"))),
    data: aws.iam.getPolicyDocument(data("*")).then((answer) => answer.json),
    "data-output": aws.iam.getPolicyDocumentOutput(data(queue.arn)).json,
    "data-minified": aws.iam.getPolicyDocumentOutput(data(queue.arn)).minifiedJson,
  };
  for (const [form, policy] of Object.entries(forms)) {
    new aws.sqs.QueuePolicy(kind + "-" + form, { queueUrl: queue.url, policy });
  }
}
`;

const PYTHON = `
import json
import pulumi
import pulumi_aws as aws

def declare(kind, principal):
    queue = aws.sqs.Queue(kind + "-queue", name=kind + "-orders")

    def document(arn):
        return {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": "sqs:SendMessage", "Resource": arn}]}

    statement = '{"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sqs:SendMessage", "Resource": "%s"}'
    forms = {
        "dumps": json.dumps(document("*")),
        "indent": json.dumps(document("*"), indent=2, sort_keys=True),
        "f-string": f'{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow", "Principal": {{"AWS": "{principal}"}}, "Action": "sqs:*", "Resource": "*"}}]}}',
        "percent": '{"Version": "2012-10-17", "Statement": %s}' % (statement % (principal, "*")),
        "triple": """
            {
              "Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Principal": {"AWS": "PRINCIPAL"}, "Action": "sqs:*", "Resource": "*"}]
            }
        """.replace("PRINCIPAL", principal),
        "apply": queue.arn.apply(lambda arn: json.dumps(document(arn))),
        "f-string-apply": queue.arn.apply(lambda arn: f'{{"Statement": {statement % (principal, arn)}}}'),
        "json-dumps": pulumi.Output.json_dumps(document(queue.arn)),
        "concat": pulumi.Output.concat('{"Statement": {"Effect": "Allow", "Principal": {"AWS": "', principal, '"}, "Action": "sqs:*", "Resource": "', queue.arn, '"}}'),
        "format": pulumi.Output.format('{{"Statement": {{"Effect": "Allow", "Principal": {{"AWS": "{0}"}}, "Action": "sqs:*", "Resource": "{1}"}}}}', principal, queue.arn),
        "data": aws.iam.get_policy_document(statements=[{
            "actions": ["sqs:SendMessage"], "resources": ["*"],
            "principals": [{"type": "AWS", "identifiers": [principal]}]}]).json,
        "data-output": aws.iam.get_policy_document_output(statements=[{
            "actions": ["sqs:SendMessage"], "resources": [queue.arn],
            "principals": [{"type": "AWS", "identifiers": [principal]}]}]).json,
    }
    for form, policy in forms.items():
        aws.sqs.QueuePolicy(kind + "-" + form, queue_url=queue.url, policy=policy)

declare("bad", "*")
declare("good", "464738291005")
`;

/** The names of the policies that the rule stops, and of all that there are for everyone. */
function stoppedIn(recorded: RecordedStack): { stopped: string[]; bad: string[] } {
  const policies = recorded.resources.filter(({ type }) => type === "aws:sqs/queuePolicy:QueuePolicy");
  return {
    stopped: stoppingIn(recorded)
      .filter(({ rule }) => rule.id === "resource-policy-public")
      .map(({ name = "" }) => name)
      .sort(),
    bad: policies
      .map(({ name }) => name)
      .filter((name) => name.startsWith("bad-"))
      .sort(),
  };
}

const filled = {
  computed: (resource: ComputedFor, property: string): Wire | undefined => madeUp(resource, property) as Wire,
  outputsByType: OUTPUTS_BY_TYPE,
};

it("reads a document in every way in which a program for Node writes it", async () => {
  const folder = programFolder({ "index.js": NODE });
  const { stopped, bad } = stoppedIn(await runProgram(folder, filled));
  expect(bad).toHaveLength(15);
  expect(stopped).toEqual(bad);
});

const python = process.env.PREFLIGHT_TEST_PYTHON ?? venvPython ?? "python3";

function hasSdk(): boolean {
  try {
    execFileSync(python, ["-c", "import pulumi_aws"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

(hasSdk() ? it : it.skip)("reads a document in every way in which a Python program writes it", async () => {
  const folder = programFolder(
    { "Pulumi.yaml": "name: small\nruntime: python\n", "__main__.py": PYTHON, "package.json": "" },
    { install: false },
  );
  const { stopped, bad } = stoppedIn(await runProgram(folder, { ...filled, python }));
  expect(bad).toHaveLength(12);
  expect(stopped).toEqual(bad);
});
