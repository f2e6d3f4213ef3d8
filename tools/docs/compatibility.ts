// What docs/compatibility.json, which `npm run compat` writes, means in words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./markdown";

/** What was tried on one version of Node.js. */
export interface CompatibilityRun {
  node: string;
  day: string;
  stacks: number;
  findings: number;
  tried: { policy: string; pulumi: string }[];
}

interface Compatibility {
  oldest: Record<"@pulumi/policy" | "@pulumi/pulumi", string>;
  runs: CompatibilityRun[];
}

export const readCompatibility = (root: string): Compatibility =>
  JSON.parse(readFileSync(join(root, "docs/compatibility.json"), "utf8")) as Compatibility;

/** The versions that were tried, a row for each pair. */
export function compatibilityTable(root: string): string {
  const rows = readCompatibility(root).runs.flatMap(({ node, day, stacks, findings, tried }) =>
    tried.map(({ policy, pulumi }) => [
      node,
      policy,
      pulumi,
      `the same ${String(findings)} findings in ${String(stacks)} stacks`,
      day,
    ]),
  );
  return table(["Node.js", "`@pulumi/policy`", "`@pulumi/pulumi`", "Pack and command find", "Tried on"], rows);
}

/** The versions that are supported, in a sentence. */
export function supportedVersions(root: string): string {
  const { oldest, runs } = readCompatibility(root);
  const { policy = "", pulumi = "" } = runs.at(-1)?.tried.at(-1) ?? {};
  return (
    `It runs with \`@pulumi/policy\` ${oldest["@pulumi/policy"]} to ${policy} and \`@pulumi/pulumi\` ` +
    `${oldest["@pulumi/pulumi"]} to ${pulumi}: [what was tried](docs/compatibility.md).`
  );
}
