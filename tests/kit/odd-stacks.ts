import fc from "fast-check";
import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { STACK_TYPE } from "../../src/graph/stack";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../../src/graph/value";
import { propertiesAt, TYPES } from "../../src/testing/aws-schema";
import { LOOKED_AT, wordsNear } from "./source-words";

// Stacks that no program would make and no provider would take, for the rules to survive. The same seed gives the same.

/** Texts that have tripped programs. */
const TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\n",
  "\u202e\u2066x",
  `e${"\u0301".repeat(200)}`,
  "👩‍👩‍👧‍👦",
  "👩".repeat(90),
  "\ufeff{}",
  "İıẞßﬁ",
  "١٢٣",
  "\ufffd\uffff\u0085\u2028",
  "x".repeat(5_000),
  "a-".repeat(3_000),
  "(".repeat(500),
  `${"a".repeat(60)}!`,
  "[object Object]",
  "1e999",
  "0x10",
  "NaN",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/33",
  "10.0.0.0/-1",
  "999.1.1.1/8",
  "arn:::::",
  "arn:aws:iam::aws:policy/",
  "arn:aws:iam::*:role/${aws:username}",
  "*".repeat(100),
  "?*".repeat(100),
  "rate(0 days)",
  "rate(99999999999999999999 days)",
  "cron(* * * * * *)",
  "cron()",
  "2026-02-30",
  "${",
  "{{resolve:secretsmanager:x}}",
  "postgres://u:p@h:1/d",
  "-----BEGIN RSA PRIVATE KEY-----",
  "IyEvYmluL2Jhc2g=",
  "%00%ff",
  "../../../etc/passwd",
  "/",
];

const KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "then",
  "valueOf",
  "",
  "0",
  "-1",
  ".",
];

const unicode = fc.string({ unit: "binary", maxLength: 40 });

const scalar: fc.Arbitrary<Wire> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(UNKNOWN_STRING) },
  { weight: 1, arbitrary: fc.constantFrom<Wire>(null, true, false) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -0, 1, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, -1e308, NaN, Infinity, -Infinity),
  },
  { weight: 1, arbitrary: fc.integer({ min: -10, max: 70_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: unicode },
);

const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("name", "value", "key", "type", "arn", "Statement", "Action", "Principal") },
  { weight: 2, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: unicode },
);

// `fromEntries` makes a property of `__proto__` too.
const record = (keys: fc.Arbitrary<string>, values: fc.Arbitrary<Wire>, maxLength: number): fc.Arbitrary<Wire> =>
  fc.array(fc.tuple(keys, values), { maxLength }).map((entries) => Object.fromEntries(entries) as Wire);

/** Any value at all, and among them what the engine marks by a signature, whole or broken. */
const anything: fc.Arbitrary<Wire> = fc.letrec<{ value: Wire; signed: Wire }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 2, arbitrary: record(key, tie("value"), 4) },
    { weight: 1, arbitrary: tie("signed") },
  ),
  signed: fc
    .tuple(
      fc.oneof(fc.constantFrom<Wire>(...Object.values(SIGNATURES), "", "0".repeat(32)), scalar),
      record(
        fc.constantFrom("value", "text", "path", "uri", "hash", "assets", "id", "urn", "secret", "dependencies"),
        fc.oneof(
          scalar,
          tie("value"),
          record(fc.constantFrom("index.js", "a/b.py", ".", "", "__proto__"), tie("signed"), 3),
        ),
        4,
      ),
    )
    .map(([signature, fields]) => ({ ...(fields as Record<string, Wire>), [SIGNATURE]: signature })),
})).value;

const SIGNS = ["{", "}", "[", "]", '"', ":", ",", "\\", " ", "0", "n", "\0", "\u2028", "é"];

