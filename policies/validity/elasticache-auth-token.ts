import { REPLICATION_GROUP } from "../../stack/caches";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const SHORTEST = 16;
const LONGEST = 128;
const REFUSED_CHARACTER = /[^A-Za-z0-9!&#$^<>-]/;

const GENERATORS: ReadonlySet<string> = new Set([
  "random:index/randomPassword:RandomPassword",
  "random:index/randomString:RandomString",
]);

/** What is wrong with a token, or with what a generator makes, in words that do not show it. */
function faultOf(length: number, characters: string): string | undefined {
  if (length < SHORTEST || length > LONGEST) {
    return `has ${String(length)} characters, and 16 to 128 are allowed`;
  }
  return REFUSED_CHARACTER.test(characters)
    ? "has characters other than letters, digits and ! & # $ ^ < > -"
    : undefined;
}

/** The generator whose result is the token as it stands; absent where it is none, or was changed on the way. */
function generatorOf(token: View): Resource | undefined {
  const [source, second] = token.resource.propertyDependencies.get(token.path) ?? [];
  if (source === undefined || second !== undefined || !GENERATORS.has(source.type)) {
    return undefined;
  }
  const text = token.str();
  const [result] = source.outputs.texts(["result"]);
  return known(text) && result !== undefined && text !== result ? undefined : source;
}

function faultOfGenerator(generator: Resource): string | undefined {
  const entries = generator.entries();
  if (!known(entries)) {
    return undefined;
  }
  const inputs = new Map(entries);
  const length = inputs.get("length")?.num();
  const special = inputs.get("special")?.bool() ?? true;
  const own = inputs.get("overrideSpecial")?.str() ?? "";
  // Unless told otherwise it takes from !@#$%&*()-_=+[]{}<>:?
  const characters = special === true && known(own) ? own || "@" : "";
  return faultOf(known(length) ? length : SHORTEST, characters);
}

export default defineRule({
  id: "elasticache-auth-token",
  category: "validity",
  description: "ElastiCache tokens have a length and characters that it takes",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "ElastiCache takes tokens of 16 to 128 letters, digits and a few other characters. A generated password has others " +
    "too unless told otherwise, and the replication group is refused after the rest of the stack is there.",
  fix: {
    typescript:
      'const token = new random.RandomPassword("cache-token", { length: 64, special: false });\n' +
      "// and in the replication group:\nauthToken: token.result,",
    python:
      'token = random.RandomPassword("cache-token", length=64, special=False)\n' +
      "# and in the replication group:\nauth_token=token.result,",
    yaml:
      "resources:\n  cache-token:\n    type: random:RandomPassword\n    properties:\n      length: 64\n" +
      "      special: false\n  cache:\n    type: aws:elasticache:ReplicationGroup\n    properties:\n" +
      "      authToken: ${cache-token.result}",
  },
  limits: "Tokens that are not known yet and come from something else than a RandomPassword or RandomString alone.",
  stack(stack, { report, undecided }) {
    for (const group of stack.ofType(REPLICATION_GROUP).filter(({ outside }) => !outside)) {
      const tokens = ["authToken", "authTokenWo"].map((property) => group.at(property));
      for (const token of tokens.filter(({ value }) => value !== undefined && value !== "")) {
        const generator = generatorOf(token);
        const text = token.str();
        // What a generator has made already counts, whatever it may make of others.
        const fault = known(text) ? faultOf(text.length, text) : generator && faultOfGenerator(generator);
        if (fault !== undefined) {
          report({
            at: token,
            message: generator
              ? `the token that ${generator.name} generates ${fault}; give ${generator.name} length: 64 and special: false.`
              : `the token ${fault}; use a generated one, such as a RandomPassword with length: 64 and special: false.`,
            answer: "Invalid AuthToken provided",
          });
        } else if (!generator && text === UNKNOWN) {
          undecided(token);
        }
      }
    }
  },
});
