import { output } from "@pulumi/pulumi";
import { stringified, stringifiedInBase64 } from "../../src/graph/output-text";

// What the installed SDK itself writes; it also warns, which a test need not show.
// eslint-disable-next-line @typescript-eslint/no-base-to-string -- the very mistake that is looked for
const NODE = String(output("x"));
const NODE_JSON = JSON.stringify({ Resource: output("x") });
const PYTHON =
  "Calling __str__ on an Output[T] is not supported.\n\nTo get the value of an Output[T] as an Output[str] consider:\n" +
  '1. o.apply(lambda v: f"prefix{v}suffix")\n';
const DOTNET =
  "Calling [ToString] on an [Output<T>] is not supported.\r\n\r\nTo get the value of an Output<T> as an Output<string> consider:\r\n";

describe("what is turned into text", () => {
  test.each([
    ["Node.js", NODE, "an Output"],
    ["Node.js, in an ARN", `arn:aws:s3:::${NODE}/*`, "an Output"],
    ["Node.js, in a script", `#!/bin/bash\nexport HOST=${NODE}\nrun it`, "an Output"],
    ["Node.js, as JSON", NODE_JSON, "an Output"],
    ["Node.js, in a JSON text", JSON.stringify({ Resource: NODE }), "an Output"],
    ["Node.js, as a key of a JSON text", JSON.stringify({ [`${NODE}:sub`]: 1 }), "an Output"],
    ["Node.js, JSON in a script", `cat <<EOF\n${NODE_JSON}\nEOF`, "an Output"],
    ["Python", `prefix-${PYTHON}`, "an Output"],
    [".NET", DOTNET, "an Output"],
    ["older .NET", "Server=Pulumi.Output`1[System.String]", "an Output"],
    ["Python's object", "{'a': <pulumi.output.Output object at 0x7f2b8c0d5e50>}", "an Output"],
    ["a resource of Python", "<pulumi_aws.s3.bucket.Bucket object at 0x7f2b8c0d5e50>", "a resource"],
    ["a sentence cut to a name", "alb-Calling [toString] on an [Out", "an Output"],
    ["a lower-case name", "calling [tostring] on an [output<t>] is not supported.-logs", "an Output"],
    ["a name in small letters", "orders-calling--tostring--on-an--output-t--is-not", "an Output"],
    ["a name in small letters of Python", "calling-__str__-on-an-output-t--logs", "an Output"],
    ["a name of letters only", "callingtostringonanoutputtisnotsupported", "an Output"],
    ["a Promise", "[object Promise]", "a Promise"],
    ["a Promise in a path", "https://[object Promise]/v1", "a Promise"],
    ["a coroutine", "<coroutine object main.<locals>.f at 0x7f2b8c0d5e50>", "a Promise"],
    ["a coroutine of a module", "db-<coroutine object host at 0x7f2b8c0d5e50>", "a Promise"],
    ["an object", "[object Object]", "an object"],
    ["objects", "[object Object],[object Object]", "an object"],
    ["an object in an ARN", "arn:aws:s3:::[object Object]/*", "an object"],
    ["an object in a name", "logs-[object object]", "an object"],
    ["an object in a JSON text", '{"Statement": [{"Resource": ["x", "[object Object]"]}]}', "an object"],
    ["JSON in JSON", JSON.stringify({ body: JSON.stringify({ host: "[object Object]" }) }), "an object"],
  ])("%s", (_name, text, what) => {
    expect(stringified(text)).toBe(what);
  });
});

describe("what merely speaks of it", () => {
  test.each([
    "A wrapper around Output<T> values",
    "Avoid the error Calling [toString] on an [Output<T>] is not supported, use apply",
    'Runbook: "Calling [toString] on an [Output<T>] is not supported." means that apply is missing.',
    "Calling [toString] is fine for numbers",
    "Calling [to",
    "calling-strangers-on-android",
    "calling tostring on an object",
    "Fixes the [object Object] that users saw",
    'if (Object.prototype.toString.call(x) === "[object Object]") { f(); }',
    'var p = "[object Promise]";',
    "{ x = '[object Object]' }",
    '[ "[object Object] was seen" ]',
    "<pulumi.output.Output object>",
    "<pulumi> and <coroutine object> tags",
    "",
    "logs",
  ])("%s", (text) => {
    expect(stringified(text)).toBeUndefined();
  });

  test("is decided without reading a long text more than once", () => {
    expect(stringified("calling [tostring] on an ".repeat(20_000))).toBeUndefined();
    expect(stringified(`${"\\n".repeat(100_000)}[object object`)).toBeUndefined();
  });
});

describe("what is turned into text, in base64", () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");

  test("is found", () => {
    expect(stringifiedInBase64(base64(`#!/bin/bash\nexport HOST=${NODE}\n`))).toBe("an Output");
  });

  test.each([base64("#!/bin/bash\nexport HOST=db.shop.internal\n"), "#!/bin/bash", "", "YWJj"])(
    "is not in %s",
    (text) => {
      expect(stringifiedInBase64(text)).toBeUndefined();
    },
  );
});
