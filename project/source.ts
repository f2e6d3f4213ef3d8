import { extname } from "node:path";
import type { SyntaxNode, Tree } from "@lezer/common";
import { callsIn } from "./calls";
import { importsIn } from "./imports";
import { parseSource } from "./parse";

/** What a source takes from another one or from a package. */
export interface Import {
  /** As it is written: `@pulumi/aws`, `./network`, `pulumi_aws.ec2`, `..lib`. */
  module: string;
  /** What is taken by name; in Python these may be modules. */
  names: readonly string[];
  /** Local names, with what they stand for in full. */
  bindings: readonly (readonly [local: string, full: string])[];
  /** True where only types are taken, so that nothing is loaded. */
  typeOnly: boolean;
  /** @internal */
  node: SyntaxNode;
}

/** A call of a function or a constructor. */
export interface Call {
  /** As it is written, without arguments: `aws.ec2.Eip`, `expect().toBe`, `this.db.endpoint.apply`. */
  callee: string;
  /** By the names of the packages: `aws.ec2.Eip`, `pulumi.runtime.setMocks`; absent for what is not imported. */
  name?: string;
  /** @internal */
  node: SyntaxNode;
}

/** A file in TypeScript, JavaScript or Python, parsed when its syntax is first asked for. */
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
    this.#calls ??= callsIn(this);
    return this.#calls;
  }

  /** @internal */
  textOf({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }

  /**
   * Where a node stands, for a message: `lib/network.ts:12`.
   * @internal
   */
  placeOf({ from }: { from: number }): string {
    let line = 1;
    for (let at = this.text.indexOf("\n"); at !== -1 && at < from; at = this.text.indexOf("\n", at + 1)) {
      line += 1;
    }
    return `${this.path}:${String(line)}`;
  }
}
