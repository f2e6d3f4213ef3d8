// Loads the package's compiled modules with the code that V8 made of them in an earlier run. A run needs some 400 of them,
// and finding, reading and compiling each takes longer than what most of them do. Node.js has such a cache from version 22
// on, which it writes when a process ends by itself; a pack is ended by the engine.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

const requireByNode = createRequire(__filename);

/** The same start as that of Node.js, so that lines have the same numbers. */
const HEAD = "(function (exports, require, module, __filename, __dirname) { ";
const TAIL = "\n})";
/** So many modules have to be new before a file is written again. */
const LEAST_NEW = 10;
const ALIGNMENT = 8;

/** A module in the file of an earlier run: how its own file was then, and where its source and code are. */
interface Row {
  path: string;
  size: number;
  changed: number;
  /** True where a character of the source needs two bytes. */
  isWide: boolean;
  source: number;
  code: number;
}

interface Compiled extends Omit<Row, "source" | "code"> {
  script: Script;
  source: string;
}

/** A module's own file. */
interface File {
  filename: string;
  size: number;
  changed: number;
}

type Run = (exports: unknown, require: unknown, module: Module, filename: string, folder: string) => void;

/** The modules below one folder, beside those that Node.js has loaded. */
export class ModuleLoader {
  private readonly kept = new Map<string, Row & { at: number }>();
  private readonly compiled = new Map<string, Compiled>();
  private readonly files = new Map<string, File>();
  private readonly data = new Map<string, unknown>();
  private bytes: Buffer = Buffer.alloc(0);
  private newCount = 0;

  /**
   * @param folder of the compiled modules
   * @param file what an earlier run has written
   */
  constructor(
    private readonly folder: string,
    private readonly file: string,
  ) {
    try {
      this.read(readFileSync(file));
    } catch {
      // There is none, or none that can be read: all is compiled anew.
    }
  }

