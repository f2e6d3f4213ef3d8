import table from "../facts/credential-properties.json";
import {
  assignedCredentials,
  connectionPasswords,
  isCredential,
  isNameLike,
  isPlaceholder,
  mayBeCredential,
  privateKeys,
  secrecyOf,
  type Excerpt,
} from "./credential-text";
import { containersOf, TASK_DEFINITION } from "./environments";
import type { Resource } from "./resource";
import { known } from "./value";
import type { View } from "./view";

const SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const PARAMETER = "aws:ssm/parameter:Parameter";

/** Where a credential stands: asked for by a service, in a variable, in a store of secrets, in a script. */
export type PlaceKind = "property" | "variable" | "container" | "store" | "script";

/** A known text that is a credential, by where it stands and by its form. It must never be shown. */
export interface Credential {
  kind: PlaceKind;
  view: View;
  text: string;
  /** Where it is a part of a longer text: the part with what is around it. */
  excerpt?: string;
}

/** The credentials in a resource's properties, and the texts that may hold some but are not known yet. */
export interface Credentials {
  found: Credential[];
  unread: View[];
}

/** Looks for credentials in every place of a resource that is known to take them. */
export function credentialsIn(resource: Resource): Credentials {
  const unread = unreadIn(resource);
  const found = [
    ...requestedBy(resource),
    ...variablesOf(resource).flatMap(({ kind, name, view }) => inVariable(kind, name, view)),
    ...inStore(resource),
    ...inScripts(resource),
  ];
  return { found, unread };
}

// Texts that hold several values, so that one of them may be a credential while another is not known yet.
const TEXTS: ReadonlyMap<string, readonly string[]> = new Map([
  [TASK_DEFINITION, ["containerDefinitions"]],
  [SECRET_VERSION, ["secretString", "secretStringWo"]],
  ["aws:batch/jobDefinition:JobDefinition", ["containerProperties"]],
  ["aws:ec2/instance:Instance", ["userData", "userDataBase64"]],
  ["aws:ec2/launchConfiguration:LaunchConfiguration", ["userData", "userDataBase64"]],
  ["aws:ec2/launchTemplate:LaunchTemplate", ["userData"]],
  ["aws:ec2/spotInstanceRequest:SpotInstanceRequest", ["userData", "userDataBase64"]],
  ["aws:lightsail/instance:Instance", ["userData"]],
]);

const textsOf = (resource: Resource): View[] =>
  (TEXTS.get(resource.type) ?? []).map((property) => resource.at(property));

const unreadIn = (resource: Resource): View[] => textsOf(resource).filter(({ isUnknown }) => isUnknown);

const properties: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(table.types));

/** What services ask for: the password of a database, the token of a cache, … */
function requestedBy(resource: Resource): Credential[] {
  return (properties.get(resource.type) ?? [])
    .flatMap((path) => placesAt(resource, path))
    .flatMap((view) => {
      const text = view.str();
      return known(text) && (mayBeCredential(text) || /^\d+$/.test(text)) ? [{ kind: "property", view, text }] : [];
    });
}

/** The places of a path such as `users[].password`. */
function placesAt(owner: View, path: string): View[] {
  const [keys = "", ...rest] = path.split("[]");
  const place = owner.at(...keys.split(".").filter(Boolean));
  if (rest.length === 0) {
    return [place];
  }
  const list = place.list() ?? [];
  return known(list) ? list.flatMap((element) => placesAt(element, rest.join("[]"))) : [];
}

interface NamedPlace {
  kind: PlaceKind;
  name: string;
  view: View;
}

const MAPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws:lambda/function:Function", ["environment.variables"]],
  ["aws:amplify/app:App", ["environmentVariables"]],
  ["aws:amplify/branch:Branch", ["environmentVariables"]],
  [
    "aws:apprunner/service:Service",
    [
      "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables",
      "sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentVariables",
    ],
  ],
]);

