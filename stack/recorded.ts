/** A JSON value as it travels between the engine and a plugin: unknowns, secrets and assets are marked by signatures. */
export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };

/** A place in a file of the program. */
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
  /** What the program passed. */
  inputs: Record<string, Wire>;
  /** The inputs with what the provider adds; for the stack resource, the exported outputs. */
  outputs: Record<string, Wire>;
  /** URNs in the order of registration. */
  dependencies: string[];
  /** URNs that each input property was computed from. */
  propertyDependencies: Record<string, string[]>;
  parent?: string;
  /** `urn::id` of the provider. */
  provider?: string;
  /** Where the program makes it, if the SDK says so. */
  source?: SourcePosition;
}

/** A whole stack: what a run of a program registered. */
export interface RecordedStack {
  project: string;
  stack: string;
  organization: string;
  /** Configuration in force, secrets as text, keys such as `aws:region`. */
  config: Record<string, string>;
  /** In the order of registration, the stack's own resource and providers included. */
  resources: RecordedResource[];
}
