import { splitEndpointsIn } from "../../project/outputs";
import { defineRule } from "../rule";

export default defineRule({
  id: "project-output-parsing",
  category: "project",
  description: "Hosts and ports are read from properties of their own",
  severity: "low",
  level: "advisory",
  failures: ["C5"],
  why:
    "The endpoint of a database instance is its host and port in one text. Taking it apart by hand breaks where the text " +
    "has another form, as a cluster's has, while the resource gives the host and the port on their own.",
  fix: {
    typescript: 'const host = db.address; // not db.endpoint.apply((endpoint) => endpoint.split(":")[0])',
    python: 'host = db.address  # not db.endpoint.apply(lambda endpoint: endpoint.split(":")[0])',
    yaml: "outputs:\n  host: ${db.address} # not a part of ${db.endpoint}",
  },
  limits: "Functions that are passed to apply by name, and texts other than `endpoint`.",
  root({ project, report }) {
    for (const source of project.files?.sources ?? []) {
      for (const node of splitEndpointsIn(source)) {
        report({
          message: `${source.placeOf(node)} splits an endpoint by hand in an apply; use the address of the resource for the host, and its port for the port.`,
        });
      }
    }
  },
});
