/** Classes that AWS rejects for some engines: whole names, or families with a dot at the end, separated by spaces. */
export interface RejectedClasses {
  readonly refused: readonly {
    readonly engines: readonly string[];
    readonly classes: string;
    /** What the engine's version begins with, where AWS rejects the classes for some versions only. */
    readonly versions?: string;
    /** What the class does not support, as AWS calls it. */
    readonly feature?: string;
    /** True where AWS contradicts itself. */
    readonly doubtful?: boolean;
  }[];
}

/** Why AWS rejects a class for an engine. */
export interface Rejection {
  /** True where that depends on the engine's version. */
  dependsOnVersion: boolean;
  feature: string | undefined;
  /** True where some region may offer it after all. */
  isDoubtful: boolean;
}

/** Why AWS rejects a class for an engine; absent where nothing is known against it. A missing version may be any. */
export function rejectionOf(
  instanceClass: string,
  engine: string,
  version: string | undefined,
  { refused }: RejectedClasses,
): Rejection | undefined {
  const row = refused.find(
    ({ engines, classes, versions }) =>
      engines.includes(engine) &&
      (versions === undefined || version === undefined || `${version}.`.startsWith(versions)) &&
      classes.split(" ").some((one) => (one.endsWith(".") ? instanceClass.startsWith(one) : instanceClass === one)),
  );
  return (
    row && { dependsOnVersion: row.versions !== undefined, feature: row.feature, isDoubtful: row.doubtful === true }
  );
}
