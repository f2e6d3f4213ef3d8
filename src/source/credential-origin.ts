import { isNameLike, isPlaceholder, secrecyOf } from "../graph/credential-text";
import type { Resource } from "../graph/resource";
import { readJson } from "../graph/value";
import { isConfigurationKnown, type LocatedString } from "./origin";
import type { PlainSetting, ProjectFacts } from "./project-files";
import { partsBetween } from "./text-parts";

/**
 * Where a credential comes from: a literal in the program's sources; another of its files; a setting in plain text; a
 * placeholder; the configuration, the environment or a resource, which provided it; or none of them as far as is known.
 */
export type CredentialOrigin =
  | { kind: "source" | "placeholder" | "provided" | "unknown" }
  | { kind: "file"; path: string }
  | { kind: "setting"; setting: PlainSetting };

/** What is known about a program and its stack. */
export interface CredentialFacts {
  readonly project: Pick<ProjectFacts, "config" | "hasConfiguration" | "files" | "stack" | "name" | "environment">;
  /** What the stack's resources compute, such as generated passwords. */
  readonly computed: ReadonlySet<string>;
}

/** Shorter parts are in longer strings by chance. */
const SHORTEST_PART = 4;
/** A setting with any name provides a credential if its value is as long as this and does not look like a name. */
const SHORTEST_UNNAMED = 8;

/** Where a known credential comes from. */
export function credentialOrigin(credential: LocatedString, facts: CredentialFacts): CredentialOrigin {
  const { text, view } = credential;
  const { project, computed } = facts;
  const { resource, property } = view;
  const settings = settingsIn(project.config);
  const equal = settings.filter(({ value }) => value === text);
  const plain = project.files?.plainSettings(project.stack).find(({ value }) => value === text);
  const isWritten = isLiteral(credential, project.files);
  if (equal.length > 0 && plain === undefined && (!isWritten || equal.some(isSecretSetting))) {
    return { kind: "provided" };
  }
  if (outputsOf(resource.propertyDependencies.get(property) ?? []).has(text)) {
    return { kind: "provided" };
  }
  if (isWritten) {
    return { kind: "source" };
  }
  if (plain) {
    return { kind: "setting", setting: plain };
  }
  if (computed.has(text) || project.environment?.has(text)) {
    return { kind: "provided" };
  }
  if (isComposed(credential, facts, settings)) {
    return { kind: "source" };
  }
  if (isProvidedInPart(text, settings, computed)) {
    return { kind: "provided" };
  }
  const file = project.files?.texts.find((one) => isIn(one.text, credential));
  if (file) {
    return { kind: "file", path: file.path };
  }
  const isComputed = resource.isComputed(property);
  // Where the configuration is not known, it may hold the placeholder.
  if (isPlaceholder(text) && isConfigurationKnown(project) && (!isComputed || text === view.value)) {
    return { kind: "placeholder" };
  }
  return { kind: isComputed ? "provided" : "unknown" };
}

type Files = ProjectFacts["files"];

const BASE64 = /^[A-Za-z0-9+/]{8,}={0,2}$/;

/** True for a string that the sources write as a whole, also in or before base64, or with the characters around it. */
function isLiteral({ view, text, excerpt }: LocatedString, files: Files): boolean {
  if (files === undefined) {
    return false;
  }
  const { literals } = files;
  const { value: whole } = view;
  return (
    literals.has(text) ||
    (typeof whole === "string" && literals.has(whole)) ||
    literals.has(Buffer.from(text).toString("base64")) ||
    (BASE64.test(text) && literals.has(Buffer.from(text, "base64").toString())) ||
    (excerpt !== undefined && someFragment(files, (fragment) => fragment.includes(excerpt))) ||
    // Of a document, the program writes the whole.
    (view.isInDocument && text.length >= SHORTEST_PART && someFragment(files, (fragment) => holdsWord(fragment, text)))
  );
}

