import { isNameLike, isStandIn, secrecyOf } from "../../src/graph/credential-text";
import { STACK_REFERENCE_TYPE } from "../../src/graph/answers";
import type { Stack } from "../../src/graph/stack";
import { credentialOrigin, type CredentialOrigin } from "../../src/source/credential-origin";
import { isConfigurationKnown, isForPreviewOnly } from "../../src/source/origin";
import { defineRule, type Context } from "../../src/rules/rule";
import { credentialsIn, type Credential, type CredentialKind } from "./credentials-hardcoded.credentials";

const GENERATE = "Generate it with random.RandomPassword, or read it from the configuration as a secret.";
const STORE = "Store it in Secrets Manager, and read it from there.";
const FIXES: Readonly<Record<CredentialKind, string>> = {
  property: GENERATE,
  store: GENERATE,
  provider: "Use a profile or a role, or read it from the configuration as a secret.",
  variable: "Store it in Secrets Manager, pass the secret's ARN, and read the secret when the code starts.",
  container: "Store it in Secrets Manager, and name its ARN as `valueFrom` in the container's `secrets`.",
  script: "Store it in Secrets Manager, and read it from there when the instance starts.",
  output: "Export the ARN of a stored secret instead.",
  tag: "Remove it: everyone who may list the account's resources can read their tags.",
  string: STORE,
};
/** The argument that lets AWS create and store the password of a database. */
const MANAGED_BY: ReadonlyMap<string, string> = new Map([
  ["aws:rds/instance:Instance", "manageMasterUserPassword"],
  ["aws:rds/cluster:Cluster", "manageMasterUserPassword"],
  ["aws:docdb/cluster:Cluster", "manageMasterUserPassword"],
  ["aws:redshift/cluster:Cluster", "manageMasterPassword"],
  ["aws:redshiftserverless/namespace:Namespace", "manageAdminPassword"],
]);

export default defineRule({
  id: "credentials-hardcoded",
  category: "secrets",
  description: "Credentials must not be written into the program",
  severity: "critical",
  level: "mandatory",
  basis: "credential",
  supersedes: ["database-credentials-managed"],
  failures: ["F14", "P3", "P6", "B17", "C3", "E3"],
  why:
    "A password in the code is in every clone, log and backup of it, is the same in every environment, and stays valid " +
    "after people leave. Marking it as a secret hides it in the state, not in the code.",
  fix: {
    typescript: `const password = new random.RandomPassword("db", { length: 32 });
// or, for RDS:
manageMasterUserPassword: true,`,
    python: `password = random.RandomPassword("db", length=32)
# or, for RDS:
manage_master_user_password=True,`,
    yaml: `resources:
  password:
    type: random:RandomPassword
    properties:
      length: 32
  db: # or, for RDS:
    type: aws:rds:Instance
    properties:
      manageMasterUserPassword: true`,
  },
  limits:
    "Values that are unknown or come from a secret of the configuration, the environment or another resource; names of " +
    "stored secrets and of headers; strings that are computed from other resources and not written in the sources. " +
    "Advisory where the string is in none of the program's files, where the configuration is not known and may hold the " +
    "placeholder, for a literal that the program uses in previews only, and for a string that only looks random. " +
    "Sources that are not read (other languages, very large ones) are named, and leave the check undecided.",
  references: [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded-db-creds.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
  ],
  stack(stack, context) {
    for (const resource of stack.resources.filter(({ external }) => !external)) {
      const { found, unreadable } = credentialsIn(resource, context.project.files);
      for (const view of unreadable) {
        context.undecided(view);
      }
      const reported = new Set<string>();
      for (const credential of found) {
        const { path } = credential.view;
        const origin = credentialOrigin(credential, {
          project: context.project,
          computed: stack.once(computedStrings),
        });
        if (!reported.has(path) && isReported(credential, origin)) {
          reported.add(path);
          reportCredential(credential, origin, context);
        }
      }
    }
  },
});