/** The environment variables of whatever runs code. */
function variablesOf(resource: Resource): NamedPlace[] {
  switch (resource.type) {
    case TASK_DEFINITION: {
      const containers = containersOf(resource);
      return known(containers) ? containers.flatMap((container) => listed("container", container)) : [];
    }
    case "aws:batch/jobDefinition:JobDefinition":
      return listed("container", resource.json("containerProperties"));
    case "aws:codebuild/project:Project":
      return listed("variable", resource.at("environment"), "environmentVariables");
    default:
      return (MAPS.get(resource.type) ?? []).flatMap((path) => {
        const entries = resource.entries(...path.split("."));
        return known(entries) ? entries.map(([name, view]) => ({ kind: "variable", name, view })) : [];
      });
  }
}

/** Variables with `name` and `value` in a list. A `type` other than PLAINTEXT means that the value names a stored one. */
function listed(kind: PlaceKind, owner: View, property = "environment"): NamedPlace[] {
  const elements = owner.list(property);
  return (known(elements) ? elements : [])
    .filter((element) => (kind === "container" ? true : (element.str("type") ?? "PLAINTEXT") === "PLAINTEXT"))
    .map((element) => {
      const name = element.str("name");
      return { kind, name: known(name) ? name : "", view: element.at("value") };
    });
}

function inVariable(kind: PlaceKind, name: string, view: View): Credential[] {
  const { value } = view;
  if (typeof value !== "string") {
    return [];
  }
  const parts = partsOf(kind, view, [...connectionPasswords(value), ...privateKeys(value)]);
  return parts.length > 0 || !isCredential(name, value) ? parts : [{ kind, view, text: value }];
}

const partsOf = (kind: PlaceKind, view: View, excerpts: readonly Excerpt[]): Credential[] =>
  excerpts.map(({ credential, excerpt }) => ({ kind, view, text: credential, excerpt }));

/** What a secret's version or a parameter holds. */
function inStore(resource: Resource): Credential[] {
  if (resource.type === SECRET_VERSION) {
    return ["secretString", "secretStringWo"].flatMap((property) => {
      const json = resource.json(property);
      return typeof json.value === "object" ? inJson("", json) : inSecret("secret", resource.at(property));
    });
  }
  if (resource.type !== PARAMETER) {
    return [];
  }
  const name = resource.str("name");
  const title = known(name) ? (name.split("/").at(-1) ?? "") : "";
  const look = resource.str("type") === "SecureString" ? inSecret : inVariableOfStore;
  return ["value", "insecureValue", "valueWo"].flatMap((property) => look(title, resource.at(property)));
}

const inVariableOfStore = (name: string, view: View): Credential[] => inVariable("store", name, view);

/** A text that is kept as a secret is one unless it reads like a name. */
function inSecret(name: string, view: View): Credential[] {
  const credentials = inVariableOfStore(name, view);
  const { value } = view;
  const isOne =
    typeof value === "string" &&
    mayBeCredential(value) &&
    (secrecyOf(name) === "password" || isPlaceholder(value) || !isNameLike(value));
  return credentials.length > 0 || !isOne ? credentials : [{ kind: "store", view, text: value }];
}

function inJson(name: string, view: View): Credential[] {
  if (Array.isArray(view.value)) {
    const list = view.list();
    return known(list) ? list.flatMap((element) => inJson(name, element)) : [];
  }
  const entries = view.entries();
  return known(entries) ? entries.flatMap(([key, item]) => inJson(key, item)) : inVariableOfStore(name, view);
}

const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** What the scripts of instances set. */
function inScripts(resource: Resource): Credential[] {
  return textsOf(resource)
    .filter(({ path }) => path.startsWith("userData"))
    .flatMap((view) => {
      const text = view.str();
      const script = known(text) ? (BASE64.test(text) ? Buffer.from(text, "base64").toString("utf8") : text) : "";
      return partsOf("script", view, [
        ...assignedCredentials(script),
        ...connectionPasswords(script),
        ...privateKeys(script),
      ]);
    });
}
