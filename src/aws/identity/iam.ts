import { table } from "../data/tables";
import { allOf, anyOf, not, type Certainty } from "../../graph/certainty";
import { opaqueUsersOf } from "../../graph/opaque";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown, type Value } from "../../graph/value";
import { View } from "../../graph/view";
import { IAM_POLICY, IAM_ROLE, IAM_ROLE_POLICY, IAM_ROLE_POLICY_ATTACHMENT } from "../type-tokens";

const ATTACHMENTS_EXCLUSIVE = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";
const POLICIES_EXCLUSIVE = "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive";
const POLICY_ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";

/** What a statement lists, with the wildcards `*` and `?`; or everything except that (NotAction, NotResource). */
export interface Patterns {
  /** True for NotAction and NotResource. */
  readonly except: boolean;
  /** As the document has them. */
  readonly patterns: readonly (string | Unknown)[];
}

/** A principal of a resource policy's statement: `AWS` with an account or role, `Service`, …, or `*`. */
export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or `*`. */
  readonly type: string;
  /** An account, an ARN, a service's name, or `*`. */
  readonly id: string | Unknown;
}

/** One statement of an IAM policy document. */
export interface Statement {
  /** Its location. */
  readonly view: View;
  /** Unknown for any other value too. */
  readonly effect: "Allow" | "Deny" | Unknown;
  /** Action or NotAction. */
  readonly actions: Patterns;
  /** Resource or NotResource. */
  readonly resources: Patterns;
  /** Empty in an identity policy. Unknown where it is not known yet, or excludes some (NotPrincipal). */
  readonly principals: readonly Principal[] | Unknown;
  /** True where it has a Condition that requires anything; an empty one does not. */
  readonly hasCondition: boolean;
  /** True when the document was computed from other resources, so that it may contain their ARNs. */
  readonly isComputed: boolean;
}

/** An element of a document; AWS accepts their names in any case. */
export function elementOf(view: View, name: string): View {
  const element = view.at(name);
  if (!element.isAbsent) {
    return element;
  }
  const entries = view.entries() ?? [];
  const found = known(entries) ? entries.find(([key]) => key.toLowerCase() === name.toLowerCase()) : undefined;
  return found?.[1] ?? element;
}

function patternsOf(statement: View, name: "Action" | "Resource"): Patterns {
  const excluded = elementOf(statement, `Not${name}`);
  const included = elementOf(statement, name);
  const except = included.isAbsent && !excluded.isAbsent;
  const list = (except ? excluded : included).list() ?? [];
  return { except, patterns: list === UNKNOWN ? [UNKNOWN] : list.map((element) => element.str() ?? UNKNOWN) };
}

