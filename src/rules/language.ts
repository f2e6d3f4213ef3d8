/** A language that Pulumi programs are written in; `json` is for documents such as policies and container definitions. */
export type Language = "typescript" | "python" | "go" | "dotnet" | "java" | "yaml" | "json";

const LANGUAGES: Readonly<Record<string, Language>> = {
  nodejs: "typescript",
  bun: "typescript",
  python: "python",
  go: "go",
  dotnet: "dotnet",
  java: "java",
  yaml: "yaml",
};

/** The language of a program by the `runtime` of its Pulumi.yaml; TypeScript, whose names are Pulumi's own, where it is not known. */
export function languageOf(runtime: string | undefined): Language {
  return (runtime !== undefined && Object.hasOwn(LANGUAGES, runtime) ? LANGUAGES[runtime] : undefined) ?? "typescript";
}

/** Python's name of a property as Pulumi's SDK writes it: `kmsKeyId` is `kms_key_id`, `enableHttp2` is `enable_http2`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

// Keys of maps, such as tags and environment variables, keep their case in every language: they begin in upper case.
const isProperty = (name: string): boolean => /^[a-z]\w*$/.test(name);

function propertyName(name: string, language: Language): string {
  if (!isProperty(name)) {
    return name;
  }
  switch (language) {
    case "python":
      return snakeCase(name);
    case "go":
    case "dotnet":
      return pascalCase(name);
    default:
      return name;
  }
}

/** A property path such as `ingress[0].cidrBlocks` as a program of this language names it. */
export function pathIn(path: string, language: Language): string {
  return path.replace(/"[^"]*"|[A-Za-z_]\w*/g, (part) => (part.startsWith('"') ? part : propertyName(part, language)));
}

type Code =
  | { kind: "literal"; value: string | number | boolean | null }
  | { kind: "reference"; text: string }
  | { kind: "list"; items: Code[] }
  | { kind: "object"; fields: Field[] };

interface Field {
  path: string;
  value: Code | undefined;
}

// A colon before a value has a space after it; others are part of a name, as in `sns:Publish`.
const TOKEN =
  /\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?![\w.])|[A-Za-z_$](?:\w|\.(?!\.)|\[\w+\]|\["[^"\]]*"\])*|…|[[\]{},]|:(?=\s))/y;

class Reader {
  private readonly tokens: string[] = [];
  private next = 0;

  constructor(text: string) {
    TOKEN.lastIndex = 0;
    const end = text.trimEnd().length;
    while (TOKEN.lastIndex < end) {
      const [, token] = TOKEN.exec(text) ?? [];
      if (token === undefined) {
        throw new SyntaxError(text);
      }
      this.tokens.push(token);
    }
  }

  /** Fields that commas separate, up to a closing brace or the end. */
  fields(): Field[] {
    const fields: Field[] = [];
    while (this.next < this.tokens.length && this.tokens[this.next] !== "}") {
      const path = this.take();
      const name = path.startsWith('"') ? (JSON.parse(path) as string) : path;
      if (/^[^A-Za-z_$"…]/.test(path)) {
        throw new SyntaxError(path);
      }
      fields.push({ path: name, value: this.accept(":") ? this.value() : undefined });
      if (!this.accept(",")) {
        break;
      }
    }
    return fields;
  }

  end(): void {
    if (this.next < this.tokens.length) {
      throw new SyntaxError(this.tokens[this.next]);
    }
  }

  private take(): string {
    const token = this.tokens[this.next++];
    if (token === undefined) {
      throw new SyntaxError("end");
    }
    return token;
  }

  private accept(token: string): boolean {
    const isNext = this.tokens[this.next] === token;
    this.next += isNext ? 1 : 0;
    return isNext;
  }

  private value(): Code {
    const token = this.take();
    if (token === "[") {
      const items: Code[] = [];
      while (!this.accept("]")) {
        items.push(this.value());
        this.accept(",");
      }
      return { kind: "list", items };
    }
    if (token === "{") {
      const fields = this.fields();
      if (!this.accept("}")) {
        throw new SyntaxError(token);
      }
      return { kind: "object", fields };
    }
    if (/^["\-\d]/.test(token) || /^(?:true|false|null)$/.test(token)) {
      return { kind: "literal", value: JSON.parse(token) as string | number | boolean | null };
    }
    if (/^[\]}:,]$/.test(token)) {
      throw new SyntaxError(token);
    }
    return { kind: "reference", text: token };
  }
}

