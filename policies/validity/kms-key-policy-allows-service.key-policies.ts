import { KMS_GRANT } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import { allows, statementsOf, type Statement } from "../../src/aws/identity/iam";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";

const KEYS = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey"] as const;
const ALIAS = "aws:kms/alias:Alias";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

/** What services do with a key; a statement for a service allows at least one of these. */
const USES = ["kms:GenerateDataKey", "kms:Encrypt", "kms:Decrypt"];

/** The key of the stack that a property names, directly or by an alias; undefined where it is not certain. */
export function keyOf(stack: Stack, view: View): Resource | undefined {
  const { resources, complete } = stack.refs(view, ...KEYS, ALIAS);
  const [only, ...more] = resources;
  if (!complete || only === undefined || more.length > 0 || only.external) {
    return undefined;
  }
  return only.type === ALIAS ? keyOf(stack, only.at("targetKeyId")) : only;
}

/** The statements of a key's policy, in the key or beside it. Without a policy only the account's identities may use a key. */
function keyStatements(stack: Stack, key: Resource): Statement[] | Unknown {
  const separate = stack.referrers(key, "keyId", KEY_POLICY);
  const owners = separate.length > 0 ? separate : [key];
  if (key.imported && owners.every((owner) => owner.at("policy").isAbsent)) {
    return UNKNOWN; // it keeps the policy that it has
  }
  const documents = owners.map((owner) => (owner.str("policy") === "" ? [] : statementsOf(owner, "policy")));
  return documents.every(known) ? documents.flat() : UNKNOWN;
}

/** Whether a service, such as `cloudtrail`, may use the key; conditions are ignored. */
export function serviceMayUse(stack: Stack, key: Resource, service: string): Certainty {
  const statements = keyStatements(stack, key);
  if (statements === UNKNOWN || stack.referrers(key, "keyId", KMS_GRANT).length > 0) {
    return UNKNOWN;
  }
  return anyOf(
    statements
      .filter(({ effect }) => effect !== "Deny")
      .map((statement) => {
        const named = names(statement, service);
        const used = named === false ? false : anyOf(USES.map((action) => allows([statement], action)));
        return used === true ? named : used;
      }),
  );
}

/** Whether a statement names a service: `logs.amazonaws.com`, `logs.eu-west-1.amazonaws.com`, or every principal. */
function names({ principals }: Statement, service: string): Certainty {
  if (principals === UNKNOWN) {
    return UNKNOWN;
  }
  return anyOf(
    principals.map(({ type, id }) =>
      id === UNKNOWN
        ? type === "Service" && UNKNOWN
        : id === "*" || (type === "Service" && isPrincipalOf(id.toLowerCase(), service)),
    ),
  );
}

// With or without a region, in the domain of each partition.
const HOST =
  /^(?:[a-z0-9-]{1,40}\.)?(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

const isPrincipalOf = (id: string, service: string): boolean =>
  id.startsWith(`${service}.`) && HOST.test(id.slice(service.length + 1));

/** True where the key's policy is made from other resources, so that a first preview does not know it. */
export function isPolicyComputed(stack: Stack, key: Resource): boolean {
  return [key, ...stack.referrers(key, "keyId", KEY_POLICY)].some((owner) => owner.isComputed("policy"));
}
