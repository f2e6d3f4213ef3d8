/** One thing that is wrong with a contract, a profile or an exemption. */
export interface Problem {
  /** Where it was written: `preflight:contract`, `policy configuration of contract`. */
  place: string;
  /** The key, nested ones with dots and indexes: `exemptions[0].until`. Empty for the whole. */
  path: string;
  /** One sentence: place, key, what is there and what is allowed. */
  message: string;
}
