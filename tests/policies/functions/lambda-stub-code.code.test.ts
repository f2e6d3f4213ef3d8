import { isStub } from "../../../policies/functions/lambda-stub-code.code";

const js = (text: string, handler = "handler"): boolean => isStub({ language: "javascript", text, handler });
const python = (text: string, handler = "handler"): boolean => isStub({ language: "python", text, handler });

describe("a stub in Python", () => {
  test.each([
    ["B29's", 'def handler(event, context):\n    return {"statusCode": 200, "body": "Hello from Lambda!"}\n'],
    [
      "with unused imports",
      "import json\nimport boto3\n\ndef handler(event, context):\n    return json.dumps({'ok': True})",
    ],
    [
      "that logs",
      "import logging\nlogger = logging.getLogger()\ndef handler(event, context):\n    logger.info(event)\n    print(f'got {json.dumps(event)}')\n",
    ],
    [
      "that greets by name",
      'def handler(event, context):\n    name = event.get("name", "World")\n    return f"Hello, {name}!"',
    ],
    [
      "with a docstring and pass",
      'def handler(event: dict, context) -> None:\n    """Switches."""\n    # TODO\n    pass',
    ],
    [
      "with the time and the environment",
      "import os\nfrom datetime import datetime\ndef handler(event, context):\n    return {'at': datetime.now().isoformat(), 'env': os.environ['ENV'], 'z': os.getenv('Z', default=str(1))}",
    ],
    [
      "with a constant of its module",
      "ANSWER = {'statusCode': 200}\nA, B = 1, 2\ndef handler(event, context):\n    x: int = B\n    return ANSWER",
    ],
    [
      "that logs what comes in",
      "def handler(event, context):\n    for record in event['Records']:\n        print(record)\n    return 'done'",
    ],
    [
      "that handles errors of nothing",
      "def handler(event, context):\n    try:\n        import json\n        return 1 if True else 2\n    except Exception as e:\n        print(e)\n        return {'error': str(e)}\n    finally:\n        pass",
    ],
    ["that imports in it what it does not use", "def handler(event, context):\n    import requests\n    return 1"],
    ["that is not implemented", "def handler(event, context):\n    raise NotImplementedError('later')"],
    [
      "that names the request",
      "def handler(event, context):\n    return {'id': context.aws_request_id, 'all': [1, (2, 3)], 's': 'a' 'b'}",
    ],
    [
      "whose last definition is one",
      "def handler(event, context):\n    return boto3.client('s3')\n\ndef handler(event, context):\n    return 1; print(1)",
    ],
  ])("%s", (_name, text) => {
    expect(python(text)).toBe(true);
  });
});

describe("no stub in Python", () => {
  test.each([
    [
      "a call of the SDK",
      "import boto3\ndef handler(event, context):\n    boto3.client('elbv2').modify_listener()\n    return {'statusCode': 200}",
    ],
    [
      "a client of the module",
      "import boto3\ns3 = boto3.client('s3')\ndef handler(event, context):\n    s3.put_object(Bucket='b')\n    return 1",
    ],
    ["a call of another function", "def switch():\n    pass\ndef handler(event, context):\n    return switch()"],
    ["a response computed from the event", "def handler(event, context):\n    return {'sum': event['a'] + event['b']}"],
    [
      "a response computed from it in a step",
      "def handler(event, context):\n    body = json.loads(event['body'])\n    return body",
    ],
    [
      "a response computed in a loop",
      "def handler(event, context):\n    for record in event['Records']:\n        return record",
    ],
    ["a decision", "def handler(event, context):\n    if event['path'] == '/health':\n        return 1\n    return 2"],
    ["a change of the event", "def handler(event, context):\n    event['response'] = {}\n    return None"],
    ["a count", "n = 0\ndef handler(event, context):\n    n += 1\n    return 1"],
    ["what is imported", "from settings import ANSWER\ndef handler(event, context):\n    return ANSWER"],
    [
      "a GET by a library",
      "import requests\ndef handler(event, context):\n    requests.get('https://example.com')\n    return 1",
    ],
    ["a call in what is logged", "def handler(event, context):\n    print(switch(event))"],
    [
      "a call in a try",
      "def handler(event, context):\n    try:\n        switch()\n    finally:\n        pass\n    return 1",
    ],
    [
      "a call after an error",
      "def handler(event, context):\n    try:\n        pass\n    except Exception as e:\n        report(e)\n    return 1",
    ],
    [
      "a call at the end",
      "def handler(event, context):\n    try:\n        pass\n    finally:\n        close()\n    return 1",
    ],
    ["a decorated handler", "@app.route\ndef handler(event, context):\n    return 1"],
    ["another handler", "def other(event, context):\n    return 1"],
    ["a file that is not Python", "def handler(event, context):\n    return )"],
    ["nothing", ""],
  ])("%s", (_name, text) => {
    expect(python(text)).toBe(false);
  });
});

