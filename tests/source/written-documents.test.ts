import { isUnknownOnWire, PARTLY_KNOWN, UNKNOWN, type Value } from "../../src/graph/value";
import { Stack } from "../../src/graph/stack";
import { projectFiles } from "../../src/source/files";
import { writtenDocuments } from "../../src/source/written-documents";
import { memoryFiles } from "../../src/testing/files";
import { build, resource, unknown } from "../../src/testing/stack";
import { describePrograms, recording } from "../kit/programs";

const POLICY = "aws:iam/rolePolicy:RolePolicy";
const SOMETHING = UNKNOWN as unknown as string;

const recorded = build([resource(POLICY, "read", { role: "reader", policy: unknown })], "preview");
const [policy] = Stack.from(recorded).ofType(POLICY);

/** The document that a source writes for the policy. */
function written(file: string, text: string): Value | undefined {
  const documents = policy && writtenDocuments(memoryFiles({ [file]: text }), policy);
  return documents?.get("policy")?.value;
}

const inTypeScript = (value: string, around = ""): Value | undefined =>
  written("index.ts", `${around}\nnew aws.iam.RolePolicy("read", { role: role.id, policy: ${value} });\n`);
const inPython = (value: string, around = ""): Value | undefined =>
  written("__main__.py", `${around}\naws.iam.RolePolicy("read", role=role.id, policy=${value})\n`);

describe("the document that a source writes", () => {
  it.each<[string, Value]>([
    ['pulumi.jsonStringify({ Effect: "Allow", Resource: bucket.arn })', { Effect: "Allow", Resource: SOMETHING }],
    ['jsonStringify({ "Effect": ("Deny") })', { Effect: "Deny" }],
    ['bucket.arn.apply((arn) => JSON.stringify({ Resource: [arn, "*"] }))', { Resource: [SOMETHING, "*"] }],
    ["pulumi.all([a, b]).apply(([a, b]) => { return JSON.stringify([{ a, n: -1.5 }]); })", [{ a: SOMETHING, n: -1.5 }]],
    [
      'pulumi.interpolate`{"Resource": "${bucket.arn}/*", "n": ${n}, "x": [1]}`',
      { Resource: SOMETHING, n: SOMETHING, x: [1] },
    ],
    ['arn.apply((arn) => `{"Resource": "${arn}"}`)', { Resource: SOMETHING }],
    ["pulumi.jsonStringify({ a: null, b: undefined, c: true, d: `x` })", { a: null, c: true, d: "x" }],
    [
      "pulumi.jsonStringify({ a: [...others], b: open ? 1 : 2, c: `${d}x` })",
      { a: SOMETHING, b: SOMETHING, c: SOMETHING },
    ],
    ['pulumi.jsonStringify({ a: "two\\nlines" })', { a: SOMETHING }],
  ])("in TypeScript: %s", (value, expected) => {
    expect(inTypeScript(value)).toEqual(expected);
    expect(written("index.js", `new aws.iam.RolePolicy("read", { policy: ${value} });`)).toEqual(expected);
  });

  it.each<[string, Value]>([
    ['pulumi.Output.json_dumps({"Effect": "Allow", "Resource": bucket.arn})', { Effect: "Allow", Resource: SOMETHING }],
    [
      'bucket.arn.apply(lambda arn: json.dumps({"Resource": [arn, None, True]}))',
      { Resource: [SOMETHING, null, true] },
    ],
    ['Output.json_dumps({"a": [*others], "b": f"{c}", "d": "x" "y"})', { a: SOMETHING, b: SOMETHING, d: SOMETHING }],
  ])("in Python: %s", (value, expected) => {
    expect(inPython(value)).toEqual(expected);
  });

  it("follows a variable that is set once", () => {
    expect(inTypeScript("document", 'const document = pulumi.jsonStringify({ Effect: "Allow" });')).toEqual({
      Effect: "Allow",
    });
    expect(inTypeScript("pulumi.jsonStringify({ Statement })", "const Statement = [{ a: b.arn }];")).toEqual({
      Statement: [{ a: SOMETHING }],
    });
    expect(inPython("Output.json_dumps({'Version': VERSION})", "VERSION = '2012-10-17'")).toEqual({
      Version: "2012-10-17",
    });
  });

  it("does not follow one that may be something else", () => {
    expect(inTypeScript("document", "let document = pulumi.jsonStringify({ a: 1 });")).toBeUndefined();
    expect(inTypeScript("pulumi.jsonStringify({ Statement })", "const Statement = [1]; Statement.push(2);")).toEqual({
      Statement: SOMETHING,
    });
    expect(inTypeScript("pulumi.jsonStringify({ v })", "const v = 1; function f(v: number) {}")).toEqual({
      v: SOMETHING,
    });
    for (const around of [
      "V = 1\nV = 2",
      "V = 1\nV += 1",
      "for V in values:\n    pass",
      "def f(V):\n    pass\nV = 1",
    ]) {
      expect(inPython("Output.json_dumps({'v': V})", around)).toEqual({ v: SOMETHING });
    }
  });

  it("may have more properties where some are spread or computed", () => {
    for (const value of [
      inTypeScript("pulumi.jsonStringify({ a: 1, ...others, b: 2 })"),
      inTypeScript("pulumi.jsonStringify({ a: 1, [name]: 3, b: 2 })"),
      inPython("Output.json_dumps({'a': 1, **others, 'b': 2})"),
    ]) {
      expect(value).toEqual({ a: SOMETHING, b: 2 });
      expect(Object(value)).toHaveProperty([PARTLY_KNOWN]);
    }
  });

  it.each([
    "makePolicy(bucket)",
    'JSON.stringify({ a: 1 }, ["b"])',
    "bucket.arn.apply(toPolicy)",
    "bucket.arn.apply((arn) => { log(arn); return JSON.stringify({ arn }); })",
    'pulumi.interpolate`{"a": "\\\\"${b}"}`',
    "pulumi.interpolate`not ${json}`",
    'pulumi.jsonStringify("text")',
  ])("is not read from %s", (value) => {
    expect(inTypeScript(value)).toBeUndefined();
  });

  it("is not read where the source does not show which one it is", () => {
    const once = 'new aws.iam.RolePolicy("read", { policy: pulumi.jsonStringify({ a: 1 }) });';
    expect(written("index.ts", once)).toEqual({ a: 1 });
    expect(written("index.ts", `${once}\n${once}`)).toBeUndefined();
    expect(written("index.ts", once.replace('"read"', "name"))).toBeUndefined();
    expect(written("index.ts", once.replace("RolePolicy", "UserPolicy"))).toBeUndefined();
    expect(written("index.ts", once.replace("policy:", "...more, other:"))).toBeUndefined();
  });
});

