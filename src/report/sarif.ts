import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result as SarifResult } from "sarif";
import { homeOf, ownPackage } from "../home";
import type { Result } from "../rules/run";
import { isExempted } from "./counts";
import { fingerprint } from "./fingerprint";
import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { serialized } from "./json";
import { locationsOf, type Locate, type SourceLocation } from "./location";
import type { Report } from "./report";
import { RuleTable } from "./sarif-rules";
import { whenKnown } from "./when-known";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const ROOT = "%SRCROOT%";

const NOTIFICATIONS: ReportingDescriptor[] = [
  { id: "undecided", shortDescription: { text: "What a check rests on is not known in a preview." } },
  { id: "note", shortDescription: { text: "A part of the target was not checked." } },
  { id: "not-checked", shortDescription: { text: "A part of the target was not checked, so this is not a pass." } },
  { id: "crash", shortDescription: { text: "A rule crashed and decided nothing." } },
];

/** A message in which nothing is a link: `[name](target)` is one to viewers of SARIF. */
function plain(text: string): { text: string } {
  return { text: text.includes("](") ? text.replaceAll(/[[\]\\(]/g, "\\$&") : text };
}

interface Located {
  urn?: string;
  name?: string;
}

/** A path as a URI reference; code scanning refuses a file with anything else. */
function uriOf(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}

function locationOf({ urn, name }: Located, { file, line, column }: SourceLocation): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), ...(!file.startsWith("/") && { uriBaseId: ROOT }) },
      region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
    },
    ...(urn !== undefined && {
      logicalLocations: [{ fullyQualifiedName: urn, kind: "resource", ...(name !== undefined && { name }) }],
    }),
  };
}

/** Numbers what has the same fingerprint, so that each finding has one of its own whatever the order of lists. */
class Fingerprints {
  readonly #seen = new Map<string, number>();

  of(result: Result): Record<string, string> {
    const own = fingerprint(result);
    const count = (this.#seen.get(own) ?? 0) + 1;
    this.#seen.set(own, count);
    // The second name is the only one that code scanning uses. It would be made of the line's text otherwise, so
    // that all findings shown at one line were one.
    const numbered = `${own.slice(0, 32)}:${String(count)}`;
    return { "preflight/v1": `${own}:${String(count)}`, primaryLocationLineHash: numbered };
  }
}

function levelOf(result: Result): SarifResult.level {
  return isExempted(result) ? "note" : result.level === "mandatory" ? "error" : "warning";
}

function suppressionsOf(result: Result): Pick<SarifResult, "suppressions"> {
  const { exemption } = result;
  if (!exemption || !isExempted(result)) {
    return {};
  }
  const { reason, until } = exemption.exemption;
  return { suppressions: [{ kind: "external", status: "accepted", justification: `${reason} (until ${until})` }] };
}

function invocationOf(report: Report, table: RuleTable, location: Locate): Invocation {
  const notification = (id: string, level: Notification.level, text: string): Notification => ({
    descriptor: { id },
    level,
    message: plain(text),
  });
  return {
    // Code scanning refuses the whole file otherwise. So it has to where nothing was read, or it would close all alerts;
    // a rule that failed inside is among the notifications.
    executionSuccessful: report.isUnreadable !== true,
    toolExecutionNotifications: [
      ...report.crashes.map((crash) => notification("crash", "error", crash)),
      ...report.gaps.map(({ kind, message, fails }) =>
        fails ? notification("not-checked", "error", `${kind}: ${message}`) : notification("note", "warning", message),
      ),
      ...report.undecided.map((undecided): Notification => {
        const { rule, urn, name, path } = undecided;
        const value = path === "" ? name : `${name}.${path}`;
        return {
          ...notification("undecided", "note", `${rule.id} could not be decided on ${value}: ${whenKnown(undecided)}.`),
          associatedRule: table.reference(rule),
          locations: [locationOf(undecided, location({ urn }))],
        };
      }),
    ],
  };
}

/** The report as SARIF 2.1.0, for code scanning and other viewers. */
export function sarifReport(raw: Report, version: string, read?: Read): string {
  const report = forReaders(raw);
  const table = new RuleTable();
  const location = locationsOf(report, sourcesOf(read));
  const fingerprints = new Fingerprints();
  const home = homeOf(ownPackage());
  const results = report.results.map((result): SarifResult => {
    const { rule, message, path, type, alsoAt = [] } = result;
    const { id, index } = table.reference(rule);
    return {
      ruleId: id,
      ruleIndex: index,
      level: levelOf(result),
      message: plain(message),
      locations: [locationOf(result, location(result))],
      ...(alsoAt.length > 0 && {
        relatedLocations: alsoAt.map((other) => locationOf(other, location({ ...other, codePath: result.codePath }))),
      }),
      partialFingerprints: fingerprints.of(result),
      ...suppressionsOf(result),
      properties: {
        severity: rule.severity,
        ...(path !== "" && { path }),
        ...(type !== undefined && { resourceType: type }),
      },
    };
  });
  const invocation = invocationOf(report, table, location);
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "preflight",
            fullName: "preflight for Pulumi on AWS",
            semanticVersion: version,
            ...(home !== undefined && { informationUri: home }),
            rules: table.descriptors,
            notifications: NOTIFICATIONS,
          },
        },
        // Keeps the alerts of several stacks in one repository apart.
        automationDetails: { id: `preflight/${report.project}/${report.stack}/` },
        originalUriBaseIds: { [ROOT]: { description: { text: "The folder that preflight was started in." } } },
        columnKind: "utf16CodeUnits",
        invocations: [invocation],
        results,
      },
    ],
  };
  return serialized(log);
}
