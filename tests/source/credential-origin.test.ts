import { credentialOrigin, type CredentialFacts, type CredentialOrigin } from "../../src/source/credential-origin";
import type { ProjectFacts } from "../../src/source/project-files";
import { memoryFiles } from "../../src/testing/files";
import { Stack } from "../../src/graph/stack";
import { build, resource, text, type Input } from "../../src/testing/stack";

const DB = "aws:rds/instance:Instance";
const table = resource("aws:dynamodb/table:Table", "orders", { name: "orders-table" });
const random = resource("random:index/randomPassword:RandomPassword", "password", { length: 32 });
const REGION: readonly [string, string] = ["aws:region", "us-east-1"];

interface Given {
  password: Input;
  files?: Record<string, string>;
  config?: Record<string, string>;
  environment?: string[];
  computed?: string[];
  excerpt?: string;
  dependsOn?: boolean;
}

function originOf({
  password,
  files,
  config = {},
  environment,
  computed = [],
  excerpt,
  dependsOn,
}: Given): CredentialOrigin {
  const options = dependsOn === true ? { dependsOn: [table] } : {};
  const [db] = Stack.from(build([table, random, resource(DB, "db", { password }, options)], "up")).ofType(DB);
  const view = db?.at("password");
  const known = view?.str();
  if (!view || typeof known !== "string") {
    throw new Error("no password");
  }
  const project: ProjectFacts = {
    name: "shop",
    stack: "dev",
    config: new Map([REGION, ...Object.entries(config)]),
    hasConfiguration: true,
    deploying: false,
    ...(environment && { environment: new Set(environment) }),
    ...(files && { files: memoryFiles(files) }),
  };
  const facts: CredentialFacts = { project, computed: new Set(computed) };
  return credentialOrigin({ view, text: known, ...(excerpt !== undefined && { excerpt }) }, facts);
}

const SECRET = "kX93jfLq";
const code = (line: string): Record<string, string> => ({ "index.ts": line });

test.each<[string, Given, CredentialOrigin["kind"]]>([
  ["a literal", { password: SECRET, files: code(`p("${SECRET}")`) }, "source"],
  [
    "a literal in base64",
    { password: SECRET, files: code(`p(b64("${Buffer.from(SECRET).toString("base64")}"))`) },
    "source",
  ],
  [
    "an excerpt in a longer literal",
    { password: SECRET, excerpt: "p=kX93jfLq", files: code('p("x;p=kX93jfLq;y")') },
    "source",
  ],
  [
    "an excerpt around a computed part",
    { password: SECRET, excerpt: "p=kX93jfLq", files: code("p(`p=kX93jfLq@${h()}`)") },
    "source",
  ],
  ["an excerpt that is nowhere", { password: SECRET, excerpt: "p=kX93jfLq", files: code('p("x")') }, "unknown"],
  ["nothing that is known", { password: SECRET, files: code('p("x")') }, "unknown"],
  ["no sources", { password: SECRET }, "unknown"],
  ["a secret of the configuration", { password: SECRET, config: { "shop:password": SECRET } }, "provided"],
  [
    "a secret of the configuration that is also a literal",
    { password: SECRET, config: { "shop:password": SECRET }, files: code(`p("${SECRET}")`) },
    "provided",
  ],
  [
    "a literal that is equal to a name in the configuration",
    { password: "gold", config: { "shop:tier": "gold" }, files: code('p("gold")') },
    "source",
  ],
  ["a name of the configuration", { password: "gold", config: { "shop:tier": "gold" } }, "provided"],
  [
    "a secret in an object of the configuration",
    { password: SECRET, config: { "shop:db": `[{"token":"${SECRET}"}]` } },
    "provided",
  ],
  // What is contained has to be a secret, and long enough not to be there by chance.
  ["a secret of four characters in it", { password: "db-k9X2", config: { "shop:password": "k9X2" } }, "provided"],
  ["a secret of three characters in it", { password: "db-k9X", config: { "shop:password": "k9X" } }, "unknown"],
  [
    "an unnamed value of eight characters in it",
    { password: "db-k9X2m4Q7", config: { "shop:x": "k9X2m4Q7" } },
    "provided",
  ],
  [
    "an unnamed value of seven characters in it",
    { password: "db-k9X2m4Q", config: { "shop:x": "k9X2m4Q" } },
    "unknown",
  ],
  ["a long name in it", { password: "db-platinum-9", config: { "shop:tier": "platinum" } }, "unknown"],
  ["a long number in it", { password: "db-123456789", config: { "shop:account": "123456789" } }, "unknown"],
  ["an empty value of the configuration", { password: SECRET, config: { "shop:password": "" } }, "unknown"],
  ["a variable of the environment", { password: SECRET, environment: [SECRET] }, "provided"],
  [
    "a literal that is a variable too",
    { password: SECRET, environment: [SECRET], files: code(`p("${SECRET}")`) },
    "source",
  ],
  ["what a resource computes", { password: SECRET, computed: [SECRET] }, "provided"],
  ["what a resource computes, in a longer string", { password: `x-${SECRET}`, computed: [SECRET] }, "provided"],
  ["three characters that a resource computes", { password: `x-k9X`, computed: ["k9X"] }, "unknown"],
  ["an output of another resource", { password: text`${table.name}`, files: code('p("orders-table")') }, "provided"],
  [
    "a literal equal to an output",
    { password: "orders-table", dependsOn: true, files: code('p("orders-table")') },
    "source",
  ],
  ["a computed string that is nowhere", { password: text`x${table.arn}`, files: code('p("x")') }, "provided"],
  [
    "a string around an identity",
    { password: text`Sup3r-${table.name}`, files: code("p(`Sup3r-${t.name}`)") },
    "source",
  ],
  [
    "a string around a generated one",
    { password: text`Sup3r-${random.result}`, files: code("p(`Sup3r-${r.result}`)") },
    "provided",
  ],
  ["a string around the stack's name", { password: "Sup3r-dev", files: code("p(`Sup3r-${s()}`)") }, "source"],
  ["a string around the project's name", { password: "Sup3r-shop", files: code("p(`Sup3r-${s()}`)") }, "source"],
  ["a string around a number", { password: "Sup3r-2024", files: code("p(`Sup3r-${s()}`)") }, "source"],
  [
    "a string around a number that a resource computes",
    { password: "Sup3r-2024", computed: ["2024"], files: code("p(`Sup3r-${s()}`)") },
    "provided",
  ],
  ["a string around a long number", { password: "Sup3r-202420242", files: code("p(`Sup3r-${s()}`)") }, "unknown"],
  [
    "a string around a name of the configuration",
    { password: "Sup3r-gold", config: { "shop:tier": "gold" }, files: code("p(`Sup3r-${s()}`)") },
    "source",
  ],
  [
    "a string around a secret",
    { password: "Sup3r-gold", config: { "shop:token": "gold" }, files: code("p(`Sup3r-${s()}`)") },
    "provided",
  ],
  ["a string around another literal", { password: "Sup3r-abc", files: code("p(`Sup3r-${s()}`, 'abc')") }, "source"],
  ["a string around something else", { password: "Sup3r-zzz", files: code("p(`Sup3r-${s()}`)") }, "unknown"],
  ["a few characters around the stack's name", { password: "p-!dev", files: code("p(`p-!${s()}`)") }, "unknown"],
  [
    "literals that few characters join",
    { password: "Sup3r-dev", files: code("p(`${a()}-${s()}`, 'Sup3r')") },
    "source",
  ],
  ["a placeholder", { password: "changeme" }, "placeholder"],
  ["a placeholder beside a hidden secret", { password: "changeme", config: { "shop:p": "[secret]" } }, "unknown"],
  ["another file", { password: SECRET, files: { "a.json": `{"p":"${SECRET}"}` } }, "file"],
  ["a part of a word in another file", { password: SECRET, files: { "a.json": `{"p":"x${SECRET}"}` } }, "unknown"],
  ["a short word in another file", { password: "k9X2m4Q", files: { "a.json": '{"p":"k9X2m4Q"}' } }, "unknown"],
  ["a name in another file", { password: "orders-app", files: { "a.json": '{"p":"orders-app"}' } }, "unknown"],
  ["an excerpt in another file", { password: "k9X", excerpt: "P=k9X", files: { "a.sh": "export P=k9X\n" } }, "file"],
  ["an ignored file", { password: SECRET, files: { "a.json": SECRET, ".gitignore": "# own\n*.json\n" } }, "unknown"],
  ["an ignored folder", { password: SECRET, files: { "own/a.txt": SECRET, ".gitignore": "/own/\n" } }, "unknown"],
  ["the environment of one machine", { password: SECRET, files: { ".env": `P=${SECRET}` } }, "unknown"],
  [
    "an exported state",
    { password: SECRET, files: { "a.json": `{"urn":"urn:pulumi:dev::shop","p":"${SECRET}"}` } },
    "unknown",
  ],
])("%s", (_name, given, expected) => {
  expect(originOf(given).kind).toBe(expected);
});

