import { extname } from "node:path";
import type { SyntaxNode, Tree } from "@lezer/common";
import { type Call, callsIn } from "./calls";
import { type Import, importsIn } from "./imports";
import { parseSource } from "./parse";

/** A file in TypeScript, JavaScript or Python, parsed when its syntax is first needed. */
export class Source {
  /** `script` for TypeScript and JavaScript. */
  readonly language: "script" | "python";
  #tree?: Tree;
  #imports?: readonly Import[];
  #calls?: readonly Call[];

  /** @internal */
  constructor(
    /** Relative to the program's folder, with slashes. */
    readonly path: string,
    /** Its whole text. */
    readonly text: string,
  ) {
    this.language = extname(path) === ".py" ? "python" : "script";
  }

  /** @internal */
  get tree(): Tree {
    this.#tree ??= parseSource(this.path, this.text);
    return this.#tree;
  }

  /** @internal */
  get root(): SyntaxNode {
    return this.tree.topNode;
  }

  /** What it takes from other sources and from packages. */
  get imports(): readonly Import[] {
    this.#imports ??= importsIn(this);
    return this.#imports;
  }

  /** Function calls and constructions, in order. */
  get calls(): readonly Call[] {
    this.#calls ??= callsIn(this, this.imports);
    return this.#calls;
  }

  /** @internal */
  textOf({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }

  /**
   * Where a node is, for a message: `lib/network.ts:12`.
   * @internal
   */
  locationOf({ from }: { from: number }): string {
    let line = 1;
    for (let at = this.text.indexOf("\n"); at !== -1 && at < from; at = this.text.indexOf("\n", at + 1)) {
      line += 1;
    }
    return `${this.path}:${String(line)}`;
  }
}