/** JSON that was whole once: cut, doubled, with a byte changed or put in, or wrapped in many brackets. */
const broken = (json: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(json, fc.nat(), fc.nat(), fc.nat({ max: 6 }), fc.constantFrom(...SIGNS))
    .map(([text, from, to, how, sign]) => {
      const at = from % (text.length + 1);
      const end = at + (to % (text.length - at + 1));
      const depth = [100, 1_000, 10_000][to % 3] ?? 0;
      switch (how) {
        case 0:
          return text.slice(0, at);
        case 1:
          return text.slice(0, end) + text.slice(at);
        case 2:
          return text.slice(0, at) + sign + text.slice(at + 1);
        case 3:
          return text.slice(0, at) + sign + text.slice(at);
        case 4:
          return '{"Statement":['.repeat(depth) + text + "]}".repeat(depth);
        case 5:
          return "[".repeat(depth) + text;
        default:
          return text;
      }
    });

const STATEMENT = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

const policyDocument: fc.Arbitrary<string> = fc
  .record(
    {
      Version: fc.oneof(fc.constant<Wire>("2012-10-17"), anything),
      Id: anything,
      Statement: fc.oneof(
        anything,
        fc.array(
          record(
            fc.oneof(fc.constantFrom(...STATEMENT), key),
            fc.oneof(fc.constantFrom<Wire>("Allow", "Deny", "*", "s3:*", "iam:Pass*", "sts:AssumeRole"), anything),
            8,
          ),
          { maxLength: 4 },
        ),
      ),
    },
    { requiredKeys: [] },
  )
  .map((document) => JSON.stringify(document));

/** Places in the stack that a value may name, by the number of a resource. */
const reference = (count: number): fc.Arbitrary<Wire> =>
  fc
    .tuple(fc.nat({ max: Math.max(count - 1, 0) }), fc.constantFrom("id", "arn", "name", "id.fifo"))
    .map(([index, property]) => `r${String(index)}-${property}`);

/** A value for a place in a type: mostly of the shape that the schema has there, with what rules compare it to. */
function valueAt(type: string, path: readonly string[], count: number): fc.Arbitrary<Wire> {
  const below = propertiesAt(type, path);
  const words = wordsNear(path.at(-1) ?? "");
  const wordScalar = fc.oneof(...(words.length > 0 ? [fc.constantFrom<Wire>(...words)] : []), scalar, reference(count));
  const object: fc.Arbitrary<Wire> =
    below.length > 0 && path.length < 5
      ? some(below, 8).chain((keys) =>
          fc.record(Object.fromEntries(keys.map((name) => [name, valueAt(type, [...path, name], count)]))),
        )
      : record(words.length > 0 ? fc.constantFrom(...words) : key, fc.oneof(wordScalar, anything), 4);
  const shaped = below.length > 0 ? object : wordScalar;
  return fc.oneof(
    { weight: 6, arbitrary: shaped },
    { weight: 3, arbitrary: fc.array(shaped, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.oneof(object, fc.array(object, { maxLength: 3 })).map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: anything },
  );
}

function some(names: string[], most: number): fc.Arbitrary<string[]> {
  return fc.subarray(names, { maxLength: Math.min(most, names.length) });
}

interface Odd {
  type: string;
  inputs: Record<string, Wire>;
  /** Wrong where it differs from the inputs. */
  outputs?: Record<string, Wire> | undefined;
  links: readonly number[];
  name?: string | undefined;
  parent?: number | undefined;
  provider?: number | undefined;
}

const links = fc.array(fc.nat({ max: 12 }), { maxLength: 4 });

const ofSchema = (types: fc.Arbitrary<string>, count: number): fc.Arbitrary<Odd> =>
  types.chain((type) =>
    fc.record({
      type: fc.constant(type),
      inputs: some(propertiesAt(type, []), 14).chain((keys) =>
        fc.record(Object.fromEntries(keys.map((name) => [name, valueAt(type, [name], count)]))),
      ),
      links,
    }),
  );

const ODD_TYPES = [
  STACK_TYPE,
  "pulumi:providers:aws",
  "pulumi:pulumi:StackReference",
  "random:index/randomPassword:RandomPassword",
  "command:local:Command",
  "awsx:ec2:Vpc",
  "aws:alb/listener:Listener",
  "aws:s3/bucketV2:BucketV2",
  "aws:nothing/here:Here",
  "aws:",
  "aws",
  ":",
  "",
  "__proto__",
  "constructor",
  "toString",
  "a:b:c:d:e",
];

const JSON_PROPERTIES =
  /polic|definition|body|document|pattern|redrive|secretString|containerProperties|settings|input/i;

const LOOKED_AT_WITH_JSON = LOOKED_AT.filter((type) =>
  propertiesAt(type, []).some((name) => JSON_PROPERTIES.test(name)),
);

const number = (odd: readonly Odd[], index: number): string =>
  `urn:pulumi:dev::shop::${odd[index]?.type ?? "x:y:Z"}::r${String(index)}`;

/** What the engine would send of these: links that lead out of the stack lead to what is not there. */
function recorded(odd: readonly Odd[]): RecordedStack {
  const resources = odd.map((one, index): RecordedResource => {
    const urns = one.links.map((link) => number(odd, link));
    const properties = Object.keys(one.inputs);
    return {
      urn: number(odd, index),
      type: one.type,
      name: one.name ?? `r${String(index)}`,
      custom: true,
      inputs: one.inputs,
      outputs: one.outputs ?? {
        ...one.inputs,
        id: index % 2 === 0 ? UNKNOWN_STRING : `r${String(index)}-id`,
        arn: index % 2 === 0 ? UNKNOWN_STRING : `r${String(index)}-arn`,
        name: `r${String(index)}-name`,
      },
      dependencies: urns,
      propertyDependencies: Object.fromEntries(
        properties.map((property, at) => [property, urns.filter((_urn, link) => (at + link) % 3 === 0)]),
      ),
      ...(one.parent !== undefined && { parent: number(odd, one.parent) }),
      ...(one.provider !== undefined && { provider: `${number(odd, one.provider)}::id` }),
    };
  });
  return { project: "shop", stack: "dev", organization: "o", config: {}, resources };
}

const MOST = 10;
const stackOf = (one: fc.Arbitrary<Odd>, minLength = 1): fc.Arbitrary<RecordedStack> =>
  fc.array(one, { minLength, maxLength: MOST }).map(recorded);

const anyRecord = record(fc.oneof(key, unicode), anything, 10) as fc.Arbitrary<Record<string, Wire>>;

/** Kinds of stacks of up to ten resources. */
export const ODD_STACKS = {
  /** Types that rules look at, with values near to those that rules look for. */
  "near to what rules look for": stackOf(ofSchema(fc.constantFrom(...LOOKED_AT), MOST)),
  /** Types that rules look at, with anything at their arguments. */
  "wrong types everywhere": stackOf(
    fc.constantFrom(...LOOKED_AT).chain((type) =>
      fc.record({
        type: fc.constant(type),
        inputs: record(fc.constantFrom("region", ...propertiesAt(type, [])), anything, 14) as fc.Arbitrary<
          Record<string, Wire>
        >,
        links,
      }),
    ),
  ),
  /** Any type of @pulumi/aws, or one that does not exist, with any properties and outputs. */
  "unknown types and names": stackOf(
    fc.record({
      type: fc.oneof(fc.constantFrom(...TYPES), fc.constantFrom(...ODD_TYPES), unicode),
      inputs: anyRecord,
      outputs: fc.option(anyRecord, { nil: undefined }),
      name: fc.oneof(fc.constantFrom(...TEXTS), unicode, fc.constant("n".repeat(100_000))),
      links,
    }),
  ),
  /** Texts of JSON that are broken, deep or of another shape. */
  "broken JSON": stackOf(
    fc.constantFrom(...LOOKED_AT_WITH_JSON).chain((type) =>
      fc.record({
        type: fc.constant(type),
        inputs: fc.record(
          Object.fromEntries(
            propertiesAt(type, [])
              .filter((name) => JSON_PROPERTIES.test(name))
              .map((name) => [
                name,
                broken(
                  fc.oneof(
                    policyDocument,
                    valueAt(type, [name], MOST).map((one) => JSON.stringify(one)),
                  ),
                ),
              ]),
          ),
        ),
        links,
      }),
    ),
  ),
  /** Parents and dependencies in circles, to what is not there, and URNs twice. */
  "circles and gaps": fc
    .tuple(
      fc.array(ofSchema(fc.oneof(fc.constantFrom(...LOOKED_AT), fc.constantFrom(...ODD_TYPES)), MOST), {
        minLength: 2,
        maxLength: MOST,
      }),
      fc.array(fc.nat({ max: MOST + 2 }), { minLength: MOST, maxLength: MOST }),
      fc.array(fc.nat({ max: MOST + 2 }), { minLength: MOST, maxLength: MOST }),
      fc.boolean(),
    )
    .map(([odd, parents, providers, twice]) => {
      const one = recorded(
        odd.map((resource, index) => ({ ...resource, parent: parents[index], provider: providers[index] })),
      );
      return twice ? { ...one, resources: [...one.resources, ...one.resources] } : one;
    }),
} as const satisfies Record<string, fc.Arbitrary<RecordedStack>>;

export type OddKind = keyof typeof ODD_STACKS;
