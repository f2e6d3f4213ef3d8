import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** A name and a password, or a token, before the host. */
const CREDENTIALS = /^https?:\/\/[^/@:]+:[^/@]+@/i;

export default defineRule({
  id: "codebuild-source-credentials",
  category: "secrets",
  description: "Addresses of build sources must not contain credentials",
  severity: "critical",
  level: "mandatory",
  basis: "credential",
  supersedes: ["credentials-hardcoded"],
  why:
    "The address of a source is shown to everyone who can look at the project, and is written into the logs of its builds. " +
    "A password or token in it gives them the repository.",
  fix: {
    typescript: `source: { type: "BITBUCKET", location: "https://bitbucket.org/shop/orders.git" },`,
    python: `source={"type": "BITBUCKET", "location": "https://bitbucket.org/shop/orders.git"},`,
    yaml: `source:
  type: BITBUCKET
  location: https://bitbucket.org/shop/orders.git`,
  },
  references: [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html",
  ],
  resource: {
    types: ["aws:codebuild/project:Project"],
    check(project, { report, undecided }) {
      for (const property of ["source", "secondarySources"]) {
        const sources = project.list(property) ?? [];
        if (sources === UNKNOWN) {
          undecided(project, property);
          continue;
        }
        for (const source of sources) {
          const address = source.str("location");
          if (known(address) && CREDENTIALS.test(address)) {
            report({
              at: source,
              property: "location",
              message:
                "The address contains a password or a token, which everyone can read who sees the project. Remove it " +
                "from `location`, and connect the account with an `aws.codebuild.SourceCredential`.",
            });
          }
        }
      }
    },
  },
});
