import type * as Files from "../../src/source/files";
import type { ProjectFiles } from "../../src/source/project-files";

const actual = jest.requireActual<typeof Files>("../../src/source/files");
const known = new Map<string, ProjectFiles>();

/** The files of a program. Reading its sources takes longer than all the rules, and no test that uses this changes them. */
export function filesOf(folder: string): ProjectFiles {
  const files = known.get(folder) ?? actual.projectFiles(folder);
  known.set(folder, files);
  return files;
}

/** In the place of the module that reads them, where a test file reports on the same program again and again. */
export const readOnce: typeof Files = { ...actual, projectFiles: filesOf };
