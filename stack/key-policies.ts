import { anyOf, type Certainty } from "./certainty";
import { allows, statementsOf, type Statement } from "./iam";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";
import type { View } from "./view";

const KEYS = ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey"] as const;
const ALIAS = "aws:kms/alias:Alias";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const GRANT = "aws:kms/grant:Grant";

/** What a service does with a key; one that a policy speaks of at all may do one of these. */
const USES = ["kms:GenerateDataKey", "kms:Encrypt", "kms:Decrypt"];

/** The key of the stack that a property names, by itself or by an alias; absent where it is not one, or not clear which. */
export function keyOf(stack: Stack, view: View): Resource | undefined {
  const { resources, complete } = stack.refs(view, ...KEYS, ALIAS);
  const [only, ...more] = resources;
  if (!complete || only === undefined || more.length > 0 || only.outside) {
    return undefined;
  }
  return only.type === ALIAS ? keyOf(stack, only.at("targetKeyId")) : only;
}

/** The statements of a key's policy, wherever it is written. A key without one lets only its account's identities in. */
function keyStatements(stack: Stack, key: Resource): Statement[] | Unknown {
  const separate = stack.referrers(key, "keyId", KEY_POLICY);
  const owners = separate.length > 0 ? separate : [key];
  const documents = owners.map((owner) => (owner.str("policy") === "" ? [] : statementsOf(owner, "policy")));
  return documents.every(known) ? documents.flat() : UNKNOWN;
}

/** Whether a service, such as `cloudtrail`, may use the key; with conditions counts as yes. */
export function serviceMayUse(stack: Stack, key: Resource, service: string): Certainty {
  const statements = keyStatements(stack, key);
  if (statements === UNKNOWN || stack.referrers(key, "keyId", GRANT).length > 0) {
    return UNKNOWN;
  }
  return anyOf(
    statements
      .filter(({ effect }) => effect !== "Deny")
      .map((statement) => {
        const concerned = concerns(statement, service);
        const used = concerned === false ? false : anyOf(USES.map((action) => allows([statement], action)));
        return used === true ? concerned : used;
      }),
  );
}

/** Whether a statement speaks of a service: `logs.amazonaws.com`, `logs.eu-west-1.amazonaws.com`, or everybody. */
function concerns({ principals }: Statement, service: string): Certainty {
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

// With a region before it or not, and as each partition of AWS ends its names.
const HOST =
  /^(?:[a-z0-9-]{1,40}\.)?(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

const isPrincipalOf = (id: string, service: string): boolean =>
  id.startsWith(`${service}.`) && HOST.test(id.slice(service.length + 1));

/** True where the key's policy was made from other resources, so that a first preview cannot know it. */
export function isPolicyComputed(stack: Stack, key: Resource): boolean {
  return [key, ...stack.referrers(key, "keyId", KEY_POLICY)].some((owner) => owner.isComputed("policy"));
}
