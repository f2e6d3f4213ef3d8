// The operation of an API that creates what a type of @pulumi/aws is, and the members of its input: by their names, and
// only where most of the type's own arguments are among them.

/** A shape of an API's model, as far as it is read here. */
export interface ApiShape {
  type?: string;
  enum?: string[];
  min?: number;
  max?: number;
  pattern?: string;
  members?: Record<string, { shape: string }>;
  member?: { shape: string };
}

/** The model of an API, as far as it is read here. */
export interface Api {
  operations: Record<string, { input?: { shape: string } }>;
  shapes: Record<string, ApiShape>;
}

export type Members = ReadonlyMap<string, ApiShape>;

/** The parts of the type that an operation's name has after its verb. */
const VERBS = /^(?:Create|Put|Register|Request|Enable|Associate|Allocate|Add)(.+)$/;

/** Arguments that no operation has, or every one. */
const EVERYWHERE = new Set(["region", "tags", "name", "description", "forcedestroy", "nameprefix"]);

/** So much of a type's arguments must be members of the input, where the operation has another name than the type. */
const LEAST = 0.6;

export const normalized = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What @pulumi/aws adds to some names: `quotaSettings` is quota in the API. */
const SUFFIX = /(?:settings|configuration|options)$/;

/** `name` of a topic rule is ruleName in the API, that of a signing profile profileName. */
const nameOf = (members: Members, resource: string): ApiShape | undefined =>
  [...members].find(([key]) => key.endsWith("name") && key !== "name" && resource.endsWith(key.slice(0, -4)))?.[1];

/** The member of a name; lists have plural names in @pulumi/aws. */
export function memberOf(name: string, members: Members, resource = ""): ApiShape | undefined {
  const own = normalized(name);
  return (
    members.get(own) ??
    members.get(own.replace(/s$/, "")) ??
    members.get(own.replace(/ies$/, "y")) ??
    members.get(`${own}s`) ??
    (own === "name" ? nameOf(members, normalized(resource)) : undefined) ??
    members.get(own.replace(SUFFIX, ""))
  );
}

/** The members of a structure, or of the structures in a list. */
export function membersOf(shape: ApiShape | undefined, shapes: Api["shapes"]): Members {
  const structure = shape?.member ? shapes[shape.member.shape] : shape;
  return new Map(
    Object.entries(structure?.members ?? {}).flatMap(([name, { shape: target }]): [string, ApiShape][] => {
      const found = shapes[target];
      return found ? [[normalized(name), found]] : [];
    }),
  );
}

/** The members of an input, and those of the structure that holds the resource itself, as PutConfigRule has one. */
function inputMembers(input: ApiShape, shapes: Api["shapes"], resource: string): Members {
  const own = membersOf(input, shapes);
  const wrapped = [...own].filter(
    ([name, shape]) =>
      shape.type === "structure" &&
      [resource, `${resource}config`, `${resource}input`, `${resource}payload`].includes(name),
  );
  return new Map([...wrapped.flatMap(([, shape]) => [...membersOf(shape, shapes)]), ...own]);
}

/** The input of an operation: its members, and the shapes of its API. */
export interface Creation {
  members: Members;
  shapes: Api["shapes"];
}

/** The members of the operation's input that creates a resource of this type; absent where none fits. */
export function creation(resource: string, properties: readonly string[], apis: readonly Api[]): Creation | undefined {
  const own = normalized(resource);
  const asked = properties.filter((name) => !EVERYWHERE.has(normalized(name)));
  const candidates = apis.flatMap(({ operations, shapes }) =>
    Object.entries(operations).flatMap(([operation, { input }]) => {
      const subject = normalized(VERBS.exec(operation)?.[1] ?? "");
      const isSame = subject === own;
      if (input === undefined || subject === "" || !(isSame || subject.endsWith(own) || own.endsWith(subject))) {
        return [];
      }
      const members = inputMembers(shapes[input.shape] ?? {}, shapes, subject);
      const known = asked.filter((name) => memberOf(name, members, subject) !== undefined);
      const covered = asked.length === 0 ? 0 : known.length / asked.length;
      return isSame || covered >= LEAST ? [{ isSame, covered, members, subject, shapes }] : [];
    }),
  );
  const [best] = candidates.sort(
    (left, right) => Number(right.isSame) - Number(left.isSame) || right.covered - left.covered,
  );
  if (!best) {
    return undefined;
  }
  const name = best.members.get("name") ?? nameOf(best.members, own) ?? nameOf(best.members, best.subject);
  return { members: new Map([...best.members, ...(name ? ([["name", name]] as const) : [])]), shapes: best.shapes };
}