describe("a setting in plain text", () => {
  const stackFile = (yaml: string, password = SECRET): CredentialOrigin =>
    originOf({ password, config: { "shop:p": password }, files: { "Pulumi.dev.yaml": yaml } });

  test.each<[string, string]>([
    ["a string", `config:\n  shop:p: ${SECRET}\n`],
    ["in an object", `config:\n  shop:p:\n    db:\n      - ${SECRET}\n`],
    ["with a declared value", `config:\n  shop:p:\n    value: ${SECRET}\n`],
  ])("%s", (_name, yaml) => {
    expect(stackFile(yaml)).toEqual({
      kind: "setting",
      setting: { path: "Pulumi.dev.yaml", key: "shop:p", value: SECRET },
    });
  });

  it("may be a number", () => {
    expect(stackFile("config:\n  shop:p: 20241119\n", "20241119").kind).toBe("setting");
  });

  it("is not one that is encrypted, nor that of another stack", () => {
    expect(stackFile("config:\n  shop:p:\n    secure: AAABAK\n").kind).toBe("provided");
    const files = { "Pulumi.prod.yaml": `config:\n  shop:p: ${SECRET}\n` };
    expect(originOf({ password: SECRET, config: { "shop:p": SECRET }, files }).kind).toBe("provided");
  });
});

test("the files and folders that a .gitignore covers", () => {
  const ignored = memoryFiles({
    ".gitignore": "secrets.json\n*.pem\nlocal*\n/top.txt\nkeys/**\n**/deep.txt\n!kept.txt\n\n",
    "a/secrets.json": "1",
    "b/key.pem": "1",
    "local-1/x.txt": "1",
    "top.txt": "1",
    "a/top.txt": "1",
    "keys/x.txt": "1",
    "a/b/deep.txt": "1",
    "kept.txt": "1",
    pem: "1",
  });
  expect(ignored.texts.map(({ path }) => path)).toEqual([".gitignore", "a/top.txt", "kept.txt", "pem"]);
});
