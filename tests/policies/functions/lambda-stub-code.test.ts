import rule from "../../../policies/functions/lambda-stub-code";
import { assetArchive, fileArchive, stringAsset } from "../../../src/testing/assets";
import { UNKNOWN_STRING } from "../../../src/graph/value";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const HELLO = 'def handler(event, context):\n    return {"statusCode": 200, "body": "Hello from Lambda!"}\n';
const SWITCH =
  "import boto3, os\nelb = boto3.client('elbv2')\n\ndef handler(event, context):\n" +
  "    elb.modify_listener(ListenerArn=os.environ['LISTENER_ARN'])\n    return {'statusCode': 200}\n";

const fn = (code: Input, inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "switch", {
    runtime: "python3.12",
    handler: "index.handler",
    code,
    ...inputs,
  });
const inline = (text: string): Input => assetArchive({ "index.py": stringAsset(text) });

ruleTest(rule, {
  valid: [
    { name: "code that does something", stack: [fn(inline(SWITCH))] },
    {
      name: "a folder with code that does something",
      stack: [fn(fileArchive("./code"))],
      files: { "./code/index.py": SWITCH },
    },
    { name: "code in S3", stack: [fn(undefined, { s3Bucket: "b", s3Key: "k" })] },
    { name: "a compiled language", stack: [fn(fileArchive("./code"), { runtime: "provided.al2023" })] },
    {
      name: "the code that aws.lambda.CallbackFunction generates",
      stack: [
        fn(
          assetArchive({
            "__index.js": stringAsset(
              "exports.handler = __f0;\nfunction __f0() {\n  return (function() {\n    with({ this: undefined }) {\n" +
                "return async () => 1;\n    }\n  }).apply(undefined, undefined).apply(this, arguments);\n}",
            ),
          }),
          { runtime: "nodejs22.x", handler: "__index.handler" },
        ),
      ],
    },
  ],
  invalid: [
    {
      name: "B29: Hello from Lambda!",
      stack: [fn(inline(HELLO))],
      findings: [
        {
          resource: "switch",
          path: "code",
          level: "advisory",
          message: /The handler "handler" returns the same response/,
        },
      ],
    },
    {
      name: "the same in several functions: one finding",
      stack: [
        fn(inline(HELLO)),
        resource("aws:lambda/function:Function", "status", {
          runtime: "python3.12",
          handler: "index.handler",
          code: inline(HELLO),
        }),
      ],
      findings: [{ resource: "status", path: "code" }],
    },
    {
      name: "the same in a folder, under a contract",
      contract: { functions: { implemented: true } },
      stack: [fn(fileArchive("./code"))],
      files: { "./code/index.py": HELLO },
      findings: [{ resource: "switch", path: "code", level: "mandatory" }],
    },
    {
      name: "a contract that does not require code",
      contract: { functions: { implemented: false } },
      stack: [
        fn(assetArchive({ "index.mjs": stringAsset("export const handler = async () => ({ statusCode: 200 });") }), {
          runtime: "nodejs22.x",
        }),
      ],
      findings: [{ resource: "switch", path: "code", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "inline code with a value of a data source in it",
      stack: [fn(inline(UNKNOWN_STRING))],
      at: ["switch.code"],
    },
    { name: "code that is not known yet", stack: [fn(unknown)], at: ["switch.code"] },
    { name: "a zip file", stack: [fn(fileArchive("build/code.zip"))], files: {}, at: ["switch.code"] },
    { name: "a folder of a program that is not found", stack: [fn(fileArchive("./code"))], at: ["switch.code"] },
  ],
});
