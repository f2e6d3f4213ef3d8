import { statementsOf, type Principal, type Statement } from "../../src/aws/identity/iam";
import type { DocumentKind, IamDocument } from "./iam-policy-syntax.documents";
import { findJsonError } from "../../src/graph/json-error";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import type { Finding } from "../../src/rules/rule";

/** The first violation of the grammar in an IAM document. */
export type Violation = Pick<Finding, "property" | "message" | "level"> & {
  at: View;
  /** AWS's error, where it is known. */
  awsError?: string | undefined;
};

const VERSIONS = ["2012-10-17", "2008-10-17"];
const TOP_ELEMENTS = ["Version", "Id", "Statement", "Conditions"];
const ELEMENTS = [
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
const PRINCIPALS = ["AWS", "Service", "Federated", "CanonicalUser", "*"];

/** The documents in which AWS is known to reject an unknown key. */
const STRICT: readonly DocumentKind[] = ["identity", "trust", "bucket"];

const SYNTAX: Readonly<Record<DocumentKind, string | undefined>> = {
  identity: "Syntax errors in policy",
  trust: undefined,
  resource: undefined,
  bucket: undefined,
  other: undefined,
};
const NOT_JSON: Readonly<Record<DocumentKind, string | undefined>> = {
  ...SYNTAX,
  trust: "This policy contains invalid Json",
};

/** Where a document is not JSON or violates the grammar of IAM; unknown where it cannot be read yet. */
export function violationIn({ view, kind }: IamDocument): Violation | Unknown | undefined {
  const text = view.value;
  if (text === UNKNOWN) {
    return UNKNOWN;
  }
  const error = typeof text === "string" ? findJsonError(text) : undefined;
  if (error) {
    const { line, column, reason } = error;
    return {
      at: view,
      message:
        `This is not JSON at line ${String(line)}, column ${String(column)}: ${reason}. Write the document as an object, and ` +
        "let the program make the JSON.",
      awsError: NOT_JSON[kind],
    };
  }
  return inDocument(view.json(), kind);
}

function inDocument(document: View, kind: DocumentKind): Violation | Unknown | undefined {
  const awsError = SYNTAX[kind];
  if (!isObject(document)) {
    return { at: document, message: 'The document must be an object with "Version" and "Statement".', awsError };
  }
  const unknownKey = unknownKeyIn(document, TOP_ELEMENTS);
  if (unknownKey) {
    const message = `${unknownKey.message} The keys of a document are "Version", "Id" and "Statement".`;
    return { at: unknownKey.at, message, awsError, ...advisoryUnless(STRICT.includes(kind)) };
  }
  const version = document.str("Version");
  if (known(version) && !VERSIONS.includes(version)) {
    return {
      at: document.at("Version"),
      message: `There is no version "${version}" of the policy language. Use "2012-10-17".`,
      awsError: kind === "identity" ? awsError : "The policy must contain a valid version string",
    };
  }
  if (isMissing(document, "Statement")) {
    return { at: document, property: "Statement", message: 'The document has no "Statement". Add one.', awsError };
  }
  const statements = statementsOf(document);
  if (statements === UNKNOWN) {
    return UNKNOWN;
  }
  for (const statement of statements) {
    const violation = inStatement(statement, kind);
    if (violation) {
      return violation;
    }
  }
  return inSids(statements, kind);
}

/** Two statements with one Sid. */
function inSids(statements: readonly Statement[], kind: DocumentKind): Violation | undefined {
  const sids = statements.map(({ view }) => view.str("Sid"));
  const again = statements.find((_, index) => {
    const sid = sids[index];
    return known(sid) && sid !== "" && sids.indexOf(sid) < index;
  });
  const sid = again?.view.str("Sid");
  return again && known(sid) && kind === "identity"
    ? {
        at: again.view.at("Sid"),
        message: `Two statements have the "Sid" "${sid}". Give one of them another, or none.`,
        awsError: "Statement IDs (SID) in a single policy must be unique",
      }
    : undefined;
}

function inStatement(statement: Statement, kind: DocumentKind): Violation | undefined {
  const { view } = statement;
  const awsError = SYNTAX[kind];
  if (view.isUnknown) {
    return undefined;
  }
  if (!isObject(view)) {
    return { at: view, message: 'A statement must be an object with "Effect", "Action" and more.', awsError };
  }
  const unknownKey = unknownKeyIn(view, ELEMENTS);
  if (unknownKey) {
    return { ...unknownKey, awsError, ...advisoryUnless(STRICT.includes(kind)) };
  }
  return (
    inEffect(view, kind) ??
    inActions(view, kind) ??
    inResources(view, kind) ??
    inPrincipals(statement, kind) ??
    inCondition(view, awsError) ??
    inSid(view, kind)
  );
}

function inEffect(statement: View, kind: DocumentKind): Violation | undefined {
  const awsError = SYNTAX[kind];
  const effect = statement.str("Effect");
  if (isMissing(statement, "Effect")) {
    return {
      at: statement,
      property: "Effect",
      message: 'The statement has no "Effect". Add "Allow" or "Deny".',
      awsError,
    };
  }
  // IAM distinguishes "Allow" from "allow" in the policies of identities; whether others do is not documented.
  const form = kind === "identity" ? /^(?:Allow|Deny)$/ : /^(?:allow|deny)$/i;
  return known(effect) && !form.test(effect)
    ? { at: statement.at("Effect"), message: `An effect must be "Allow" or "Deny", not "${effect}".`, awsError }
    : undefined;
}

function inActions(statement: View, kind: DocumentKind): Violation | undefined {
  const element = oneOf(statement, "Action", SYNTAX[kind]);
  if ("message" in element) {
    return element;
  }
  const { name, strings } = element;
  if (name === undefined || strings?.length === 0) {
    return {
      at: statement,
      property: name ?? "Action",
      message: 'The statement names no action. Add "Action" or "NotAction".',
      awsError: kind === "identity" ? "Policy statement must contain actions" : undefined,
    };
  }
  const wrong = strings?.find((one) => isWrong(one, (action) => action === "*" || action.includes(":")));
  const other = kind === "trust" && name === "Action" ? strings?.find((one) => isWrong(one, isOfSts)) : undefined;
  if (other && !wrong) {
    return {
      ...wrongString(other, "The trust policy of a role allows actions of STS only", {
        awsError: undefined,
        syntax: undefined,
      }),
      awsError: "AssumeRole policy may only specify STS AssumeRole actions",
    };
  }
  return wrong
    ? wrongString(wrong, 'An action must be a service and an operation, such as "s3:GetObject"', {
        awsError: "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        syntax: SYNTAX[kind],
      })
    : undefined;
}

const isOfSts = (action: string): boolean => action === "*" || /^(?:sts|\*):/i.test(action);

function inResources(statement: View, kind: DocumentKind): Violation | undefined {
  const element = oneOf(statement, "Resource", SYNTAX[kind]);
  if ("message" in element) {
    return element;
  }
  const { name, strings } = element;
  if (kind === "trust") {
    return name === undefined
      ? undefined
      : {
          at: statement.at(name),
          message: `The trust policy of a role always applies to that role, so it must not have "${name}". Remove it.`,
          awsError: `Has prohibited field ${name}`,
        };
  }
  if ((kind === "identity" || kind === "bucket") && (name === undefined || strings?.length === 0)) {
    return {
      at: statement,
      property: name ?? "Resource",
      message: 'The statement names no resource. Add "Resource" or "NotResource".',
      awsError: kind === "identity" ? "Policy statement must contain resources" : "Missing required field Resource",
    };
  }
  const wrong =
    kind === "identity"
      ? strings?.find((one) => isWrong(one, (resource) => resource === "*" || resource.includes(":")))
      : undefined;
  const resource = wrong?.str();
  const malformed = kind === "identity" && !wrong ? strings?.find((one) => isWrong(one, isWholeArn)) : undefined;
  if (malformed) {
    return wrongString(
      malformed,
      "An ARN has six parts, arn:partition:service:region:account:resource, and one of IAM names the kind of resource",
      { awsError: undefined, syntax: undefined },
    );
  }
  return wrong
    ? wrongString(wrong, 'A resource must be an ARN or "*"', {
        awsError: known(resource) ? `Resource ${resource} must be in ARN format or "*".` : undefined,
        syntax: SYNTAX[kind],
      })
    : undefined;
}

// IAM's own resources have a kind before their name.
const IAM_KINDS =
  /^(?:\*|\?|(?:user|federated-user|role|group|instance-profile|mfa|server-certificate|policy|sms-mfa|saml-provider|oidc-provider|report|access-report)(?:\/|\*)|\$)/;

/** True for what IAM accepts as an ARN, with wildcards and variables in its parts. */
function isWholeArn(resource: string): boolean {
  if (/^[*?]/.test(resource) || resource.includes("${")) {
    return true;
  }
  const [prefix, partition = "", service = "", , , ...rest] = resource.split(":");
  const isOpen = resource.includes("*") && rest.length === 0;
  return (
    prefix === "arn" &&
    partition !== "" &&
    (isOpen ||
      (rest.length > 0 &&
        service !== "" &&
        (service !== "iam" || IAM_KINDS.test(rest.join(":")) || rest.join(":") === "root")))
  );
}

function inPrincipals(statement: Statement, kind: DocumentKind): Violation | undefined {
  const { view, principals } = statement;
  const name = ["Principal", "NotPrincipal"].find((one) => !view.at(one).isAbsent);
  if (kind === "identity") {
    return name === undefined
      ? undefined
      : {
          at: view.at(name),
          message: `The policy of an identity applies to that identity, so it must not have "${name}". Remove it.`,
          awsError: "Policy document should not specify a principal",
        };
  }
  if (name === undefined) {
    return kind === "other" || hasInAnotherCase(view, "Principal")
      ? undefined
      : {
          at: view,
          property: "Principal",
          message: 'The statement does not name a principal. Add "Principal".',
          awsError: kind === "trust" || kind === "bucket" ? "Missing required field Principal" : undefined,
        };
  }
  const at = view.at(name);
  const { value } = at;
  if (typeof value === "string" && value !== "*") {
    return {
      at,
      message: `A principal must be "*" or an object such as { "Service": "lambda.amazonaws.com" }, not "${value}".`,
    };
  }
  const unknownKey = isObject(at) ? unknownKeyIn(at, PRINCIPALS) : undefined;
  if (unknownKey) {
    const message = `${unknownKey.message} A principal is "AWS", "Service", "Federated" or "CanonicalUser".`;
    return { ...unknownKey, message };
  }
  for (const principal of principals === UNKNOWN ? [] : principals) {
    const violation = inPrincipal(principal);
    const location = entriesOf(at).find(([type]) => type === principal.type)?.[1];
    if (violation && location) {
      return { at: location, ...violation };
    }
  }
  const mismatch = kind === "trust" && principals !== UNKNOWN ? inTrust(view, principals) : undefined;
  return mismatch && { at, ...mismatch };
}

const FEDERATED_ACTIONS = /^sts:(?:AssumeRoleWith|TagSession$|SetSourceIdentity$|\*|AssumeRole\*|GetWebIdentityToken)/i;

/** A principal of an identity provider that no action of the statement lets in. */
function inTrust(statement: View, principals: readonly Principal[]): Pick<Violation, "message"> | undefined {
  const list = statement.list("Action");
  const actions = known(list) ? list.map((action) => action.str()) : [];
  const isFederated = principals.length > 0 && principals.every(({ type }) => type === "Federated");
  return isFederated &&
    actions.length > 0 &&
    actions.every((action) => known(action) && action !== "*" && !FEDERATED_ACTIONS.test(action))
    ? {
        message:
          "The users of an identity provider do not assume a role with `sts:AssumeRole`. Allow " +
          '"sts:AssumeRoleWithWebIdentity" for OpenID Connect, or "sts:AssumeRoleWithSAML".',
      }
    : undefined;
}

/** What is wrong with an impossible principal. */
function inPrincipal({ type, id }: Principal): Pick<Violation, "message" | "awsError"> | undefined {
  if (id === UNKNOWN) {
    return undefined;
  }
  if (type === "Service" && id !== "*" && !id.includes(".")) {
    return {
      message: `"${id}" is not a service principal. Use "${id}.amazonaws.com".`,
      awsError: "Invalid principal in policy",
    };
  }
  const intended = MISSPELT.get(id);
  if (type === "Service" && intended !== undefined) {
    return {
      message: `"${id}" is not a service principal. Use "${intended}".`,
      awsError: "Invalid principal in policy",
    };
  }
  if (type === "AWS" && /^(?:\d{1,11}|\d{13,})$|^arn:[\w-]+:iam::(?!\d{12}:|cloudfront:|aws:|\$)[^*]*$/.test(id)) {
    return {
      message: `The account of "${id}" does not have twelve digits.`,
      awsError: "Invalid principal in policy",
    };
  }
  if (type === "AWS" && /^arn:.*[*?]/.test(id)) {
    return {
      message: `"${id}" has a wildcard, which no principal's ARN may have. Name the principal in full, or limit the account with a condition on "aws:PrincipalArn".`,
      awsError: "Invalid principal in policy",
    };
  }
  if (type === "AWS" && id.endsWith(".amazonaws.com")) {
    return {
      message: `"${id}" is a service. Name it under "Service" instead of "AWS".`,
      awsError: "Invalid principal in policy",
    };
  }
  // Ids of principals that are gone begin with AIDA, AROA and the like.
  if (type === "AWS" && !/^(?:\*|\d{12}|arn:.*|A[A-Z0-9]{15,}|)$/.test(id)) {
    return {
      message: `"${id}" is not a principal. Name an account by its twelve digits, or a role or user by its ARN.`,
      awsError: "Invalid principal in policy",
    };
  }
  return type === "Federated" && !mayBeProvider(id)
    ? {
        message:
          `"${id}" is not an identity provider. Use the ARN of an OpenID Connect or SAML provider, or the domain of a ` +
          'provider that AWS supports, such as "cognito-identity.amazonaws.com".',
        awsError: "Federated principals must be valid domain names or SAML metadata ARNs",
      }
    : undefined;
}

/** Service principals that are often misspelt: a table of all of them would soon lack the newest. */
const MISSPELT: ReadonlyMap<string, string> = new Map([
  ["lambdas.amazonaws.com", "lambda.amazonaws.com"],
  ["ecs-task.amazonaws.com", "ecs-tasks.amazonaws.com"],
  ["ecstasks.amazonaws.com", "ecs-tasks.amazonaws.com"],
  ["stepfunctions.amazonaws.com", "states.amazonaws.com"],
  ["sfn.amazonaws.com", "states.amazonaws.com"],
  ["api-gateway.amazonaws.com", "apigateway.amazonaws.com"],
  ["event.amazonaws.com", "events.amazonaws.com"],
  ["eventbridge.amazonaws.com", "events.amazonaws.com"],
  ["code-build.amazonaws.com", "codebuild.amazonaws.com"],
  ["code-pipeline.amazonaws.com", "codepipeline.amazonaws.com"],
  ["vpc-flow-log.amazonaws.com", "vpc-flow-logs.amazonaws.com"],
  ["rds.monitoring.amazonaws.com", "monitoring.rds.amazonaws.com"],
  ["ec2.amazon.com", "ec2.amazonaws.com"],
  ["lambda.amazon.com", "lambda.amazonaws.com"],
]);

function mayBeProvider(id: string): boolean {
  return id.startsWith("arn:")
    ? /:(?:oidc|saml)-provider\//.test(id)
    : !id.includes("://") && (!id.endsWith(".amazonaws.com") || id.startsWith("cognito-identity"));
}

const OPERATOR =
  /^(?:For(?:All|Any)(?:Values?):)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Numeric(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Date(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like)|Null)(?:IfExists)?$/i;

function inCondition(statement: View, awsError: string | undefined): Violation | undefined {
  const condition = statement.at("Condition");
  if (condition.isAbsent || condition.isUnknown) {
    return undefined;
  }
  const advice = 'Write it as { "StringEquals": { "aws:SourceAccount": "…" } }.';
  if (!isObject(condition)) {
    return { at: condition, message: `A condition must be an object of operators. ${advice}`, awsError };
  }
  for (const [operator, keys] of entriesOf(condition)) {
    if (!keys.isUnknown && !isObject(keys)) {
      return {
        at: keys,
        message: `"${operator}" must hold an object of condition keys with their values. ${advice}`,
        awsError,
      };
    }
    if (!OPERATOR.test(operator)) {
      return {
        at: keys,
        message: `"${operator}" is not an operator of conditions. ${advice}`,
        awsError,
      };
    }
    const wrong = entriesOf(keys).find(([, values]) => !isStringOrList(values));
    if (wrong) {
      return { at: wrong[1], message: `The value of "${wrong[0]}" must be a string or a list of strings.`, awsError };
    }
  }
  return undefined;
}

function inSid(statement: View, kind: DocumentKind): Violation | undefined {
  const sid = statement.str("Sid");
  return kind === "identity" && known(sid) && !/^[0-9A-Za-z]*$/.test(sid)
    ? {
        at: statement.at("Sid"),
        message: `In the policy of an identity, a "Sid" must have letters and digits only, and "${sid}" has others.`,
        awsError:
          "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression " +
          "[0-9A-Za-z]*",
      }
    : undefined;
}

/** `Action` or `NotAction`, whichever the statement has, and its known strings; a violation where it has both. */
function oneOf(
  statement: View,
  element: "Action" | "Resource",
  awsError: string | undefined,
): { name: string | undefined; strings: View[] | undefined } | Violation {
  const names = [element, `Not${element}`].filter((name) => !isMissing(statement, name));
  const [name, other] = names;
  if (name !== undefined && other !== undefined) {
    const message = `A statement must have either "${name}" or "${other}", and this has both.`;
    return { at: statement.at(other), message, awsError };
  }
  const strings = name === undefined ? undefined : statement.list(name);
  return { name, strings: known(strings) ? strings : undefined };
}

function isWrong(view: View, fits: (value: string) => boolean): boolean {
  const { value } = view;
  return typeof value === "string" ? !fits(value) : value !== UNKNOWN;
}

function wrongString(
  at: View,
  requirement: string,
  { awsError, syntax }: { awsError: string | undefined; syntax: string | undefined },
): Violation {
  return typeof at.value === "string"
    ? { at, message: `${requirement}, not "${at.value}".`, awsError: syntax === undefined ? undefined : awsError }
    : { at, message: `${requirement}, and this is not a string.`, awsError: syntax };
}

function isObject(view: View): boolean {
  const { value } = view;
  return typeof value === "object" && !Array.isArray(value);
}

function entriesOf(view: View): [string, View][] {
  const entries = view.entries();
  return known(entries) ? entries : [];
}

function isStringOrList({ value }: View): boolean {
  return Array.isArray(value) ? value.every((one) => one !== null && typeof one !== "object") : isScalar(value);
}

const isScalar = (value: unknown): boolean => value !== undefined && typeof value !== "object";

// Some services accept element names in any case, so an element in another case is not missing.
function hasInAnotherCase(view: View, name: string): boolean {
  return entriesOf(view).some(([key]) => key.toLowerCase() === name.toLowerCase());
}

const isMissing = (view: View, name: string): boolean => view.at(name).isAbsent && !hasInAnotherCase(view, name);

// The service may accept a document that violates the grammar.
const advisoryUnless = (isRejected: boolean): { level?: "advisory" } => (isRejected ? {} : { level: "advisory" });

/** The first key that is not an element of the policy language. */
function unknownKeyIn(view: View, elements: readonly string[]): { at: View; message: string } | undefined {
  const names = elements.map((element) => element.toLowerCase());
  const unknownKey = entriesOf(view).find(([key]) => !names.includes(key.toLowerCase()));
  if (!unknownKey) {
    return undefined;
  }
  const [key, at] = unknownKey;
  const intended = elements.find((element) => element.toLowerCase() === key.toLowerCase().replace(/s$/, ""));
  const advice = intended === undefined ? "Remove it." : `Use "${intended}".`;
  return { at, message: `"${key}" is not an element of the policy language. ${advice}` };
}