function principalsOf(statement: View): Principal[] | Unknown {
  const principal = elementOf(statement, "Principal");
  if (principal.isAbsent) {
    return elementOf(statement, "NotPrincipal").isAbsent ? [] : UNKNOWN;
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

const EFFECTS: ReadonlyMap<string, "Allow" | "Deny"> = new Map([
  ["allow", "Allow"],
  ["deny", "Deny"],
]);

function effectOf(statement: View): Statement["effect"] {
  const effect = elementOf(statement, "Effect").str();
  return (known(effect) ? EFFECTS.get(effect.toLowerCase()) : undefined) ?? UNKNOWN;
}

/** True where one of the operators of a condition holds a key, or may. */
function isConditional(condition: View): boolean {
  const operators = condition.entries() ?? [];
  return (
    operators === UNKNOWN ||
    operators.some(([, keys]) => {
      const entries = keys.entries() ?? [];
      return entries === UNKNOWN || entries.length > 0;
    })
  );
}

function toStatement(view: View): Statement {
  const { property } = view;
  return {
    view,
    effect: effectOf(view),
    actions: patternsOf(view, "Action"),
    resources: patternsOf(view, "Resource"),
    principals: principalsOf(view),
    hasCondition: isConditional(elementOf(view, "Condition")),
    isComputed: view.resource.isComputed(property),
  };
}

/** The statements of a property with an IAM document, as a JSON string or an object; unknown where it cannot be read. */
export function statementsOf(owner: View, ...keys: (string | number)[]): Statement[] | Unknown {
  const document = owner.json(...keys);
  const statements = elementOf(document, "Statement").list();
  return known(statements) ? statements.map(toStatement) : document.isAbsent ? [] : UNKNOWN;
}

/** True when some string matches both patterns, in which `*` matches any string and `?` any character. */
export function overlaps(left: string, right: string): boolean {
  // Most patterns differ within a few characters.
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
  // `fits[j]`: some string matches both the rest of `left` and the rest of `right` from j on.
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

/** True when some ARN matches both patterns. A wildcard stays within its field; a missing field matches any. */
export function arnsOverlap(left: string, right: string): boolean {
  const others = fieldsOf(right);
  return left === "*" || right === "*" || fieldsOf(left).every((field, index) => overlaps(field, others[index] ?? "*"));
}

const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, readonly string[]>();

// The same few patterns are compared for every function of a stack.
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

/** True when the statement covers the action, as `s3:Get*` covers `s3:GetObject`. */
export function namesAction(statement: Statement, action: string): Certainty {
  return lists(statement.actions, (pattern) => overlaps(pattern.toLowerCase(), action.toLowerCase()));
}

/** What finds the patterns that may match a target among many. */
export interface TargetIndex {
  /** The kind of resource: for targets of one kind the same patterns are of another. */
  readonly kind: string;
  /** True for a pattern that concerns every target of the kind, whatever its name. */
  readonly concernsAll: (pattern: string) => boolean;
  /** How the last field of the ARNs begins that `concerns` compares with patterns: see `beginningOf`. */
  readonly beginnings: readonly string[];
}

/** The last field of an ARN or a pattern of ARNs up to its first wildcard. */
export const beginningOf = (arn: string): string => /^[^*?]*/.exec(fieldsOf(arn)[5] ?? "")?.[0] ?? "";

/** The resources that an action is meant for. */
export interface Target {
  /** Absent where the patterns are compared one by one. */
  readonly index?: TargetIndex;
  /** True when a pattern of `statement` may match one of them. */
  concerns(pattern: string, statement: Statement): boolean;
  /** True when the pattern certainly matches all of them. */
  covers(pattern: string, statement: Statement): boolean;
}

/** Any resource at all, to find out whether an action is allowed on some. */
export const SOME_RESOURCE: Target = { concerns: () => true, covers: (pattern) => pattern === "*" };

export function allowsHere(statement: Statement, action: string, target: Target): Certainty {
  const named = namesAction(statement, action);
  if (named === false) {
    return false;
  }
  const concerned = statement.resources.except
    ? not(lists({ ...statement.resources, except: false }, (pattern) => target.covers(pattern, statement)))
    : lists(statement.resources, (pattern) => target.concerns(pattern, statement));
  return allOf([statement.effect === UNKNOWN ? UNKNOWN : true, named, concerned]);
}

export function denies(statement: Statement, action: string, target: Target): boolean {
  if (statement.effect !== "Deny" || statement.hasCondition || namesAction(statement, action) !== true) {
    return false;
  }
  const { except, patterns } = statement.resources;
  return except
    ? patterns.every((pattern) => pattern !== UNKNOWN && !target.concerns(pattern, statement))
    : patterns.some((pattern) => pattern !== UNKNOWN && target.covers(pattern, statement));
}

/** True when these statements allow the action on the target, under any conditions, and none certainly denies it. */
export function allows(statements: readonly Statement[], action: string, target: Target = SOME_RESOURCE): Certainty {
  return statements.some((statement) => denies(statement, action, target))
    ? false
    : anyOf(
        statements.filter(({ effect }) => effect !== "Deny").map((statement) => allowsHere(statement, action, target)),
      );
}

/** A policy that a role has. */
export interface RolePolicy {
  /** The location of its document, or of the ARN that attaches it. */
  view: View;
  statements: readonly Statement[] | Unknown;
}

/** The policies of a role. Not complete where it may have others that are defined in another stack or not known yet. */
export interface RolePolicies {
  policies: readonly RolePolicy[];
  complete: boolean;
}

/** The table of AWS-managed policies: the statements of each by its name. */
export interface ManagedPolicies {
  readonly policies: Readonly<Record<string, unknown>>;
}

/** The policies of a role: inline, in resources of their own, and attached in each of the forms that AWS has. */
export function policiesOf(
  stack: Stack,
  role: Resource,
  managed: ManagedPolicies = table("aws-managed-policies"),
): RolePolicies {
  const { byRole, mayHaveMore } = stack.once(finderWith(managed));
  return {
    policies: byRole.get(role) ?? [],
    complete: !role.external && !mayHaveMore.has(role) && !mayHaveMore.has(undefined),
  };
}

interface FoundPolicies {
  byRole: Map<Resource, RolePolicy[]>;
  /** Roles that may have further policies, which cannot be seen; `undefined` means any role. */
  mayHaveMore: Set<Resource | undefined>;
}

const finders = new WeakMap<ManagedPolicies, (stack: Stack) => FoundPolicies>();

/** The same function each time for a table, so that a stack remembers its result. */
function finderWith(managed: ManagedPolicies): (stack: Stack) => FoundPolicies {
  const finder = finders.get(managed) ?? ((stack: Stack) => findPolicies(stack, managed));
  finders.set(managed, finder);
  return finder;
}

function findPolicies(stack: Stack, managed: ManagedPolicies): FoundPolicies {
  const found: FoundPolicies = { byRole: new Map(), mayHaveMore: new Set() };
  const add = (roles: View, policies: RolePolicy[]): void => {
    const { resources } = stack.refs(roles, IAM_ROLE);
    for (const role of resources) {
      const own = found.byRole.get(role) ?? [];
      own.push(...policies);
      found.byRole.set(role, own);
    }
    // A name that no role of the stack has is that of an external role; one that is not known yet may be any.
    if (resources.length === 0 && roles.scalars().some(({ isUnknown }) => isUnknown)) {
      found.mayHaveMore.add(undefined);
    }
  };
  for (const role of stack.ofType(IAM_ROLE)) {
    found.byRole.set(role, [...inlineOf(role), ...attachedBy(stack, role.at("managedPolicyArns"), managed)]);
  }
  for (const policy of stack.ofType(IAM_ROLE_POLICY)) {
    add(policy.at("role"), [{ view: policy.at("policy"), statements: statementsOf(policy, "policy") }]);
  }
  for (const attachment of stack.ofType(IAM_ROLE_POLICY_ATTACHMENT)) {
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
    const isInStack = stack.refs(names, IAM_ROLE_POLICY).complete;
    add(exclusive.at("roleName"), isInStack ? [] : [{ view: names, statements: UNKNOWN }]);
  }
  for (const role of stack.ofType(IAM_ROLE).filter((one) => opaqueUsersOf(stack, one).length > 0)) {
    found.mayHaveMore.add(role);
  }
  return found;
}

/** The inline policies of a role. */
export function inlineOf(role: Resource): RolePolicy[] {
  const blocks = role.list("inlinePolicies") ?? [];
  if (blocks === UNKNOWN) {
    return [{ view: role.at("inlinePolicies"), statements: UNKNOWN }];
  }
  // An empty block removes inline policies; it is not one itself.
  return blocks
    .map((block) => block.at("policy"))
    .filter(({ isAbsent }) => !isAbsent)
    .map((view) => ({ view, statements: statementsOf(view) }));
}

/** The policies behind one ARN or a list of them: of the stack, or managed by AWS; unknown ones for all others. */
function attachedBy(stack: Stack, arns: View, managed: ManagedPolicies): RolePolicy[] {
  const { resources } = stack.refs(arns, IAM_POLICY);
  const views = arns.scalars();
  const attached: RolePolicy[] = resources.map((policy) => ({
    view: policy.at("policy"),
    statements: statementsOf(policy, "policy"),
  }));
  let unexplained = views.filter(({ isUnknown }) => isUnknown).length - resources.length;
  for (const view of views) {
    const arn = view.str();
    if (known(arn) && stack.named(arn, [IAM_POLICY]) === undefined) {
      attached.push({ view, statements: awsManaged(view, arn, managed) });
    } else if (known(arn)) {
      unexplained++;
    }
  }
  return unexplained > 0 ? [...attached, { view: arns, statements: UNKNOWN }] : attached;
}

const AWS_MANAGED = /^arn:[\w-]+:iam::aws:policy\/(.+)$/;

function awsManaged(view: View, arn: string, { policies }: ManagedPolicies): Statement[] | Unknown {
  const name = AWS_MANAGED.exec(arn)?.[1] ?? "";
  return Object.hasOwn(policies, name)
    ? (new View(policies[name] as Value, view.path, view.resource).list() as View[]).map((statement) => ({
        ...toStatement(statement),
        // The table keeps that there is a condition, and not which.
        hasCondition: !statement.at("Condition").isAbsent,
      }))
    : UNKNOWN;
}
