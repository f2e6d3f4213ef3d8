/** In a case: another resource that several properties may name. Equal names are one resource. */
export class Named {
  constructor(readonly name: string) {}
}

/** The resource of a case with this name. */
export const named = (name: string): Named => new Named(name);
