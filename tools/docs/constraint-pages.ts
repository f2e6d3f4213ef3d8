// A service's page under docs/constraints/: what AWS accepts of several properties together, by type.
import { constraintsOfService, SERVICES, type DatedConstraint } from "../../src/constraints/load";
import { cell, plural, table } from "./markdown";

const FOLDER = "docs/constraints/";

const shortened = (address: string): string => address.replace(/^https:\/\/(?:docs\.aws\.amazon\.com\/)?/, "");

function row({ id, must, awsError, source, level }: DatedConstraint): string[] {
  return [
    `\`${id}\`${level === undefined ? "" : `, ${level}`}`,
    must,
    awsError === undefined ? "–" : `"${awsError}"`,
    `[${shortened(source)}](${source})`,
  ].map(cell);
}

export function constraintPage(service: string): string {
  const constraints = constraintsOfService(service);
  const types = [...new Set(constraints.map(({ type }) => type))].sort();
  const days = [...new Set(constraints.map(({ date }) => date))].join(", ");
  return [
    `# Constraints: ${service}\n`,
    `${plural(constraints.length, "constraint")} on properties that go together, which ` +
      `[property-combinations](../rules/property-combinations.md) checks. Their sources were read on ${days}. An ` +
      "[exemption](../contract.md#exemptions) can name a constraint.\n",
    ...types.map(
      (type) =>
        `## ${type}\n\n${table(
          ["Constraint", "What AWS requires", "AWS's words", "Source"],
          constraints.filter((one) => one.type === type).map(row),
        )}\n`,
    ),
  ].join("\n");
}

function indexPage(): string {
  const rows = SERVICES.map((service) => {
    const constraints = constraintsOfService(service);
    const types = new Set(constraints.map(({ type }) => type));
    return [`[${service}](${service}.md)`, String(constraints.length), String(types.size)];
  });
  const total = SERVICES.reduce((sum, service) => sum + constraintsOfService(service).length, 0);
  return [
    "# Constraints\n",
    `${String(total)} constraints on properties that go together, by service as @pulumi/aws names it. ` +
      "[property-combinations](../rules/property-combinations.md) checks them; limits of single properties are those of " +
      "[property-values](../rules/property-values.md), which come from AWS's own models.\n",
    `${table(["Service", "Constraints", "Types"], rows)}\n`,
  ].join("\n");
}

/** The pages of all services by their path, and the list of them. */
export const constraintPages = (): [string, string][] => [
  [`${FOLDER}README.md`, indexPage()],
  ...SERVICES.map((service): [string, string] => [`${FOLDER}${service}.md`, constraintPage(service)]),
];
