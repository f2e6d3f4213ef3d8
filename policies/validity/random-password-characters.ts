import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const RANDOM = "random:index/randomPassword:RandomPassword";
/** The special characters of the random provider, unless a program sets others. */
const DEFAULT_SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

interface PasswordOf {
  readonly path: string;
  /** The special characters that the service rejects. */
  readonly rejected: string;
}

const PASSWORDS: Readonly<Record<string, PasswordOf>> = {
  "aws:rds/instance:Instance": { path: "password", rejected: '/@" ' },
  "aws:rds/cluster:Cluster": { path: "masterPassword", rejected: '/@" ' },
  "aws:docdb/cluster:Cluster": { path: "masterPassword", rejected: '/@" ' },
  "aws:redshift/cluster:Cluster": { path: "masterPassword", rejected: "/@\"' \\" },
  "aws:elasticache/replicationGroup:ReplicationGroup": { path: "authToken", rejected: '/@"%*()_=+[]{}:?' },
};

/** The special characters that a random password may have; absent where it has none. */
function specialOf(password: Resource): Read<string> {
  const isSpecial = password.bool("special") ?? true;
  const own = password.str("overrideSpecial");
  return isSpecial === UNKNOWN || own === UNKNOWN
    ? UNKNOWN
    : isSpecial
      ? own === undefined || own === ""
        ? DEFAULT_SPECIAL
        : own
      : undefined;
}

function check(at: View, { rejected }: PasswordOf, { report, undecided }: Context): void {
  const sources = at.resource.propertyDependencies.get(at.property) ?? [];
  const [password, another] = sources;
  if (password?.type !== RANDOM || another || at.isAbsent) {
    return;
  }
  const special = specialOf(password);
  if (special === UNKNOWN) {
    undecided(at);
    return;
  }
  const wrong = [...new Set(special ?? "")].filter((character) => rejected.includes(character));
  if (wrong.length > 0) {
    report({
      at,
      onlyAtCreation: true,
      message:
        `The random password ${password.name} may have ${wrong.join(" ")} in it, which the service rejects in a password. Set ` +
        '`overrideSpecial: "!#-"` on it.',
    });
  }
}

export default defineRule({
  id: "random-password-characters",
  category: "validity",
  description: "Random passwords must have only characters that the database accepts",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  supersedes: ["property-combinations"],
  why:
    "A random password has special characters, and databases reject some of them in a password. Whether a deployment " +
    "succeeds is then a matter of luck: it works in one stack and fails in the next.",
  fix: {
    typescript: `const password = new random.RandomPassword("orders", { length: 32, overrideSpecial: "!#-" });`,
    python: `password = random.RandomPassword("orders", length=32, override_special="!#-")`,
    yaml: `resources:
  orders:
    type: aws:rds:Instance
    properties:
      manageMasterUserPassword: true # AWS makes the password`,
  },
  limits: "Passwords that are made in another way, and those of databases that exist already.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
  ],
  stack(stack, context) {
    for (const database of stack.managed(...Object.keys(PASSWORDS))) {
      const password = PASSWORDS[database.type];
      if (password) {
        check(database.at(password.path), password, context);
      }
    }
  },
});
