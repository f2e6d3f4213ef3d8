import type { ProjectFiles } from "../../src/source/project-files";

const majorOf = (version: string | undefined): number | undefined => {
  const digits = /^v?(\d{1,6})(?:\.|$)/.exec(version ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** The one major version that a range allows; absent where it allows several. */
function majorAllowedBy(range: string): number | undefined {
  const [first = "", ...rest] = range.split(/(?<![\s,])[\s,]+(?=[<>=!~^])/);
  const pinned = /^(?:\^|~=?|={1,3})?\s*(v?\d.*)$/.exec(first.trim())?.[1];
  if (pinned !== undefined) {
    return majorOf(pinned);
  }
  const lowest = majorOf(/^>=\s*(\S.*)?$/.exec(first)?.[1]);
  const bound = rest
    .map((part) => majorOf(/^<\s*(\d+)(?:\.0)*$/.exec(part.trim())?.[1]))
    .find((one) => one !== undefined);
  return bound !== undefined && lowest === bound - 1 ? lowest : undefined;
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The major version of @pulumi/aws that a program has; absent where neither the installation nor its range shows it. */
export function nodeAwsMajor({ read }: ProjectFiles): number | undefined {
  const { version } = parsed(read("node_modules/@pulumi/aws/package.json"));
  if (typeof version === "string") {
    return majorOf(version);
  }
  const { dependencies } = parsed(read("package.json"));
  const range = (dependencies as Record<string, unknown> | undefined)?.["@pulumi/aws"];
  return typeof range === "string" ? majorAllowedBy(range) : undefined;
}

/** The major version of pulumi-aws that a program's requirements allow; absent where they allow several. */
export function pythonAwsMajor({ read }: ProjectFiles): number | undefined {
  for (const path of ["requirements.txt", "pyproject.toml"]) {
    const range = /^[ \t"']*pulumi[-_]aws[ \t"'=]*([\^<>=~!][^;#"'\n]*|\d[^;#"'\n]*)/m.exec(read(path) ?? "")?.[1];
    if (range !== undefined) {
      return majorAllowedBy(range.trim());
    }
  }
  return undefined;
}
