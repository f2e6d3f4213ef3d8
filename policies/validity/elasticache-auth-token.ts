import { ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

const SHORTEST = 16;
const LONGEST = 128;
const REJECTED_CHARACTER = /[^A-Za-z0-9!&#$^<>-]/;

const GENERATORS: ReadonlySet<string> = new Set([
  "random:index/randomPassword:RandomPassword",
  "random:index/randomString:RandomString",
]);

/** What is wrong with a token, in words that do not show it. */
function problemOf(length: number, characters: string): string | undefined {
  if (length < SHORTEST || length > LONGEST) {
    return `has ${String(length)} characters, and AWS accepts ${String(SHORTEST)} to ${String(LONGEST)}`;
  }
  return REJECTED_CHARACTER.test(characters)
    ? "has characters other than letters, digits and ! & # $ ^ < > -"
    : undefined;
}

/** The generator whose result is the token, unchanged. */
function generatorOf(token: View): Resource | undefined {
  const [source, second] = token.resource.propertyDependencies.get(token.path) ?? [];
  if (source === undefined || second !== undefined || !GENERATORS.has(source.type)) {
    return undefined;
  }
  const text = token.str();
  const [result] = source.outputs.texts(["result"]);
  return known(text) && result !== undefined && text !== result ? undefined : source;
}

function problemOfGenerator(generator: Resource): string | undefined {
  const entries = generator.entries();
  if (!known(entries)) {
    return undefined;
  }
  const inputs = new Map(entries);
  const length = inputs.get("length")?.num();
  const special = inputs.get("special")?.bool() ?? true;
  const own = inputs.get("overrideSpecial")?.str() ?? "";
  // By default it uses !@#$%&*()-_=+[]{}<>:?
  const characters = special === true && known(own) ? own || "@" : "";
  return problemOf(known(length) ? length : SHORTEST, characters);
}

export default defineRule({
  id: "elasticache-auth-token",
  category: "validity",
  description: "ElastiCache tokens must have a length and characters that AWS accepts",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "ElastiCache accepts tokens of 16 to 128 letters, digits and a few other characters. A generated password has more " +
    "characters by default, and AWS rejects the replication group after the rest of the stack exists.",
  fix: {
    typescript: `const token = new random.RandomPassword("cache-token", { length: 64, special: false });
// and in the replication group:
authToken: token.result,`,
    python: `token = random.RandomPassword("cache-token", length=64, special=False)
# and in the replication group:
auth_token=token.result,`,
    yaml: `resources:
  cache-token:
    type: random:RandomPassword
    properties:
      length: 64
      special: false
  cache:
    type: aws:elasticache:ReplicationGroup
    properties:
      authToken: \${cache-token.result}`,
  },
  limits: "Unknown tokens that do not come from one RandomPassword or RandomString alone.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html"],
  stack(stack, { report, undecided }) {
    for (const group of stack.managed(ELASTICACHE_REPLICATION_GROUP)) {
      const tokens = ["authToken", "authTokenWo"].map((property) => group.at(property));
      for (const token of tokens.filter(({ value }) => value !== undefined && value !== "")) {
        const generator = generatorOf(token);
        const text = token.str();
        // What a generator has produced counts, not what it could produce.
        const problem = known(text) ? problemOf(text.length, text) : generator && problemOfGenerator(generator);
        if (problem !== undefined) {
          report({
            at: token,
            onlyAtCreation: true,
            message:
              `The token${generator ? ` that ${generator.name} generates` : ""} ${problem}. ` +
              (generator
                ? `Give ${generator.name} \`length: 64, special: false\`.`
                : "Use a generated one, such as a random.RandomPassword with `length: 64, special: false`."),
            awsError: "Invalid AuthToken provided",
          });
        } else if (!generator && text === UNKNOWN) {
          undecided(token);
        }
      }
    }
  },
});
