import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result as SarifResult } from "sarif";
import type { Result } from "../policies/run";
import { isExempted } from "./counts";
import { fingerprint } from "./fingerprint";
import { serialized } from "./json";
import { wellFormed } from "./lines";
import { placesOf, type Place } from "./place";
import type { Report } from "./report";
import { RuleTable } from "./sarif-rules";
import { whenKnown } from "./when-known";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const HOME = "https://github.com/pulumi-preflight/pulumi-preflight-aws";
const ROOT = "%SRCROOT%";

const NOTIFICATIONS: ReportingDescriptor[] = [
  { id: "undecided", shortDescription: { text: "What a check rests on is not known in a preview." } },
  { id: "note", shortDescription: { text: "A part of the target was not looked at." } },
  { id: "fault", shortDescription: { text: "A rule failed inside and decided nothing." } },
];

interface Located {
  urn?: string;
  name?: string;
}

/** A path as a URI reference; code scanning refuses a file with any that is none. */
function uriOf(path: string): string {
  const encoded = wellFormed(path).split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${encoded}` : encoded;
}

function locationOf({ urn, name }: Located, { file, line, column }: Place): Location {
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
    // The second name is the only one that code scanning goes by. It would be made of the line's text otherwise, so
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

function invocationOf(report: Report, table: RuleTable, place: (urn: string) => Place): Invocation {
  const said = (id: string, level: Notification.level, text: string): Notification => ({
    descriptor: { id },
    level,
    message: { text },
  });
  return {
    // Code scanning refuses the whole file otherwise. So it has to where nothing was read, or it would close all alerts;
    // a rule that failed inside is among the notifications.
    executionSuccessful: report.isUnread !== true,
    toolExecutionNotifications: [
      ...report.faults.map((fault) => said("fault", "error", fault)),
      ...report.notes.map((note) => said("note", "warning", note)),
      ...report.undecided.map((undecided): Notification => {
        const { rule, urn, name, path } = undecided;
        const value = path === "" ? name : `${name}.${path}`;
        return {
          ...said("undecided", "note", `${rule.id} could not be decided on ${value}: ${whenKnown(undecided)}.`),
          associatedRule: table.reference(rule),
          locations: [locationOf(undecided, place(urn))],
        };
      }),
    ],
  };
}

/** The report as SARIF 2.1.0, for code scanning and other viewers. */
export function sarifReport(report: Report, version: string): string {
  const table = new RuleTable();
  const place = placesOf(report);
  const fingerprints = new Fingerprints();
  const results = report.results.map((result): SarifResult => {
    const { rule, message, path, urn, type } = result;
    const { id, index } = table.reference(rule);
    return {
      ruleId: id,
      ruleIndex: index,
      level: levelOf(result),
      message: { text: message },
      locations: [locationOf(result, place(urn))],
      partialFingerprints: fingerprints.of(result),
      ...suppressionsOf(result),
      properties: {
        severity: rule.severity,
        ...(path !== "" && { path }),
        ...(type !== undefined && { resourceType: type }),
      },
    };
  });
  const invocation = invocationOf(report, table, place);
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
            informationUri: HOME,
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
