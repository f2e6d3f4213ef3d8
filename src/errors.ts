/** What is wrong with a program, its settings or its run, in words for its author. */
export class ProgramError extends Error {
  override readonly name: string = "ProgramError";
}

/** A program of a runtime that is not run here. */
export class UnsupportedRuntimeError extends ProgramError {
  constructor(
    message: string,
    readonly runtime: string,
  ) {
    super(message);
  }
}