/** True where a value is as the source writes it. */
function isAsWritten(document: Value, made: unknown): boolean {
  if (document === UNKNOWN) {
    return true;
  }
  if (Array.isArray(document)) {
    const list: readonly unknown[] = Array.isArray(made) ? made : [];
    return list.length === document.length && document.every((item, index) => isAsWritten(item, list[index]));
  }
  if (typeof document !== "object" || document === null) {
    return document === made;
  }
  const properties = Object(made) as Record<string, unknown>;
  return (
    Object.entries(document as Record<string, Value>).every(([key, item]) => isAsWritten(item, properties[key])) &&
    (PARTLY_KNOWN in document || Object.keys(properties).every((key) => key in document))
  );
}

let read = 0;

describePrograms((program) => {
  it("has documents as its source writes them", async () => {
    const [preview, made] = await Promise.all([recording(program, "preview"), recording(program, "up")]);
    const inputs = new Map(made.resources.map((one) => [one.urn, one.inputs]));
    const files = projectFiles(program.folder);
    for (const one of Stack.from(preview).resources) {
      for (const [property, { value, location }] of writtenDocuments(files, one) ?? []) {
        const text = inputs.get(one.urn)?.[property] as string;
        if (isUnknownOnWire(text)) {
          continue; // computed from what only AWS knows, such as the answer of a data source
        }
        expect([location, isAsWritten(value, JSON.parse(text))]).toEqual([location, true]);
        read += 1;
      }
    }
  });
});

it("is found in the examples", () => {
  expect(read).toBeGreaterThan(10);
});
