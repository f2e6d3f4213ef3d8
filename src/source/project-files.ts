import type { Source } from "./source";

/** What is known of the program beside its resources. */
export interface ProjectFacts {
  /** The name of the project; empty where it is not known. */
  readonly name: string;
  /** The name of the stack. */
  readonly stack: string;
  /** Configuration in force, by full key such as `aws:region`. Secrets stand in it as text: never show a value. */
  readonly config: ReadonlyMap<string, string>;
  /** False in `pulumi policy analyze`, which passes no configuration: any value may come from it. */
  readonly hasConfiguration: boolean;
  /** The region that AWS_REGION or AWS_DEFAULT_REGION sets. */
  readonly environmentRegion?: string;
  /** The values of the variables that the program runs with; absent where they are not known. May be secrets: never show one. */
  readonly environment?: ReadonlySet<string>;
  /** True in a deployment, false in a preview. */
  readonly deploying: boolean;
  /** The program's own files; absent where its folder is not known. */
  readonly files?: ProjectFiles;
  /** The program's folder as the user names it, where it is not a folder. */
  readonly missingFolder?: string;
}

/** A file with text for people. */
export interface ProjectDocument {
  /** Relative to the program's folder, with slashes. */
  readonly path: string;
  /** Its whole text. */
  readonly text: string;
}

/** A value of the configuration that a file of the project holds in plain text. */
export interface PlainSetting {
  /** The file, relative to the project's folder. */
  readonly path: string;
  /** The key as the file has it, such as `shop:dbPassword`. */
  readonly key: string;
  /** The value itself. It may be a secret: never show it. */
  readonly value: string;
}

/** The part of a Pulumi.yaml that rules read. */
export interface ProjectSettings {
  /** The name of the project. */
  readonly name?: string;
  /** The folder or file of the program, relative to the Pulumi.yaml. */
  readonly main?: string;
  /** `nodejs`, `python`, … */
  readonly runtime?: string;
}

/** Sources whose literals are not known. */
export interface SourcesNotRead {
  /** Why they are not read, as a part of a sentence: `since each is over 1 MB`. */
  readonly reason: string;
  /** Relative to the program's folder, with slashes. */
  readonly paths: readonly string[];
}

/** The program's folder, without what it installs. */
export interface ProjectFiles {
  /** The string literals of its sources (TypeScript, JavaScript, Python, Go, Java, C#, YAML), sums of them included. */
  readonly literals: ReadonlySet<string>;
  /** The sources that are not read, by reason. */
  readonly notRead: readonly SourcesNotRead[];
  /** The strings with computed parts: the characters before, between and after these parts, in order. */
  readonly templates: readonly (readonly string[])[];
  /** The sources that read a file as the program runs. */
  readonly fileReaders: readonly string[];
  /** Its other files with text, such as scripts and JSON, which a program may read as it runs. */
  readonly texts: readonly ProjectDocument[];
  /** The settings of a stack that are in its files in plain text. */
  plainSettings: (stack: string) => readonly PlainSetting[];
  /** The paths of its files, relative to its folder, with slashes. */
  readonly paths: readonly string[];
  /** Its code and its tests in TypeScript, JavaScript and Python; not what a compiler made of it. */
  readonly sources: readonly Source[];
  /** Its README and PROMPT, and what is in its docs folder, in Markdown. */
  readonly documents: readonly ProjectDocument[];
  /** What its Pulumi.yaml sets; absent where it cannot be read. */
  readonly settings: ProjectSettings | undefined;
  /** True where a file or folder has this path, inside the program's folder. */
  has: (path: string) => boolean;
  /** A file's text by its path, relative to the folder of the program or absolute; absent where it cannot be read. */
  read: (path: string) => string | undefined;
  /** The files that the program hands to a provider. */
  readonly assets: AssetFiles;
}

/** Files by the paths that a program writes: absolute, or relative to the folder that it runs in, which `main` names. */
export interface AssetFiles {
  /** True where a file or folder is there, inside the project's folder. */
  has: (path: string) => boolean;
  /** A file's text; absent where it cannot be read or is outside the project's folder. */
  read: (path: string) => string | undefined;
}
