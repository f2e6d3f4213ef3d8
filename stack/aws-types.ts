/** What @pulumi/aws says of a resource type. */
interface TypeRow {
  /** Outputs that a program cannot set. */
  computed: readonly string[];
  /** Inputs that AWS or the provider chooses where a program does not. */
  optionalComputed?: readonly string[];
  tags?: true;
  /** An argument takes files or archives. */
  assets?: true;
}

let rows: Readonly<Record<string, TypeRow | undefined>> | undefined;

function rowOf(type: string): TypeRow | undefined {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- large: an import would load it at the pack's start
  rows ??= (require("../facts/aws-resources.json") as { types: NonNullable<typeof rows> }).types;
  return Object.hasOwn(rows, type) ? rows[type] : undefined;
}

/** True for a type with the argument `tags`. */
export function hasTags(type: string): boolean {
  return rowOf(type)?.tags === true;
}

/** True for a type that takes over the provider's default tags. */
export function inheritsTags(type: string): boolean {
  return rowOf(type)?.computed.includes("tagsAll") === true;
}

/** True for a type whose resources lie in a region; false for global services such as IAM and CloudFront. */
export function isRegional(type: string): boolean {
  return rowOf(type)?.optionalComputed?.includes("region") === true;
}

/** True for a type whose argument `name` the provider chooses where a program does not. */
export function choosesName(type: string): boolean {
  return rowOf(type)?.optionalComputed?.includes("name") === true;
}

/** True for a type with an argument for files or archives, and for one that the table does not have. */
export function mayHoldAssets(type: string): boolean {
  const row = rowOf(type);
  return row === undefined || row.assets === true;
}