describe("a stub in JavaScript", () => {
  test.each([
    [
      "exports",
      'exports.handler = async (event) => {\n  return { statusCode: 200, body: JSON.stringify("Hello from Lambda!") };\n};',
    ],
    ["module.exports", "module.exports.handler = async function () { console.log('called'); return undefined; };"],
    ["an object of exports", "const handler = async () => ({ statusCode: 200 });\nmodule.exports = { handler };"],
    ["an object with the function in it", "module.exports = { handler: () => 1, other() {} };"],
    ["an object with a method", "module.exports = { async handler(event) { return 1; } };"],
    ["an exported constant", "export const handler = async event => ({ body: `Hello ${event.name ?? 'you'}` });"],
    [
      "an exported function",
      "export async function handler(event, context) { const { awsRequestId } = context; return { awsRequestId }; }",
    ],
    ["a list of exports", "function handler() {}\nexport { handler };"],
    ["a name", "const main = () => {};\nexports.handler = main;"],
    ["a callback", "exports.handler = (event, context, callback) => { callback(null, { statusCode: 200 }); };"],
    ["the response by the context", "exports.handler = function (event, context) { context.succeed('ok'); };"],
    ["the context's last word", "exports.handler = function (event, context) { context.done(null, 'ok'); };"],
    ["the context's refusal", "exports.handler = function (event, context) { context.fail('later'); };"],
    ["a call over two lines", "exports.handler = async () => { console\n    .log('called'); };"],
    ["a list taken apart", "exports.handler = async () => { const [a, b] = [1, 2]; return a + b; };"],
    [
      "times and settings",
      "const started = new Date();\nexports.handler = async ({ a, b }) => ({ at: new Date().toISOString(), started, env: process.env.ENV, n: -1 + 2 });",
    ],
    [
      "an unused SDK",
      'const AWS = require("aws-sdk");\nexport const handler = async () => await Promise.resolve([1, true, null]);',
    ],
    [
      "logs of what comes in",
      "exports.handler = async (event) => { for (const { body } of event.Records) { console.log(body); } for (const key in event) { console.log(key); } return {}; };",
    ],
    [
      "errors of nothing",
      "exports.handler = async () => { try { return 1; } catch (error) { console.error(error); throw new Error('no'); } finally { } };",
    ],
  ])("%s", (_name, text) => {
    expect(js(text)).toBe(true);
  });
});

describe("no stub in JavaScript", () => {
  test.each([
    [
      "a call of the SDK",
      "const { S3 } = require('@aws-sdk/client-s3');\nexports.handler = async () => { await new S3({}).putObject({}); return 1; };",
    ],
    ["fetch", "export const handler = async () => { await fetch('https://example.com'); return 1; };"],
    [
      "a response by a callback computed from the event",
      "exports.handler = (event, context, callback) => { callback(null, event); };",
    ],
    ["a helper", "const respond = () => 1;\nexports.handler = async () => respond();"],
    ["a change", "exports.handler = async (event) => { event.response.autoConfirmUser = true; return event; };"],
    ["an echo in short", "exports.handler = async ({ user }) => ({ user, ok: true });"],
    ["an import in short", "const { version } = require('./x');\nexports.handler = async () => ({ version, other });"],
    ["an unknown name in short", "exports.handler = async () => ({ elsewhere });"],
    ["an echo", "exports.handler = async (event) => event;"],
    ["a deletion", "exports.handler = async (event) => { delete process.env.X; return 1; };"],
    ["a library's object", "const config = require('./config');\nexports.handler = async () => config.answer;"],
    ["a wait", "exports.handler = async () => { await new Promise((done) => setTimeout(done, 1)); return 1; };"],
    ["a call in a try", "exports.handler = async () => { try { await fetch('x'); } finally { } return 1; };"],
    ["a call after an error", "exports.handler = async () => { try { } catch (error) { report(error); } return 1; };"],
    ["a call at the end", "exports.handler = async () => { try { } finally { close(); } return 1; };"],
    ["a change by a method", "exports.handler = async (event) => { event.items.push(1); return 1; };"],
    ["an object that is made", "exports.handler = async () => { new Server(8080); return 1; };"],
    ["a day that is looked up", "exports.handler = async () => new Date(lookup());"],
    ["the event passed to the context", "exports.handler = (event, context) => { context.done(null, event); };"],
    ["a function under another name", "export const main = () => 1; module.exports = { other: () => 1 };"],
    ["a list of other exports", "function main() {}\nexport { main };"],
    ["an object that is not exported", "app.routes = { handler: () => 1 };"],
    ["a wrapped handler", "exports.handler = middy(async () => 1);"],
    ["a function that is not exported", "const handler = async () => 1;"],
    [
      "another export",
      "exports.main = async () => 1; exports.other = 1; module.exports = { other: 1 }; module.exports = build();",
    ],
    ["an imported name", "exports.handler = imported;"],
    ["no function", "exports.handler = 1; let a; a = 2;"],
    ["a re-export", 'export * from "./app"; export { main };'],
    ["nothing", ""],
  ])("%s", (_name, text) => {
    expect(js(text)).toBe(false);
  });
});
