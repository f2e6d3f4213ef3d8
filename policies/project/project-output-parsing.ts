import { splitEndpointsIn } from "./project-output-parsing.outputs";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "project-output-parsing",
  category: "project",
  description: "Hosts and ports must come from properties of their own",
  severity: "low",
  level: "advisory",
  failures: ["C5"],
  why:
    "The endpoint of a database instance is its host and port in one string. Splitting it fails where the string has " +
    "another form, as that of a cluster, while the resource has the host and the port as outputs of their own.",
  fix: {
    typescript: `const host = db.address; // not db.endpoint.apply((endpoint) => endpoint.split(":")[0])`,
    python: `host = db.address  # not db.endpoint.apply(lambda endpoint: endpoint.split(":")[0])`,
    yaml: `outputs:
  host: \${db.address} # not a part of \${db.endpoint}`,
  },
  limits: "Functions that are passed to apply by name, and outputs other than `endpoint`.",
  root({ project, report }) {
    for (const source of project.files?.sources ?? []) {
      for (const node of splitEndpointsIn(source)) {
        report({
          message:
            `${source.locationOf(node)} splits an endpoint in an apply, which fails where it has another form. ` +
            "Use the resource's output `address` for the host and `port` for the port.",
        });
      }
    }
  },
});
