import { isStandIn } from "../../stack/credential-text";
import { credentialsIn, type Credential, type PlaceKind } from "../../stack/credentials";
import { originOf, type Origin } from "../../stack/origin";
import { defineRule } from "../rule";

const GENERATE =
  "generate it with random.RandomPassword, or take it from the configuration as a secret (config.requireSecret)";
const MENDS: Readonly<Record<PlaceKind, string>> = {
  property: GENERATE,
  store: GENERATE,
  variable: "keep it in Secrets Manager, pass the secret's ARN instead, and read it when the code starts",
  container: "keep it in Secrets Manager and name its ARN in valueFrom of the container's `secrets` instead",
  script: "keep it in Secrets Manager and read it from there when the instance starts",
};
const MANAGED: ReadonlyMap<string, string> = new Map([
  ["aws:rds/instance:Instance", "manageMasterUserPassword"],
  ["aws:rds/cluster:Cluster", "manageMasterUserPassword"],
  ["aws:docdb/cluster:Cluster", "manageMasterUserPassword"],
  ["aws:redshift/cluster:Cluster", "manageMasterPassword"],
  ["aws:redshiftserverless/namespace:Namespace", "manageAdminPassword"],
]);

const WHAT: Readonly<Record<Exclude<Origin, "elsewhere">, string>> = {
  source: "the credential stands in the program's sources, for all to read who see the code, the state or the console",
  placeholder: "a placeholder or default stands where a credential belongs, and will be guessed",
  unknown: "the credential is known in plain text and comes from neither the configuration nor a resource",
};

function mendFor({ kind, view }: Credential): string {
  const managed = kind === "property" ? MANAGED.get(view.resource.type) : undefined;
  return managed === undefined ? MENDS[kind] : `set ${managed}: true in its place, so that AWS makes and keeps it`;
}

export default defineRule({
  id: "credentials-hardcoded",
  category: "secrets",
  description: "No credential is written into the program",
  severity: "critical",
  level: "mandatory",
  failures: ["F14", "P3", "B17", "C3", "E3"],
  controls: [{ framework: "AWS FSBP", reference: "ECS.8" }],
  why:
    "A password in the code is in every clone, log and backup of it, is the same in every environment, and stays valid " +
    "after people leave. Marking it as a secret hides it in the state, not in the code.",
  fix: {
    typescript:
      'const password = new random.RandomPassword("db", { length: 32 });\n// or, for RDS:\nmanageMasterUserPassword: true,',
    python: 'password = random.RandomPassword("db", length=32)\n# or, for RDS:\nmanage_master_user_password=True,',
    yaml:
      "resources:\n  password:\n    type: random:RandomPassword\n    properties:\n      length: 32\n" +
      "  db: # or, for RDS:\n    type: aws:rds:Instance\n    properties:\n" +
      "      manageMasterUserPassword: true",
  },
  limits:
    "Values that are unknown, that come from the configuration or from another resource, and texts (a JSON of " +
    "containers, a script) that are computed from other resources. Where the sources cannot be read, a known text that " +
    "is no placeholder is advisory.",
  stack(stack, { report, undecided, project }) {
    for (const resource of stack.resources.filter(({ outside }) => !outside)) {
      const { found, unread } = credentialsIn(resource);
      unread.forEach((view) => {
        undecided(view);
      });
      const seen = new Set<string>();
      for (const credential of found) {
        const origin = originOf(credential, project);
        if (origin === "elsewhere" || seen.has(credential.view.path)) {
          continue;
        }
        seen.add(credential.view.path);
        const keepsPlace = credential.kind === "store" && isStandIn(credential.text);
        report({
          at: credential.view,
          message: keepsPlace
            ? `a text that somebody has to replace keeps the place of a secret; ${mendFor(credential)}.`
            : `${WHAT[origin]}; ${mendFor(credential)}.`,
          ...((origin === "unknown" || keepsPlace) && { level: "advisory" }),
        });
      }
    }
  },
});
