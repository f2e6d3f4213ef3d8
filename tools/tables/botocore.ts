// Facts from botocore, which has AWS's own models of its APIs.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A model of an API, as far as it is read here. */
export interface Model {
  shapes: Record<string, { enum?: string[]; documentation?: string }>;
}

/** The newest model of a service in an unpacked botocore. */
export function modelOf(folder: string, service: string): Model {
  const versions = join(folder, "botocore/data", service);
  const [newest = ""] = readdirSync(versions).sort().reverse();
  const packed = readFileSync(join(versions, newest, "service-2.json.gz"));
  return JSON.parse(gunzipSync(packed).toString("utf8")) as Model;
}

/** The numbers of days that a log group can keep its events. */
export function retentionDays({ shapes }: Model): number[] {
  const [, listed = ""] = /Possible values are: ([\d, and]+)\./.exec(shapes["Days"]?.documentation ?? "") ?? [];
  const days = [...listed.matchAll(/\d+/g)].map(([day]) => Number(day));
  if (days.length === 0) {
    throw new Error("the model of CloudWatch Logs no longer lists the days of a retention");
  }
  return days;
}

/** A runtime that the API has for other uses than functions. */
const NOT_OFFERED: ReadonlySet<string> = new Set(["custom"]);

/** The Lambda runtimes that the API has, and AWS's schedule does not. */
export const unscheduledRuntimes = ({ shapes }: Model, scheduled: Readonly<Record<string, unknown>>): string[] =>
  (shapes["Runtime"]?.enum ?? []).filter((name) => !Object.hasOwn(scheduled, name) && !NOT_OFFERED.has(name));
