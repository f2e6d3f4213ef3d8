import { posix } from "node:path";
import { defineRule } from "../../src/rules/rule";

/** Folders that a compiler fills, and that are empty until it has run. */
const BUILT = /^(?:dist|build|out|bin|target|\.\w+)(?:\/|$)/;

export default defineRule({
  id: "project-main",
  category: "project",
  description: "The main of Pulumi.yaml must be the path of the program",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  contractKeys: ["project.main"],
  failures: ["E2"],
  why: "`main` is the path of the program. Where it names something else, Pulumi runs another program or fails.",
  fix: {
    typescript: `# Pulumi.yaml
main: lib/`,
    python: `# Pulumi.yaml
main: lib/`,
    yaml: `# Pulumi.yaml
main: lib/`,
  },
  limits: "A `main` outside the project's folder, or in a folder that a compiler fills, such as dist or bin.",
  root({ contract, project, report }) {
    const { files } = project;
    if (!files?.settings) {
      return;
    }
    const { main } = files.settings;
    const required = contract.project?.main;
    if (required !== undefined && normalized(main) !== normalized(required)) {
      const has = main === undefined ? "no main, so the program is its own folder" : `"main: ${main}"`;
      report({ message: `Pulumi.yaml has ${has}. The contract requires "${required}": write "main: ${required}".` });
    }
    const path = normalized(main);
    const isOutside = path.startsWith("..") || posix.isAbsolute(path) || /^[A-Za-z]:/.test(path);
    if (!isOutside && !BUILT.test(path) && !files.has(path)) {
      report({
        message:
          `Pulumi.yaml has "main: ${path}", and no file or folder has that path. ` +
          "Write the path of the program, relative to Pulumi.yaml.",
      });
    }
  },
});

function normalized(main: string | undefined): string {
  const path = posix.normalize((main ?? "").replaceAll("\\", "/"));
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}
