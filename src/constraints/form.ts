// The form of constraints on several properties of one resource. They are data: read one of the files under services/
// first, this one only for what is not clear there.

/** What a property is compared with. */
export type Literal = string | number | boolean;

/**
 * A number, or that of another property: `{ property: "maxSize" }`, with `plus` or `times` where AWS calculates.
 * A path that begins with `/` is one of the resource, one that begins with `../` is of what contains the list; all others
 * are where the constraint is: see `each`.
 */
export type Bound = number | { readonly property: string; readonly plus?: number; readonly times?: number };

/**
 * What is true of a value: equal to a literal, one of several, or all of these together. A value that is not known yet
 * decides nothing. A property that is not set fulfils no condition and violates no requirement, except where the test is
 * about `present` or the constraint has a default for it.
 */
export type Test =
  | Literal
  | readonly Literal[]
  | {
      /** Set and not empty, or not. */
      readonly present?: boolean;
      readonly not?: Test;
      readonly anyOf?: readonly Test[];
      /** What JSON has here: `[…]`, or a string, which a number is not. */
      readonly kind?: "list" | "string";
      /** At least, as a number. */
      readonly min?: Bound;
      /** At most, as a number. */
      readonly max?: Bound;
      readonly above?: Bound;
      readonly below?: Bound;
      readonly multipleOf?: number;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly startsWith?: string;
      readonly endsWith?: string;
      readonly matches?: RegExp;
      /** A time later than that of another property. */
      readonly after?: string;
      /** The same value as another property has. */
      readonly sameAs?: string;
      /** A domain name below that of another property, which may be an e-mail address. */
      readonly subdomainOf?: string;
      /** The same resource as another property names; both are in `refers`. */
      readonly sameResourceAs?: string;
      /** A version of the major version that another property has: 8.0.43 of 8.0. */
      readonly versionOf?: string;
      /** A CIDR block that shares an address with that of another property. */
      readonly overlaps?: string;
      /** A CIDR block that is named by its first address: 10.0.1.0/24, and not 10.0.1.5/24. */
      readonly firstAddress?: true;
      /** An address that AWS gives to hosts of the subnet whose CIDR block another property has. */
      readonly hostOf?: string;
      /** So many elements, or as many as another property has for a value. */
      readonly minItems?: Bound;
      readonly maxItems?: Bound;
      /** Of a list: no two elements are equal. */
      readonly unique?: boolean;
      /** Of a list of objects: no two elements are equal in this property. */
      readonly uniqueBy?: string;
      /** Of a list: an element for which this is true. */
      readonly contains?: Test;
      /** Of a list: it is true for every element. */
      readonly every?: Test;
      /** Of a map: it is true for every key. */
      readonly everyKey?: Test;
      /** Of a map: it is true for the value of every key. */
      readonly everyValue?: Test;
      /** Of a list of objects: at least one for which these are true. */
      readonly some?: Conditions;
      /** Of a list of objects: none for which these are true. */
      readonly none?: Conditions;
    };

/** Property paths, such as `vpcConfig.subnetIds`, and what is true of each: all of them together. JSON in a string is read. */
export type Conditions = Readonly<Record<string, Test>>;

/** How many of these properties are set. */
export type Group =
  | { readonly exactlyOne: readonly string[] }
  | { readonly atLeastOne: readonly string[] }
  | { readonly atMostOne: readonly string[] }
  | { readonly allOrNone: readonly string[] };

/**
 * The arguments of a resource in a case. In place of a name in `refers` it has the arguments of the other resource, or
 * `named("main")` for one that several properties name.
 */
export type Inputs = Readonly<Record<string, unknown>>;

/** One constraint of AWS: a kind of program that it rejects. */
export interface Constraint {
  /** The type of resource, as Pulumi names it. */
  readonly type: string;
  /**
   * Properties that name other resources, with the types of these. With `taskDefinition` here, `taskDefinition->networkMode`
   * is a property of the task definition, in a path anywhere below. The constraint applies only to resources of the stack
   * that are certainly named; of a list of names, to each of them. A case has the arguments of the other resource in place
   * of its name: `{ taskDefinition: { networkMode: "awsvpc" } }`.
   */
  readonly refers?: Readonly<Record<string, string | readonly string[]>>;
  /** When it applies; a list: when one of these is true. Absent: always. */
  readonly when?: Conditions | readonly Conditions[];
  /** A list in the resource, such as `ingress` or `rules.transitions`: every element is checked on its own. */
  readonly each?: string;
  /** The elements that it applies to. */
  readonly where?: Conditions | readonly Conditions[];
  /** What must be true then; a list: at least one of these. */
  readonly require: Conditions | readonly Conditions[] | Group;
  /** What AWS uses where a program sets nothing. */
  readonly defaults?: Readonly<Record<string, Literal>>;
  /** True where what AWS makes fulfils it nearly always: a value that is not known yet is not counted as undecided. */
  readonly ofLiterals?: true;
  /** The requirement in one sentence. Code is between backticks, as in TypeScript. */
  readonly must: string;
  /** The error of AWS in its own words, once they were read in a report or on a page. */
  readonly awsError?: string;
  /** The page of AWS that documents it. */
  readonly source: string;
  /** Where it is not certain that AWS rejects it, for example since it raises the limit at times. */
  readonly level?: "advisory";
  /** Arguments that AWS accepts: look-alikes first. */
  readonly accepts: readonly Inputs[];
  /** Arguments that AWS rejects for this reason. */
  readonly rejects: readonly Inputs[];
}

/** The constraints of one service, by id: `aws.<service>.<type>.<subject>`. Ids never change. */
export interface ServiceConstraints {
  /** The day on which the constraints were written down. */
  readonly date: string;
  readonly constraints: Readonly<Record<string, Constraint>>;
}

export const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);

const GROUPS = ["exactlyOne", "atLeastOne", "atMostOne", "allOrNone"] as const;

export type GroupKind = (typeof GROUPS)[number];

/** The kind and the properties of a group; absent where the requirement is not one. */
export function groupOf(
  require: Constraint["require"],
): { kind: GroupKind; properties: readonly string[] } | undefined {
  const lists = require as Readonly<Record<string, readonly string[] | undefined>>;
  const kind = GROUPS.find((one) => one in require);
  return kind && { kind, properties: lists[kind] ?? [] };
}

/** Conditions as alternatives; none where there are none. */
export const alternatives = (conditions: Conditions | readonly Conditions[] = []): readonly Conditions[] =>
  isList(conditions) ? conditions : [conditions];

/** The properties that a constraint is about, in the order in which it names them. */
export function propertiesOf({ require }: Constraint): string[] {
  const group = groupOf(require);
  return group
    ? [...group.properties]
    : alternatives(require as Conditions | readonly Conditions[]).flatMap((one) => Object.keys(one));
}