function literal(value: string | number | boolean | null, language: Language): string {
  const text = JSON.stringify(value);
  if (language === "python") {
    return value === true ? "True" : value === false ? "False" : value === null ? "None" : text;
  }
  if (language === "go") {
    const type =
      typeof value === "string"
        ? "String"
        : typeof value === "boolean"
          ? "Bool"
          : Number.isInteger(value)
            ? "Int"
            : "Float64";
    return value === null ? "nil" : `pulumi.${type}(${text})`;
  }
  return text;
}

function reference(text: string, language: Language): string {
  if (text === "…") {
    return text;
  }
  const [first = "", ...rest] = text.split(".");
  switch (language) {
    case "python":
      return pathIn(text, language);
    case "go":
    case "dotnet":
      return [first, ...rest.map(pascalCase)].join(".");
    case "java":
      return [first, ...rest.map((part) => `${part}()`)].join(".");
    case "yaml":
      return `\${${text}}`;
    default:
      return text;
  }
}

function list(items: readonly Code[], language: Language): string {
  const written = items.map((item) => write(item, language)).join(", ");
  switch (language) {
    case "go":
      return items.every((item) => item.kind === "literal" && typeof item.value === "string")
        ? `pulumi.StringArray{${written}}`
        : `pulumi.Array{${written}}`;
    case "dotnet":
      return `new[] { ${written} }`;
    case "java":
      return `List.of(${written})`;
    default:
      return `[${written}]`;
  }
}

function write(code: Code, language: Language): string {
  switch (code.kind) {
    case "literal":
      return literal(code.value, language);
    case "reference":
      return reference(code.text, language);
    case "list":
      return list(code.items, language);
    case "object": {
      const inner = code.fields.map((field) => entry(field, language)).join(language === "java" ? "" : ", ");
      switch (language) {
        case "dotnet":
          return inner === "" ? "new()" : `new() { ${inner} }`;
        case "java":
          return `Args.builder()${inner}.build()`;
        default:
          return inner === "" ? "{}" : `{ ${inner} }`;
      }
    }
  }
}

/** A field of an object; in Python the objects of arguments may be dictionaries. */
function entry(field: Field, language: Language): string {
  if (language === "python" && field.value !== undefined) {
    return `"${propertyName(field.path, language)}": ${write(field.value, language)}`;
  }
  return argument(field, language);
}

/** An argument of a resource, or an option. */
function argument({ path, value }: Field, language: Language): string {
  if (value === undefined) {
    return language === "json" ? path : pathIn(path, language);
  }
  if (path === "dependsOn" && value.kind === "list") {
    return option(value.items.map((item) => write(item, language)).join(", "), language);
  }
  const name = pathIn(path, language);
  const written = write(value, language);
  switch (language) {
    case "python":
      return `${name}=${written}`;
    case "dotnet":
      return `${name} = ${written}`;
    case "java":
      return `.${name}(${written})`;
    case "json":
      return `"${path}": ${written}`;
    default:
      return `${name}: ${written}`;
  }
}

/** The option that makes a resource wait for others. */
function option(names: string, language: Language): string {
  switch (language) {
    case "python":
      return `depends_on=[${names}]`;
    case "go":
      return `pulumi.DependsOn([]pulumi.Resource{${names}})`;
    case "dotnet":
      return `DependsOn = { ${names} }`;
    case "java":
      return `.dependsOn(${names})`;
    default:
      return `dependsOn: [${names}]`;
  }
}

/**
 * A piece of code as a program of this language has it. Rules write it as in TypeScript: a property path, or arguments
 * with their values, separated by commas: `storageEncrypted: true`, `dependsOn: [gateway]`, `ingress[0].cidrBlocks`.
 * @returns undefined for what has another form
 */
export function codeIn(code: string, language: Language): string | undefined {
  try {
    const reader = new Reader(code);
    const fields = reader.fields();
    reader.end();
    return fields.map((field) => argument(field, language)).join(language === "java" ? "" : ", ");
  } catch {
    return undefined;
  }
}

/** A message with the code between its backticks in this language; other code stays as it is. */
export function messageIn(message: string, language: Language): string {
  return language === "typescript"
    ? message
    : message.replace(/`([^`]*)`/g, (whole, code: string) => {
        const written = codeIn(code, language);
        return written === undefined ? whole : `\`${written}\``;
      });
}
