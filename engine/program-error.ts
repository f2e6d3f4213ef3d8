/** What is wrong with a program, its settings or its run, in words for its author. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
}
