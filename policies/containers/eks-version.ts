import { tableOf } from "../../src/contract/facts";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "eks-version",
  category: "containers",
  description: "EKS clusters must run on a Kubernetes version with standard support",
  severity: "high",
  level: "only-if-required",
  why:
    "AWS fixes vulnerabilities in all of Kubernetes only in versions with standard support. Later it costs six times as " +
    "much, and in the end AWS updates the cluster by itself.",
  fix: {
    typescript: `version: "1.35",`,
    python: `version="1.35",`,
    yaml: `version: "1.35"`,
  },
  limits:
    "Clusters without a version, which get the newest one that AWS offers, and versions newer than the dated table.",
  references: [
    "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html",
  ],
  resource: {
    types: ["aws:eks/cluster:Cluster"],
    check(cluster, { contract, day, report, undecided }) {
      const { standardSupportUntil } = tableOf(contract, "eks-versions");
      const version = cluster.str("version");
      if (version === UNKNOWN) {
        undecided(cluster, "version");
      } else if (version !== undefined && !isSupported(version, day, standardSupportUntil)) {
        const newest = Object.keys(standardSupportUntil).sort(compare).at(-1) ?? "";
        report({
          at: cluster,
          property: "version",
          message: `Kubernetes ${version} has no standard support on EKS. Set \`version: "${newest}"\`, one version at a time.`,
        });
      }
    },
  },
});

const compare = (left: string, right: string): number => left.localeCompare(right, "en", { numeric: true });

/** True also for versions that are newer than those with a day. */
function isSupported(version: string, day: string, until: Readonly<Record<string, string>>): boolean {
  const last = until[version];
  const [oldest = version] = Object.keys(until).sort(compare);
  return last === undefined ? compare(version, oldest) >= 0 : day <= last;
}
