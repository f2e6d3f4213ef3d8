import { AURORA_ENGINES } from "./database";

type Majors = Readonly<Record<string, { available: string; deprecated: string }>>;

/** The table of the versions of each engine, by major: those that AWS offers, and those that it has withdrawn. */
export interface EngineVersions {
  readonly engines: Readonly<Record<string, Majors>>;
}

/** The status of a version. Unlisted ones may be newer than the table: nothing follows from it. */
export type VersionStatus = "available" | "deprecated" | "unlisted";

const split = (versions: string): string[] => versions.split(" ").filter((version) => version !== "");

export function versionStatus(engine: string, version: string, { engines }: EngineVersions): VersionStatus {
  const majors = Object.values(engines[engine] ?? {});
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
 * Versions to use instead of one that AWS does not offer: the next later one of the same major version and the newest of
 * it, or the newest of all where nothing of the major version is left. Without special builds (`-limitless`, `-rds.…`).
 */
export function offeredInstead(
  engine: string,
  version: string,
  { engines }: EngineVersions,
): { nearest: string; newest: string } | undefined {
  const majors = Object.entries(engines[engine] ?? {}).map(([major, { available }]) => ({
    major,
    versions: split(available).filter((one) => !one.includes("-")),
  }));
  const own = majors.find(({ major }) => `${version}.`.startsWith(`${major}.`))?.versions ?? [];
  const newest = own.at(-1) ?? majors.at(-1)?.versions.at(-1);
  return newest === undefined ? undefined : { nearest: own.find((one) => isLater(one, version)) ?? newest, newest };
}

/** A version as Aurora writes it, a major version alone, or a string that the engine cannot have as its version. */
export type VersionForm = "full" | "major" | "wrong";

// Wrong is only what is certainly wrong: a form that AWS accepts, or may accept one day, is full.
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

/** The form of a version of an Aurora engine; absent for other engines. A listed version is never wrong. */
export function auroraVersionForm(engine: string, version: string, versions: EngineVersions): VersionForm | undefined {
  const form = FORMS[engine]?.(version);
  return form !== undefined && versionStatus(engine, version, versions) !== "unlisted" ? "full" : form;
}

/** True for a version of the plain engine that Aurora left out: it has later ones of the same major version. */
export function isSkippedByAurora(engine: string, version: string, versions: EngineVersions): boolean {
  const major = Object.entries(versions.engines[engine] ?? {}).find(([key]) => `${version}.`.startsWith(`${key}.`));
  const listed = major ? split(`${major[1].available} ${major[1].deprecated}`) : [];
  const plain = [...AURORA_ENGINES.keys()].filter((key) => AURORA_ENGINES.get(key) === engine);
  return (
    !listed.includes(version) &&
    plain.some((other) => versionStatus(other, version, versions) !== "unlisted") &&
    listed.some((one) => isLater(one, version))
  );
}

// As RDS writes the versions of an engine, a major version alone included. Wrong is only what is certainly wrong.
const SHAPES: readonly { engines: RegExp; shape: RegExp }[] = [
  // 8.0.42, 8.4, 5.7.44-rds.20250213; PostgreSQL and MariaDB have had the other majors.
  { engines: /^mysql$/, shape: /^(\d|1[0-2])(\.\d+){0,2}(-[\w.]+)?$/ },
  // 16, 16.9, 11.22-rds.20250220, 17beta2; before 10, a version has three numbers.
  { engines: /^postgres$/, shape: /^(9(\.\d+){0,2}|\d\d+(\.\d+)?)(-[\w.]+|(beta|rc)\d+)?$/ },
  // 10.11.8, 11.4
  { engines: /^mariadb$/, shape: /^\d\d+(\.\d+){0,2}(-[\w.]+)?$/ },
  // 19.0.0.0.ru-2024-01.rur-2024-01.r1, 19; never 19c
  { engines: /^oracle-/, shape: /^\d\d(\.\d[\w.-]*)?$/ },
  // 15.00.4073.23.v1, 15.00; never the year
  { engines: /^sqlserver-/, shape: /^\d\d(\.\d[\w.]*)?$/ },
  // 11.5.9.0.sb00000000.r1, 11.5
  { engines: /^db2-/, shape: /^\d\d(\.\d[\w.]*)?$/ },
];

/** Whether a string has the form of a version of an engine; absent for Aurora and for engines that are not known here. */
export function isVersionOf(engine: string, version: string): boolean | undefined {
  return SHAPES.find(({ engines }) => engines.test(engine))?.shape.test(version);
}
