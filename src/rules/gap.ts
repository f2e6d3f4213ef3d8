/** A kind of what was not checked. */
export type GapKind =
  | "failed-preview"
  | "missing-steps"
  | "missing-dependencies"
  | "empty-stack"
  | "unsupported-runtime"
  | "unread-sources"
  | "remote-components"
  | "opaque-resources"
  | "undecided"
  | "disabled-policies"
  | "skipped-resources"
  | "hidden-secrets"
  | "unknown-values"
  | "stack-outputs"
  | "no-sources"
  | "second-run"
  | "configuration"
  | "types"
  | "unused-exemptions";

/**
 * Whether a run with a gap of this kind is not a pass. The others are part of every run of their kind, so that they are
 * listed and decide nothing.
 */
const DECIDES: Readonly<Record<GapKind, boolean>> = {
  // A preview or an update that failed, or was interrupted.
  "failed-preview": true,
  // A file that leaves resources of the stack out.
  "missing-steps": true,
  // A file without dependencies, so that rules on the whole stack do not run.
  "missing-dependencies": true,
  // A file without resources.
  "empty-stack": true,
  // A program that preflight does not run.
  "unsupported-runtime": true,
  // Sources that are too large, too many, or in a language without a parser.
  "unread-sources": true,
  // Components that a plugin builds.
  "remote-components": true,
  // Resources of packages that no rule knows, and those inside of templates.
  "opaque-resources": true,
  // Checks of mandatory rules that preview cannot decide.
  undecided: false,
  // Mandatory rules that are disabled.
  "disabled-policies": false,
  // New resources that --target or --exclude leaves out.
  "skipped-resources": false,
  // Secrets that a file does not show.
  "hidden-secrets": false,
  // Values that only a plugin has.
  "unknown-values": false,
  // What a preview exports.
  "stack-outputs": false,
  // A program whose folder is not known.
  "no-sources": false,
  // A run with likely values that failed.
  "second-run": false,
  // The configuration of a stack without a file.
  configuration: false,
  // The types of a TypeScript program.
  types: false,
  // Comments in the source that exempt nothing.
  "unused-exemptions": false,
};

export const GAP_KINDS = Object.keys(DECIDES) as readonly GapKind[];

/** A part of the stack or the program that was not checked. */
export interface Gap {
  /** What it is, in a word. */
  kind: GapKind;
  /** One sentence: what it is, and where there is a way, how to have it checked. */
  message: string;
}

/** True where a run with this gap is not a pass by default. */
export const decides = ({ kind }: Pick<Gap, "kind">): boolean => DECIDES[kind];
