/** A JSON value as it travels between the engine and a plugin: unknowns, secrets and assets are marked by signatures. */
export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };

/** A location in a file of the program. */
export interface SourcePosition {
  /** Relative to the project's folder, with slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column?: number;
}

/** One resource as the engine knows it. The local engine makes these, and tests replay them. */
export interface RecordedResource {
  urn: string;
  /** The type token as registered, such as `aws:rds/instance:Instance`. */
  type: string;
  name: string;
  /** False for components. */
  custom: boolean;
  /** True for a resource that was read (`Type.get(…)`) and that the stack does not manage. */
  external?: boolean;
  /** True for a new resource that `--target` or `--exclude` skips. */
  skipped?: boolean;
  /** True for a resource that the program imports: it existed before the stack. */
  imported?: boolean;
  /** The properties that the program passed. */
  inputs: Record<string, Wire>;
  /** The inputs and the computed properties; of the stack's own resource, the exported outputs. */
  outputs: Record<string, Wire>;
  /** URNs in the order of registration. */
  dependencies: string[];
  /** URNs that each input property was computed from. */
  propertyDependencies: Record<string, string[]>;
  parent?: string;
  /** `urn::id` of the provider. */
  provider?: string;
  /** Whether it is in the cloud already; absent: true where its id is known. */
  exists?: boolean;
  /** The paths of `ignoreChanges`. */
  ignoreChanges?: string[];
  /** Where the program creates it, if the SDK reports that. */
  source?: SourcePosition;
}

/** A whole stack: all that a run of a program registered. */
export interface RecordedStack {
  project: string;
  stack: string;
  organization: string;
  /** Configuration in force, secrets as text, keys such as `aws:region`. */
  config: Record<string, string>;
  /** In the order of registration, the stack's own resource and providers included. */
  resources: RecordedResource[];
}
