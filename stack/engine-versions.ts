import table from "../facts/rds-engine-versions.json";
import { AURORA_ENGINES } from "./database";

type Majors = Readonly<Record<string, { available: string; deprecated: string }>>;

const ENGINES: Readonly<Record<string, Majors>> = table.engines;

/** The day as of which the table of engine versions holds. */
export const ENGINE_VERSIONS_DATE = table.date;

/** What AWS says of a version of an engine. Unlisted ones may be newer than the table. */
export type VersionStatus = "available" | "deprecated" | "unlisted";

const split = (versions: string): string[] => versions.split(" ").filter((version) => version !== "");

export function versionStatus(engine: string, version: string): VersionStatus {
  const majors = Object.values(ENGINES[engine] ?? {});
  if (majors.some(({ available }) => split(available).includes(version))) {
    return "available";
  }
  return majors.some(({ deprecated }) => split(deprecated).includes(version)) ? "deprecated" : "unlisted";
}

const numbers = (version: string): number[] => version.split(/\D+/).filter(Boolean).map(Number);

function isLater(version: string, than: string): boolean {
  const reference = numbers(than);
  const difference = numbers(version)
    .map((number, position) => number - (reference[position] ?? 0))
    .find((step) => step !== 0);
  return difference !== undefined && difference > 0;
}

/**
 * Versions to take instead of one that AWS does not offer: the next later one of the same major and the newest of it, or
 * the newest of all where nothing of the major is left. Special builds (`-limitless`, `-rds.…`) are left out.
 */
export function offeredInstead(engine: string, version: string): { nearest: string; newest: string } | undefined {
  const majors = Object.entries(ENGINES[engine] ?? {}).map(([major, { available }]) => ({
    major,
    versions: split(available).filter((one) => !one.includes("-")),
  }));
  const own = majors.find(({ major }) => `${version}.`.startsWith(`${major}.`))?.versions ?? [];
  const newest = own.at(-1) ?? majors.at(-1)?.versions.at(-1);
  return newest === undefined ? undefined : { nearest: own.find((one) => isLater(one, version)) ?? newest, newest };
}

/** A version as Aurora names it, a major version alone, or what is no version of the engine. */
export type VersionForm = "full" | "major" | "wrong";

// Wrong is only what is known to be: a form that AWS takes, or may take one day, is full.
const FORMS: Readonly<Record<string, (version: string) => VersionForm>> = {
  // 8.0.mysql_aurora.3.04.0, where 5.7 goes with 2, 8.0 with 3, and two digits follow. 8.0.32 is plain MySQL.
  "aurora-mysql": (version) => {
    const isFull =
      /^(5\.7\.mysql_aurora\.2|8\.0\.mysql_aurora\.3)(\.\d\d(\.\d+)?(\.\d+)?)?$/.test(version) ||
      /^(?!5\.7|8\.0)\d+\.\d+\.mysql_aurora\.[\d.]*\d$/.test(version);
    return isFull ? "full" : /^\d(\.\d+)?$/.test(version) ? "major" : "wrong";
  },
  // 15.10 or 16.8-limitless; before 10, a version has three numbers (9.6.22). 8.0 is MySQL.
  "aurora-postgresql": (version) => {
    const isFull = /^(\d\d+\.\d+|9\.6\.\d+)(-[\w.]+)?$/.test(version);
    return isFull ? "full" : /^(\d\d+|9\.6)$/.test(version) ? "major" : "wrong";
  },
};

/** The form of a version of an Aurora engine; absent for other engines. */
export function auroraVersionForm(engine: string, version: string): VersionForm | undefined {
  return FORMS[engine]?.(version);
}

/** True for what AWS has withdrawn, and for what only the plain engine has, whose versions look alike. */
export function isWithdrawnFromAurora(engine: string, version: string): boolean {
  const status = versionStatus(engine, version);
  const plain = [...AURORA_ENGINES.keys()].filter((key) => AURORA_ENGINES.get(key) === engine);
  return (
    status === "deprecated" ||
    (status === "unlisted" && plain.some((other) => versionStatus(other, version) !== "unlisted"))
  );
}