/** True where the condition holds for a literal, or for what the program writes between computed parts. */
const someFragment = (
  { literals, templates }: Exclude<Files, undefined>,
  condition: (fragment: string) => boolean,
): boolean => [...literals].some(condition) || templates.some((parts) => parts.some(condition));

/** True where a string contains another one, and not as a part of a longer word. */
function holdsWord(content: string, word: string): boolean {
  const at = content.indexOf(word);
  return at >= 0 && !/\w/.test(content[at - 1] ?? "") && !/\w/.test(content[at + word.length] ?? "");
}

/** A string of the configuration, with the name that is nearest to it. */
interface Setting {
  name: string;
  value: string;
}

/** The values of the configuration, those inside objects and lists included. */
function settingsIn(config: ReadonlyMap<string, string>): Setting[] {
  return [...config].flatMap(([name, value]) => [
    ...(value === "" ? [] : [{ name, value }]),
    ...stringsIn(name, readJson(value)),
  ]);
}

function stringsIn(name: string, value: unknown): Setting[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => stringsIn(name, item));
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => stringsIn(key, item));
  }
  return typeof value === "string" && value !== "" ? [{ name, value }] : [];
}

/** True for a setting that is a secret by its name or its form, and not a region, a tier or the name of a user. */
const isSecretSetting = ({ name, value }: Setting): boolean =>
  secrecyOf(name.slice(name.lastIndexOf(":") + 1)) !== "none" ||
  (value.length >= SHORTEST_UNNAMED && !isNameLike(value) && !/^[\d.]+$/.test(value));

const outputsOf = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(
    resources.flatMap(({ outputs }) =>
      outputs.scalars().flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : [])),
    ),
  );

/** True where a secret of the configuration, or what a resource computes, makes up a part of the string. */
const isProvidedInPart = (text: string, settings: readonly Setting[], computed: ReadonlySet<string>): boolean =>
  settings.some(
    (setting) => setting.value.length >= SHORTEST_PART && text.includes(setting.value) && isSecretSetting(setting),
  ) || [...computed].some((output) => output.length >= SHORTEST_PART && text.includes(output));

/**
 * True where the program writes the string around computed parts that are not secret: names, regions, other literals.
 * The characters that are written are then all that has to be guessed.
 */
function isComposed(
  { view, text }: LocatedString,
  { project, computed }: CredentialFacts,
  settings: readonly Setting[],
): boolean {
  const { files } = project;
  if (files === undefined) {
    return false;
  }
  const names = new Set([
    project.name,
    project.stack,
    ...settings.filter((setting) => !isSecretSetting(setting)).map(({ value }) => value),
    ...identitiesIn(view.resource.propertyDependencies.get(view.property) ?? []),
  ]);
  const isOpen = (part: string): boolean =>
    part === "" || ((names.has(part) || files.literals.has(part) || /^\d{1,8}$/.test(part)) && !computed.has(part));
  return files.templates.some((parts) => {
    const between = partsBetween(text, parts);
    const written = [...parts, ...(between ?? []).filter((part) => files.literals.has(part))].join("");
    return between !== undefined && written.length >= SHORTEST_PART && between.every(isOpen);
  });
}

/** What AWS's resources are called and found by, which is not secret. */
const identitiesIn = (resources: readonly Resource[]): string[] =>
  resources
    .filter(({ type }) => type.startsWith("aws:"))
    .flatMap((resource) => [...resource.outputs.texts(IDENTITIES), ...resource.texts(IDENTITIES)]);

const IDENTITIES = [
  "id",
  "arn",
  "name",
  "bucket",
  "address",
  "endpoint",
  "identifier",
  "clusterIdentifier",
  "url",
  "dnsName",
];

/** True where another file of the program holds the string. */
const isIn = (content: string, { text, excerpt }: LocatedString): boolean =>
  (excerpt !== undefined && content.includes(excerpt)) ||
  (text.length >= SHORTEST_UNNAMED && !isNameLike(text) && holdsWord(content, text));