/** Strings that resources compute and that may be secret: generated passwords, what other stacks export, keys of AWS. */
function computedStrings(stack: Stack): ReadonlySet<string> {
  return new Set(
    stack.resources
      .filter(({ type }) => type.includes("/") || type === STACK_REFERENCE_TYPE)
      .flatMap((resource) => {
        const entries = resource.outputs.entries();
        return (Array.isArray(entries) ? entries : [])
          .filter(([key]) => resource.external || resource.find(key) === undefined)
          .filter(([key]) => !resource.type.startsWith("aws:") || secrecyOf(key) !== "none")
          .flatMap(([, view]) => view.scalars())
          .flatMap(({ value }) => (typeof value === "string" && !/^(?:none)?$/.test(value) ? [value] : []));
      }),
  );
}

/** What is only named like a credential, or exported, may well be something else where the program does not write it. */
function isReported({ kind, text, isGuess }: Credential, { kind: origin }: CredentialOrigin): boolean {
  const mustBeWritten = isGuess === true || kind === "output" || kind === "tag";
  return (
    origin !== "provided" && (origin !== "unknown" || (!mustBeWritten && !(kind === "string" && isNameLike(text))))
  );
}

/** Where a credential may be written that is in none of the strings that were read. */
function sourcesOutOfReach(files: Context["project"]["files"]): readonly string[] {
  return files === undefined
    ? ["the program's folder, which is not known"]
    : [...files.notRead.flatMap(({ paths }) => paths), ...files.fileReaders.map((path) => `files that ${path} reads`)];
}

function reportCredential(credential: Credential, origin: CredentialOrigin, context: Context): void {
  const { project } = context;
  const { kind, text, view, isGuess = false } = credential;
  const unreadable = sourcesOutOfReach(project.files);
  if (origin.kind === "unknown" && unreadable.length > 0) {
    context.undecided(view);
  }
  const isReserved = kind === "store" && isStandIn(text);
  const isPreviewed =
    origin.kind === "source" && !project.deploying && isForPreviewOnly(text, project.files?.sources ?? []);
  const problem = isReserved
    ? "This value only reserves the place of a secret, which has to be set by hand."
    : isPreviewed
      ? "This credential is a literal in the program, which uses it in previews only."
      : isGuess
        ? "This literal looks like a key or a token."
        : problemOf(origin, context, unreadable);
  context.report({
    at: view,
    message: `${problem} ${fixFor(credential)}`,
    ...((origin.kind === "unknown" || isReserved || isPreviewed || isGuess) && { level: "advisory" }),
  });
}

function problemOf(origin: CredentialOrigin, { project }: Context, unreadable: readonly string[]): string {
  switch (origin.kind) {
    case "setting":
      return `This credential is in plain text in "${origin.setting.path}", under "${origin.setting.key}".`;
    case "file":
      return `This credential is in plain text in the file "${origin.path}".`;
    case "placeholder":
      return "This is a placeholder or a default where a credential belongs, so it will be guessed.";
    case "unknown":
      if (!isConfigurationKnown(project)) {
        return "This credential is known in plain text. The configuration, from which it may come, is not known here.";
      }
      return unreadable.length > 0
        ? `This credential is known in plain text, and may be written in what was not read: ${listed(unreadable)}.`
        : "This credential is known in plain text and comes from neither the configuration nor a resource.";
    default:
      return "This credential is a literal in the program, for everyone to read who sees the code, the state or the console.";
  }
}

const MOST_NAMED = 3;

const listed = (paths: readonly string[]): string =>
  paths.length > MOST_NAMED
    ? `${paths.slice(0, MOST_NAMED).join(", ")} and ${String(paths.length - MOST_NAMED)} more`
    : paths.join(", ");

function fixFor({ kind, view }: Credential): string {
  const managedBy = kind === "property" ? MANAGED_BY.get(view.resource.type) : undefined;
  return managedBy === undefined
    ? FIXES[kind]
    : `Set \`${managedBy}: true\` instead, so that AWS creates and stores the password.`;
}