  /** What a module exports. */
  load(path: string, parent?: Module): unknown {
    const file = this.fileOf(path);
    const { filename } = file;
    const known = requireByNode.cache[filename];
    if (known) {
      return known.exports;
    }
    const module = new Module(filename, parent);
    module.filename = filename;
    // Node.js finds it here too, so that there is one of each.
    requireByNode.cache[filename] = module;
    try {
      const folder = dirname(filename);
      const ask = this.requireOf(module, folder);
      this.compile(file).call(module.exports, module.exports, ask, module, filename, folder);
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- as Node.js does
      delete requireByNode.cache[filename];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  }

  /** Writes the code of all modules for the next run, where enough of them are new. */
  keep(): void {
    if (this.newCount < LEAST_NEW) {
      return;
    }
    this.newCount = 0;
    try {
      this.write();
    } catch {
      // A folder that cannot be written to: the next run compiles again.
    }
  }

  private fileOf(path: string): File {
    let file = this.files.get(path);
    if (file === undefined) {
      file = fileAt(`${path}.js`) ?? fileAt(join(path, "index.js")) ?? fileAt(requireByNode.resolve(path));
      if (file === undefined) {
        throw new Error(`${path} is not a file`);
      }
      this.files.set(path, file);
    }
    return file;
  }

  private requireOf(module: Module, folder: string): (name: string) => unknown {
    const ask = (name: string): unknown => {
      if (!name.startsWith(".")) {
        return requireByNode(name);
      }
      const path = resolve(folder, name);
      return name.endsWith(".json") ? this.dataOf(path) : this.load(path, module);
    };
    const find = (name: string): string => requireByNode.resolve(name.startsWith(".") ? resolve(folder, name) : name);
    return Object.assign(ask, { resolve: find });
  }

  /** A table; Node.js takes three times as long to find and read one. */
  private dataOf(filename: string): unknown {
    let data = this.data.get(filename);
    if (data === undefined) {
      data = JSON.parse(readFileSync(filename, "utf8"));
      this.data.set(filename, data);
    }
    return data;
  }

  private compile({ filename, size, changed }: File): Run {
    const path = relative(this.folder, filename);
    const kept = this.kept.get(path);
    const isKept = kept?.size === size && kept.changed === changed;
    const source = isKept ? this.sourceOf(kept) : `${HEAD}${readFileSync(filename, "utf8")}${TAIL}`;
    const cachedData = isKept
      ? this.bytes.subarray(kept.at + kept.source, kept.at + kept.source + kept.code)
      : undefined;
    const script = new Script(source, { filename, cachedData });
    if (cachedData === undefined || script.cachedDataRejected === true) {
      this.newCount++;
    }
    const isWide = isKept ? kept.isWide : /[^\0-\xff]/.test(source);
    this.compiled.set(path, { path, size, changed, isWide, script, source });
    return script.runInThisContext() as Run;
  }

  private sourceOf({ at, source, isWide }: Row & { at: number }): string {
    return this.bytes.toString(isWide ? "utf16le" : "latin1", at, at + source);
  }

  /** The length of the list of the modules, the list, and each module's source and code. */
  private read(bytes: Buffer): void {
    const end = 4 + bytes.readUInt32LE(0);
    const rows = JSON.parse(bytes.toString("latin1", 4, end)) as Row[];
    let at = aligned(end);
    for (const row of rows) {
      this.kept.set(row.path, { ...row, at });
      at = aligned(at + row.source + row.code);
    }
    if (at !== bytes.length) {
      this.kept.clear();
    }
    this.bytes = bytes;
  }

  private write(): void {
    const rows: Row[] = [];
    const parts: Buffer[] = [];
    for (const { script, source: text, ...facts } of this.compiled.values()) {
      const source = Buffer.from(text, facts.isWide ? "utf16le" : "latin1");
      const code = script.createCachedData();
      rows.push({ ...facts, source: source.length, code: code.length });
      parts.push(padded(source, code));
    }
    for (const { at, ...row } of this.kept.values()) {
      if (!this.compiled.has(row.path)) {
        rows.push(row);
        parts.push(this.bytes.subarray(at, aligned(at + row.source + row.code)));
      }
    }
    const list = Buffer.from(JSON.stringify(rows), "latin1");
    const length = Buffer.alloc(4);
    length.writeUInt32LE(list.length);
    replace(this.file, Buffer.concat([padded(length, list), ...parts]));
  }
}

function fileAt(filename: string): File | undefined {
  const stats = statSync(filename, { throwIfNoEntry: false });
  return stats?.isFile() === true ? { filename, size: stats.size, changed: stats.mtimeMs } : undefined;
}

const aligned = (count: number): number => Math.ceil(count / ALIGNMENT) * ALIGNMENT;

function padded(...parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat(parts, aligned(length));
}

/** Writes a file that others never see in parts, nor after a loss of power. */
function replace(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const written = `${file}.${String(process.pid)}`;
  const handle = openSync(written, "w");
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
    renameSync(written, file);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

let loader: ModuleLoader | undefined;

/**
 * Loads a compiled module, and with it what it needs, with the code that an earlier run from the same module has kept.
 * `NODE_DISABLE_COMPILE_CACHE=1` turns that off, as it does for Node.js.
 * @param path without the ending
 */
export function loadCompiled(path: string): unknown {
  if (process.env["NODE_DISABLE_COMPILE_CACHE"] === "1" || __filename.endsWith(".ts")) {
    return requireByNode(path);
  }
  const folder = resolve(__dirname, "..");
  const name = relative(folder, path).replaceAll(/[\\/]/g, "-");
  // V8 takes its own code only, from the same processor and with the same options.
  const machine = `${process.version}-${process.arch}-${cachedDataVersionTag().toString(16)}`;
  loader ??= new ModuleLoader(folder, join(folder, "code", `${name}-${machine}`));
  return loader.load(path);
}

/** Keeps the code of what was loaded so for the next run. */
export function keepCompiled(): void {
  loader?.keep();
}
