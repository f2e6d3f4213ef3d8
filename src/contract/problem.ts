/** One error in a contract, a profile or an exemption. */
export interface Problem {
  /** The source that has it: `preflight:contract`, `policy configuration of contract`. */
  place: string;
  /** The key, nested ones with dots and indexes: `exemptions[0].until`. Empty for the whole. */
  path: string;
  /** One sentence: source, key, the value and what is allowed. */
  message: string;
}
