import { posix } from "node:path";
import { defineRule } from "../rule";

/** Folders that a compiler fills, which are empty until it has run. */
const BUILT = /^(?:dist|build|out|bin|target|\.\w+)(?:\/|$)/;

export default defineRule({
  id: "project-main",
  category: "project",
  description: "Pulumi.yaml names the program in main",
  severity: "high",
  level: "mandatory",
  contractKeys: ["project.main"],
  failures: ["E2"],
  why: "`main` says where the program lies. Where it names something else, Pulumi runs another program or none.",
  fix: {
    typescript: "# Pulumi.yaml\nmain: lib/",
    python: "# Pulumi.yaml\nmain: lib/",
    yaml: "# Pulumi.yaml\nmain: lib/",
  },
  limits: "A `main` outside the project's folder, or in a folder that a compiler fills, such as dist or bin.",
  root({ contract, project, report }) {
    const { files } = project;
    if (!files?.settings) {
      return;
    }
    const { main } = files.settings;
    const wanted = contract.project?.main;
    if (wanted !== undefined && placeOf(main) !== placeOf(wanted)) {
      const has = main === undefined ? "no main, which stands for its own folder" : `main: ${main}`;
      report({ message: `Pulumi.yaml has ${has}, and the contract asks for ${wanted}; write main: ${wanted}.` });
    }
    const place = placeOf(main);
    const isOutside = place.startsWith("..") || posix.isAbsolute(place) || /^[A-Za-z]:/.test(place);
    if (!isOutside && !BUILT.test(place) && !files.has(place)) {
      report({
        message: `main in Pulumi.yaml is ${place}, and no file or folder lies there; write the path of the program, seen from Pulumi.yaml.`,
      });
    }
  },
});

function placeOf(main: string | undefined): string {
  const place = posix.normalize((main ?? "").replaceAll("\\", "/"));
  return place.length > 1 ? place.replace(/\/$/, "") : place;
}
