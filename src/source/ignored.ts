/**
 * Whether a path is kept out of the repository by the root's .gitignore. Names, folders, paths and one star are read;
 * rarer forms and negations are not.
 */
export function ignoredBy(gitignore: string | undefined): (path: string) => boolean {
  const lines = (gitignore ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\*\*\//, ""))
    .filter((line) => line !== "" && !/^[#!]/.test(line));
  return (path) => lines.some((line) => isCovered(path, line));
}

function isCovered(path: string, line: string): boolean {
  const form = line.replace(/^\//, "").replace(/\/(?:\*\*)?$/, "");
  if (form.includes("/") || line.startsWith("/")) {
    return matches(path, form) || path.startsWith(`${form}/`);
  }
  return path.split("/").some((name) => matches(name, form));
}

function matches(name: string, form: string): boolean {
  const [before = "", after, ...others] = form.split("*");
  return after === undefined
    ? name === form
    : others.length === 0 && name.length >= form.length - 1 && name.startsWith(before) && name.endsWith(after);
}
