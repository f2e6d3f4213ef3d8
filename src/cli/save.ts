import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ProgramError } from "../errors";

/**
 * Writes a file whole or not at all, and reports in one line why it cannot be written. Its mode and owner stay, and a
 * link to it stays a link. `name` is what messages call it.
 */
export function save(file: string, text: string, name = file): void {
  try {
    const before = statSync(file, { throwIfNoEntry: false });
    if (isStream(file, before)) {
      writeFileSync(file, text);
    } else {
      replace(targetOf(file), text, before);
    }
  } catch (error) {
    throw new ProgramError(`${name} cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/** True for a device or a pipe, such as /dev/stdout, which nothing can be put in the place of. */
function isStream(file: string, before: Stats | undefined): boolean {
  return before?.isFile() === false || /^\/(?:dev|proc)\//.test(resolve(file));
}

/** The file that links lead to, also where it does not exist yet. */
function targetOf(file: string): string {
  const path = join(realpathSync(dirname(file)), basename(file));
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? targetOf(resolve(dirname(path), readlinkSync(path))) : path;
}

/** Why no file can be put in the place of one that may be written: its folder is another's, or it is mounted alone. */
const ONLY_IN_PLACE: ReadonlySet<string | undefined> = new Set(["EACCES", "EPERM", "EBUSY", "EXDEV"]);

/** Writes a new file beside the old one and puts it in its place, so that a full disk leaves the old one as it is. */
function replace(target: string, text: string, before: Stats | undefined): void {
  if (before) {
    accessSync(target, constants.W_OK);
  }
  const beside = join(dirname(target), `.preflight-${randomBytes(6).toString("hex")}.tmp`);
  try {
    create(beside, text, before);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    if (!before || !ONLY_IN_PLACE.has((error as NodeJS.ErrnoException).code)) {
      throw error;
    }
    writeFileSync(target, text);
  }
}

function create(path: string, text: string, before: Stats | undefined): void {
  const descriptor = openSync(path, "wx");
  try {
    writeFileSync(descriptor, text);
    if (before) {
      keepOwner(descriptor, before);
      fchmodSync(descriptor, before.mode);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function keepOwner(descriptor: number, { uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only the superuser can give a file to others; it is then the user's own.
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "its permissions do not allow it",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENOENT: "its folder does not exist",
  ENOSPC: "there is no space left",
  ENOTDIR: "its folder is a file",
  EROFS: "the file system can only be read",
};

/** Why something cannot be written, in a few words. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ""] ?? message;
}
