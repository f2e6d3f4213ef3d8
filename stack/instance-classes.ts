/** Classes that AWS refuses for some engines: whole names, or families with a dot at the end, parted by blanks. */
export interface RefusedClasses {
  readonly refused: readonly {
    readonly engines: readonly string[];
    readonly classes: string;
    /** What the engine's version begins with, where the classes are refused for some versions only. */
    readonly versions?: string;
    /** What AWS says the class does not support. */
    readonly feature?: string;
  }[];
}

/** Why AWS refuses a class for an engine. */
export interface Refusal {
  /** True where that rests on the engine's version. */
  ofVersion: boolean;
  feature: string | undefined;
}

/** Why AWS refuses a class for an engine; absent where nothing is known against it. A missing version is any. */
export function refusalOf(
  instanceClass: string,
  engine: string,
  version: string | undefined,
  { refused }: RefusedClasses,
): Refusal | undefined {
  const row = refused.find(
    ({ engines, classes, versions }) =>
      engines.includes(engine) &&
      (versions === undefined || version === undefined || `${version}.`.startsWith(versions)) &&
      classes.split(" ").some((one) => (one.endsWith(".") ? instanceClass.startsWith(one) : instanceClass === one)),
  );
  return row && { ofVersion: row.versions !== undefined, feature: row.feature };
}
