import { table } from "../facts/tables";
import { allOf, anyOf, not, type Certainty } from "./certainty";
import { opaqueUsersOf } from "./opaque";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN, type Unknown, type Value } from "./value";
import { View } from "./view";

export const ROLE = "aws:iam/role:Role";
export const POLICY = "aws:iam/policy:Policy";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const ATTACHMENTS_EXCLUSIVE = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";
const POLICIES_EXCLUSIVE = "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive";
const POLICY_ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";

/** What a statement lists, with `*` and `?` in it; or all but that (NotAction, NotResource). */
export interface Patterns {
  readonly except: boolean;
  readonly patterns: readonly (string | Unknown)[];
}

/** Whom a statement of a resource policy speaks of: `AWS` with an account or role, `Service`, …, or `*`. */
export interface Principal {
  readonly type: string;
  readonly id: string | Unknown;
}

/** One statement of an IAM document. */
export interface Statement {
  readonly view: View;
  readonly effect: "Allow" | "Deny" | Unknown;
  readonly actions: Patterns;
  readonly resources: Patterns;
  /** Empty in the policy of an identity. Unknown where it is not known yet, or excludes some (NotPrincipal). */
  readonly principals: readonly Principal[] | Unknown;
  readonly hasCondition: boolean;
  /** True when the document was made from other resources, so that it may hold their ARNs. */
  readonly isComputed: boolean;
}

function patternsOf(statement: View, name: "Action" | "Resource"): Patterns {
  const except = statement.at(name).isAbsent && !statement.at(`Not${name}`).isAbsent;
  const list = statement.list(except ? `Not${name}` : name) ?? [];
  return { except, patterns: list === UNKNOWN ? [UNKNOWN] : list.map((element) => element.str() ?? UNKNOWN) };
}

function principalsOf(statement: View): Principal[] | Unknown {
  const principal = statement.at("Principal");
  if (principal.isAbsent) {
    return statement.at("NotPrincipal").isAbsent ? [] : UNKNOWN;
  }
  if (typeof principal.value === "string") {
    return [{ type: principal.value, id: principal.value }];
  }
  const entries = principal.entries();
  return known(entries)
    ? entries.flatMap(([type, ids]) => {
        const list = ids.list() ?? [];
        return list === UNKNOWN ? [{ type, id: UNKNOWN }] : list.map((id) => ({ type, id: id.str() ?? UNKNOWN }));
      })
    : UNKNOWN;
}

function toStatement(view: View): Statement {
  const effect = view.str("Effect");
  const [property = ""] = view.path.split(/[.[]/, 1);
  return {
    view,
    effect: effect === "Allow" || effect === "Deny" ? effect : UNKNOWN,
    actions: patternsOf(view, "Action"),
    resources: patternsOf(view, "Resource"),
    principals: principalsOf(view),
    hasCondition: !view.at("Condition").isAbsent,
    isComputed: view.resource.isComputed(property),
  };
}

/** The statements of a property that holds an IAM document, as JSON text or as an object; unknown where it can't be read. */
export function statementsOf(owner: View, ...keys: (string | number)[]): Statement[] | Unknown {
  const document = owner.json(...keys);
  const statements = document.list("Statement");
  return known(statements) ? statements.map(toStatement) : document.isAbsent ? [] : UNKNOWN;
}

/** True when some text fits both patterns, in which `*` stands for any text and `?` for any character. */
export function overlaps(left: string, right: string): boolean {
  // Most patterns differ soon.
  let same = 0;
  while (same < left.length && left[same] === right[same] && left[same] !== "*") {
    same++;
  }
  const [restOfLeft, restOfRight] = [left.slice(same), right.slice(same)];
  if (restOfLeft === "*" || restOfRight === "*" || restOfLeft === restOfRight) {
    return true;
  }
  return !/^[^*?]/.test(restOfLeft) || !/^[^*?]/.test(restOfRight) ? overlap(restOfLeft, restOfRight) : false;
}

function overlap(left: string, right: string): boolean {
  // `fits[j]`: the rest of `left` and the rest of `right` from j on have a text in common.
  let fits: boolean[] = [];
  for (let i = left.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = right.length; j >= 0; j--) {
      const [a, b] = [left[i], right[j]];
      row[j] =
        a === undefined && b === undefined
          ? true
          : (a === "*" && (fits[j] === true || (b !== undefined && row[j + 1] === true))) ||
            (b === "*" && (row[j + 1] === true || (a !== undefined && fits[j] === true))) ||
            (a !== undefined && b !== undefined && (a === b || a === "?" || b === "?") && fits[j + 1] === true);
    }
    fits = row;
  }
  return fits[0] === true;
}

