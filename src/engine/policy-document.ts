import type { Wire } from "../graph/recorded";
import type { Properties } from "./wire";

type Statement = Properties;

const DEFAULT_VERSION = "2012-10-17";

function objects(value: Wire | undefined): Properties[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Properties => item !== null && typeof item === "object" && !Array.isArray(item));
}

function texts(value: Wire | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function text(value: Wire | undefined): string {
  return typeof value === "string" ? value : "";
}

/** AWS writes a list of one element as the element itself. */
function oneOrMany(list: string[]): Wire {
  return list.length === 1 ? (list[0] ?? null) : list;
}

function principals(value: Wire | undefined): Wire | undefined {
  const entries = objects(value).map(({ type, identifiers }) => [text(type), texts(identifiers)] as const);
  if (entries.length === 0) return undefined;
  if (entries.length === 1 && entries[0]?.[0] === "*" && entries[0][1].join() === "*") return "*";
  const byType = new Map<string, string[]>();
  for (const [type, identifiers] of entries) byType.set(type, [...(byType.get(type) ?? []), ...identifiers]);
  return Object.fromEntries([...byType].map(([type, identifiers]) => [type, oneOrMany(identifiers)]));
}

function conditions(value: Wire | undefined): Wire | undefined {
  const byTest: Record<string, Properties> = {};
  for (const { test, variable, values } of objects(value)) {
    (byTest[text(test)] ??= {})[text(variable)] = oneOrMany(texts(values));
  }
  return Object.keys(byTest).length === 0 ? undefined : byTest;
}

function list(value: Wire | undefined): Wire | undefined {
  const items = texts(value);
  return items.length === 0 ? undefined : oneOrMany(items);
}

function statement(source: Properties): Statement {
  const rendered: Record<string, Wire | undefined> = {
    Sid: typeof source.sid === "string" && source.sid !== "" ? source.sid : undefined,
    Effect: typeof source.effect === "string" ? source.effect : "Allow",
    Action: list(source.actions),
    NotAction: list(source.notActions),
    Resource: list(source.resources),
    NotResource: list(source.notResources),
    Principal: principals(source.principals),
    NotPrincipal: principals(source.notPrincipals),
    Condition: conditions(source.conditions),
  };
  const present = Object.entries(rendered).filter((entry): entry is [string, Wire] => entry[1] !== undefined);
  return Object.fromEntries(present);
}

interface Document {
  Version: string;
  Id?: string;
  Statement: Statement[];
}

function parsed(json: string): { version: Wire | undefined; id: Wire | undefined; statements: Statement[] } {
  let document: Properties;
  try {
    document = JSON.parse(json) as Properties;
  } catch {
    throw new Error(`a policy document to merge is not JSON: ${json}`);
  }
  const { Statement: inner } = document;
  return {
    version: document.Version,
    id: document.Id,
    statements: objects(Array.isArray(inner) ? inner : [inner ?? null]),
  };
}

/** Statements of the later documents take the place of earlier ones with their Sid. */
function merged(statements: Statement[], more: Statement[]): Statement[] {
  const result = [...statements];
  for (const next of more) {
    const index = next.Sid === undefined ? -1 : result.findIndex(({ Sid }) => Sid === next.Sid);
    if (index < 0) result.push(next);
    else result[index] = next;
  }
  return result;
}

/** What `aws.iam.getPolicyDocument` answers: the arguments, and the document as AWS writes it. */
export function renderPolicyDocument(args: Properties): Properties {
  const sources = [...texts([args.sourceJson ?? null]), ...texts(args.sourcePolicyDocuments)].map(parsed);
  const overrides = [...texts([args.overrideJson ?? null]), ...texts(args.overridePolicyDocuments)].map(parsed);
  const layers = [
    ...sources.map(({ statements }) => statements),
    objects(args.statements).map(statement),
    ...overrides.map(({ statements }) => statements),
  ];
  const document: Document = {
    Version: typeof args.version === "string" ? args.version : DEFAULT_VERSION,
    ...(typeof args.policyId === "string" ? { Id: args.policyId } : {}),
    Statement: layers.reduce(merged, []),
  };
  return { id: "policy", json: JSON.stringify(document, null, 2), minifiedJson: JSON.stringify(document) };
}