/** True when some ARN fits both patterns. A wildcard stays within its field; fields that are left out stand for any. */
export function arnsOverlap(left: string, right: string): boolean {
  const others = fieldsOf(right);
  return left === "*" || right === "*" || fieldsOf(left).every((field, index) => overlaps(field, others[index] ?? "*"));
}

const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, readonly string[]>();

// The same few patterns are held against each other for every function of a stack.
function fieldsOf(arn: string): readonly string[] {
  let fields = remembered.get(arn);
  if (fields === undefined) {
    const parts = arn.split(":");
    fields = [...parts.slice(0, 5), parts.slice(5).join(":") || "*"];
    if (remembered.size === MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.set(arn, fields);
  }
  return fields;
}

function lists({ except, patterns }: Patterns, fits: (pattern: string) => boolean): Certainty {
  const listed = anyOf(patterns.map((pattern) => (pattern === UNKNOWN ? UNKNOWN : fits(pattern))));
  return except ? not(listed) : listed;
}

/** True when the statement speaks of the action: `s3:Get*` of `s3:GetObject`. */
export function namesAction(statement: Statement, action: string): Certainty {
  return lists(statement.actions, (pattern) => overlaps(pattern.toLowerCase(), action.toLowerCase()));
}

/** Resources that somebody wants to do something with. */
export interface Target {
  /** True when a pattern that stands in `statement` may be about one of them. */
  concerns(pattern: string, statement: Statement): boolean;
  /** True when the pattern is about all of them for certain. */
  covers(pattern: string, statement: Statement): boolean;
}

/** Any resource at all: good enough to ask whether an action is allowed on some. */
const SOME_RESOURCE: Target = { concerns: () => true, covers: (pattern) => pattern === "*" };

function allowsHere(statement: Statement, action: string, target: Target): Certainty {
  const named = namesAction(statement, action);
  if (named === false) {
    return false;
  }
  const concerned = statement.resources.except
    ? not(lists({ ...statement.resources, except: false }, (pattern) => target.covers(pattern, statement)))
    : lists(statement.resources, (pattern) => target.concerns(pattern, statement));
  return allOf([statement.effect === UNKNOWN ? UNKNOWN : true, named, concerned]);
}

function forbids(statement: Statement, action: string, target: Target): boolean {
  if (statement.effect !== "Deny" || statement.hasCondition || namesAction(statement, action) !== true) {
    return false;
  }
  const { except, patterns } = statement.resources;
  return except
    ? patterns.every((pattern) => pattern !== UNKNOWN && !target.concerns(pattern, statement))
    : patterns.some((pattern) => pattern !== UNKNOWN && target.covers(pattern, statement));
}

/** True when these statements allow the action on the target, under whatever conditions, and none forbids it for certain. */
export function allows(statements: readonly Statement[], action: string, target: Target = SOME_RESOURCE): Certainty {
  return statements.some((statement) => forbids(statement, action, target))
    ? false
    : anyOf(
        statements.filter(({ effect }) => effect !== "Deny").map((statement) => allowsHere(statement, action, target)),
      );
}

/** A policy that a role has. */
export interface RolePolicy {
  /** The place of its text, or of the ARN by which it is attached. */
  view: View;
  statements: readonly Statement[] | Unknown;
}

/** The policies of a role. Not complete where it may have others that lie outside the stack or are not known yet. */
export interface RolePolicies {
  policies: readonly RolePolicy[];
  complete: boolean;
}

/** The table of the policies that AWS publishes: the statements of each by its name. */
export interface ManagedPolicies {
  readonly policies: Readonly<Record<string, unknown>>;
}

/** The policies of a role: written into it, separate, and attached in each of the forms that AWS has. */
export function policiesOf(
  stack: Stack,
  role: Resource,
  managed: ManagedPolicies = table("aws-managed-policies"),
): RolePolicies {
  const { byRole, unplaced } = stack.once(finderWith(managed));
  return {
    policies: byRole.get(role) ?? [],
    complete: !role.outside && !unplaced.has(role) && !unplaced.has(undefined),
  };
}

/** True when the role may do the action on the target by one of its policies; unknown while one of them may allow it. */
export function roleAllows({ policies, complete }: RolePolicies, action: string, target?: Target): Certainty {
  const readable = policies.flatMap(({ statements }) => (statements === UNKNOWN ? [] : statements));
  const allowed = allows(readable, action, target);
  const isAllKnown = complete && policies.every(({ statements }) => statements !== UNKNOWN);
  return allowed === false && !isAllKnown ? UNKNOWN : allowed;
}

interface FoundPolicies {
  byRole: Map<Resource, RolePolicy[]>;
  /** Roles that have policies which cannot be seen; `undefined` stands for any role. */
  unplaced: Set<Resource | undefined>;
}

const finders = new WeakMap<ManagedPolicies, (stack: Stack) => FoundPolicies>();

/** The same function each time for a table, so that a stack remembers what it found. */
function finderWith(managed: ManagedPolicies): (stack: Stack) => FoundPolicies {
  const finder = finders.get(managed) ?? ((stack: Stack) => findPolicies(stack, managed));
  finders.set(managed, finder);
  return finder;
}

function findPolicies(stack: Stack, managed: ManagedPolicies): FoundPolicies {
  const found: FoundPolicies = { byRole: new Map(), unplaced: new Set() };
  const add = (roles: View, policies: RolePolicy[]): void => {
    const { resources } = stack.refs(roles, ROLE);
    for (const role of resources) {
      const own = found.byRole.get(role) ?? [];
      own.push(...policies);
      found.byRole.set(role, own);
    }
    // A name that nothing in the stack has is a role outside; one that is not known yet may be any.
    if (resources.length === 0 && roles.scalars().some(({ isUnknown }) => isUnknown)) {
      found.unplaced.add(undefined);
    }
  };
  for (const role of stack.ofType(ROLE)) {
    found.byRole.set(role, [...inlineOf(role), ...attachedBy(stack, role.at("managedPolicyArns"), managed)]);
  }
  for (const policy of stack.ofType(ROLE_POLICY)) {
    add(policy.at("role"), [{ view: policy.at("policy"), statements: statementsOf(policy, "policy") }]);
  }
  for (const attachment of stack.ofType(ATTACHMENT)) {
    add(attachment.at("role"), attachedBy(stack, attachment.at("policyArn"), managed));
  }
  for (const attachment of stack.ofType(ATTACHMENTS_EXCLUSIVE)) {
    add(attachment.at("roleName"), attachedBy(stack, attachment.at("policyArns"), managed));
  }
  for (const attachment of stack.ofType(POLICY_ATTACHMENT)) {
    add(attachment.at("roles"), attachedBy(stack, attachment.at("policyArn"), managed));
  }
  for (const exclusive of stack.ofType(POLICIES_EXCLUSIVE)) {
    const names = exclusive.at("policyNames");
    const isInStack = stack.refs(names, ROLE_POLICY).complete;
    add(exclusive.at("roleName"), isInStack ? [] : [{ view: names, statements: UNKNOWN }]);
  }
  for (const role of stack.ofType(ROLE).filter((one) => opaqueUsersOf(stack, one).length > 0)) {
    found.unplaced.add(role);
  }
  return found;
}

/** The policies that are written into a role. */
export function inlineOf(role: Resource): RolePolicy[] {
  const blocks = role.list("inlinePolicies") ?? [];
  if (blocks === UNKNOWN) {
    return [{ view: role.at("inlinePolicies"), statements: UNKNOWN }];
  }
  // An empty block takes inline policies away; it is none itself.
  return blocks
    .map((block) => block.at("policy"))
    .filter(({ isAbsent }) => !isAbsent)
    .map((view) => ({ view, statements: statementsOf(view) }));
}

/** The policies behind one ARN or a list of them: of the stack, or AWS's own; unknown ones for the others. */
function attachedBy(stack: Stack, arns: View, managed: ManagedPolicies): RolePolicy[] {
  const { resources } = stack.refs(arns, POLICY);
  const places = arns.scalars();
  const attached: RolePolicy[] = resources.map((policy) => ({
    view: policy.at("policy"),
    statements: statementsOf(policy, "policy"),
  }));
  let unexplained = places.filter(({ isUnknown }) => isUnknown).length - resources.length;
  for (const place of places) {
    const arn = place.str();
    if (known(arn) && stack.named(arn, [POLICY]) === undefined) {
      attached.push({ view: place, statements: awsManaged(place, arn, managed) });
    } else if (known(arn)) {
      unexplained++;
    }
  }
  return unexplained > 0 ? [...attached, { view: arns, statements: UNKNOWN }] : attached;
}

const AWS_MANAGED = /^arn:[\w-]+:iam::aws:policy\/(.+)$/;

function awsManaged(place: View, arn: string, { policies }: ManagedPolicies): Statement[] | Unknown {
  const name = AWS_MANAGED.exec(arn)?.[1] ?? "";
  return Object.hasOwn(policies, name)
    ? (new View(policies[name] as Value, place.path, place.resource).list() as View[]).map(toStatement)
    : UNKNOWN;
}
