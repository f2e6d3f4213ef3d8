import { codeIn, snakeCase, type Language } from "../language";
import type { RuleExamples } from "../examples";

import type { Companion } from "./companions";
import type { Requirement } from "./data";
import type { Condition, Expectation, Scalar } from "./expectation";
import { merged, plainPath, valueAt, type Plain } from "./path";

/** A right value of a condition and a wrong one; a wrong one that is absent is undefined. */
interface Values {
  right: Plain | undefined;
  wrong: Plain | undefined;
}

const other = (value: Scalar): Scalar =>
  typeof value === "boolean" ? !value : typeof value === "number" ? value + 1 : "other";

/** Values that follow from what a property must be. */
function valuesFor(must: Expectation): Values {
  if ("equals" in must) {
    return { right: must.equals, wrong: other(must.equals) };
  }
  if ("isNot" in must) {
    return { right: other(must.isNot), wrong: must.isNot };
  }
  if ("isOneOf" in must) {
    return { right: must.isOneOf[0], wrong: "other" };
  }
  if ("isNotOneOf" in must) {
    return { right: other(must.isNotOneOf.at(-1) ?? ""), wrong: must.isNotOneOf[0] };
  }
  if ("atLeast" in must) {
    return { right: must.atLeast, wrong: must.atLeast - 1 };
  }
  if ("atMost" in must) {
    return { right: must.atMost, wrong: must.atMost + 1 };
  }
  if ("containsAll" in must) {
    return { right: must.containsAll, wrong: must.containsAll.slice(1) };
  }
  if ("lacks" in must) {
    return { right: [other(must.lacks)], wrong: [must.lacks] };
  }
  if ("countAtLeast" in must) {
    const items = Array.from({ length: must.countAtLeast }, (_, index) => `item-${String(index + 1)}`);
    return { right: items, wrong: items.slice(1) };
  }
  if ("hasText" in must) {
    return { right: must.hasText, wrong: "other" };
  }
  return "isSet" in must ? { right: "value", wrong: undefined } : { right: undefined, wrong: "value" };
}

/** A right and a wrong value of a requirement's property. */
export function valuesOf({ must, fix, correct, incorrect }: Partial<Requirement>): Values {
  const { right, wrong } = must === undefined ? { right: undefined, wrong: undefined } : valuesFor(must);
  return { right: correct ?? fix ?? right, wrong: incorrect ?? wrong };
}

/** Inputs with which a requirement applies to a resource: its example, and what its conditions ask for. */
export function applicable({ when = [], example = {} }: Requirement): Record<string, Plain> {
  const inputs = when.reduce<Plain>((all, condition) => merged(inputsFor(condition), all), example);
  return inputs as Record<string, Plain>;
}

const inputsFor = (condition: Condition): Record<string, Plain> => {
  const { right } = condition.whenAbsent === undefined ? valuesOf(condition) : { right: valuesOf(condition).right };
  return right === undefined ? {} : valueAt(condition.property, right);
};

/** The inputs of a resource that meets a requirement by its own property, and of one that does not. */
export function inputsOf(requirement: Requirement): { right: Record<string, Plain>; wrong: Record<string, Plain> } {
  const base = applicable(requirement);
  const { property } = requirement;
  const { right, wrong } = valuesOf(requirement);
  const withValue = (value: Plain | undefined): Record<string, Plain> =>
    property === undefined || value === undefined
      ? base
      : (merged(base, valueAt(property, value)) as Record<string, Plain>);
  return { right: withValue(right), wrong: withValue(wrong) };
}

const REFERENCE = /^\$\{([\w.]+)\}$/;

/** A value as code from which `codeIn` makes that of a language; Pulumi's YAML has references in strings. */
function codeOf(value: Plain, language: Language): string {
  if (typeof value === "string") {
    const [, reference] = REFERENCE.exec(value) ?? [];
    return reference === undefined || language === "yaml" ? JSON.stringify(value) : reference;
  }
  if (typeof value !== "object") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: Plain) => codeOf(item, language)).join(", ")}]`;
  }
  const fields = Object.entries(value).map(([key, inner]) => `${keyOf(key)}: ${codeOf(inner, language)}`);
  return `{ ${fields.join(", ")} }`;
}

const keyOf = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key));

/** The arguments of a resource, one a line. */
function argumentLines(inputs: Readonly<Record<string, Plain>>, language: Language): string[] {
  return Object.entries(inputs).map(([key, value]) => {
    const code = `${keyOf(key)}: ${codeOf(value, language)}`;
    return codeIn(code, language) ?? code;
  });
}

/** The last sentence of a message, where it follows from the data. */
export function insteadOf(requirement: Requirement): string {
  const { property, must, companions: [companion] = [] } = requirement;
  if (property === undefined || must === undefined) {
    return companion === undefined ? "" : `Add an \`${constructorOf(companion.types[0] ?? "")}\` for it.`;
  }
  if ("isAbsent" in must) {
    return `Remove \`${plainPath(property)}\`.`;
  }
  const isSure = !("isSet" in must || "countAtLeast" in must || "lacks" in must || "isNotOneOf" in must);
  const isShown = requirement.correct !== undefined || requirement.fix !== undefined || isSure;
  const value = isShown ? valuesOf(requirement).right : undefined;
  return value === undefined
    ? `Set \`${plainPath(property)}\`.`
    : `Set \`${argumentLines(valueAt(property, value), "typescript").join(", ")}\`.`;
}

/** How to fix what breaks requirements, in three languages: that of the first type, and of all that are for it too. */
export function fixTexts(requirements: readonly Requirement[]): { typescript: string; python: string; yaml: string } {
  const [first] = requirements;
  const type = first?.types[0] ?? "";
  const own = requirements.filter(({ types, property }) => types.includes(type) && property !== undefined);
  const inputs = own.reduce<Plain>((all, one) => {
    const { right } = valuesOf(one);
    return right === undefined ? all : merged(all, valueAt(one.property ?? "", right));
  }, {}) as Record<string, Plain>;
  if (Object.keys(inputs).length > 0) {
    return {
      typescript: argumentLines(inputs, "typescript")
        .map((line) => `${line},`)
        .join("\n"),
      python: argumentLines(inputs, "python")
        .map((line) => `${line},`)
        .join("\n"),
      yaml: argumentLines(inputs, "yaml").join("\n"),
    };
  }
  const companion = first?.companions?.[0];
  if (first !== undefined && companion !== undefined) {
    return companionTexts(first, companion);
  }
  const removed = own.map(({ property = "" }) => plainPath(property)).join(", ");
  return { typescript: `// without ${removed}`, python: `# without ${removed}`, yaml: `# without ${removed}` };
}

function companionTexts(
  requirement: Requirement,
  companion: Companion,
): { typescript: string; python: string; yaml: string } {
  const type = companion.types[0] ?? "";
  const name = variableOf(type);
  const inputs = companionInputs(requirement, companion);
  const [, module = "", typeName = ""] = TOKEN.exec(type) ?? [];
  const python = argumentLines(inputs, "python").map((line) => `    ${line},\n`);
  const yaml = argumentLines(inputs, "yaml").map((line) => `      ${line}`);
  return {
    typescript: declaration(type, name, inputs),
    python: `${snakeCase(name)} = aws.${module === "lambda" ? "lambda_" : module}.${typeName}("${name}",\n${python.join("")})`,
    yaml: `resources:\n  ${name}:\n    type: aws:${module}:${typeName}\n    properties:\n${yaml.join("\n")}`,
  };
}

/** The inputs of a companion that meets a requirement of a resource that is called after its type. */
function companionInputs(
  { types: [type = ""], companionExample = {} }: Requirement,
  companion: Companion,
): Record<string, Plain> {
  const { by = {}, property, must, when = [] } = companion;
  const reference = (from: string): string => `\${${variableOf(type)}.${from}}`;
  const naming =
    typeof by === "string"
      ? { [by]: reference(by.endsWith("Arn") ? "arn" : "id") }
      : Object.fromEntries(Object.entries(by).map(([theirs, ours]) => [theirs, reference(ours)]));
  const { right } = must === undefined ? { right: undefined } : valuesOf({ must });
  const held = property === undefined || right === undefined ? {} : valueAt(property, right);
  const conditions = when.reduce<Plain>((all, one) => merged(all, inputsFor(one)), naming);
  return merged(merged(conditions, held), companionExample) as Record<string, Plain>;
}

const TOKEN = /^aws:([\w-]+)\/\w+:(\w+)$/;

const constructorOf = (type: string): string => type.replace(TOKEN, "aws.$1.$2");

const RESERVED = new Set(["function", "package", "default", "export", "import", "class", "new"]);

/** What a program calls a resource of a type, such as `instance`. */
export function variableOf(type: string): string {
  const [, module = "", name = ""] = TOKEN.exec(type) ?? [];
  const variable = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return RESERVED.has(variable) ? `${module}${name}` : variable;
}

const MOST_COLUMNS = 100;

function declaration(type: string, name: string, inputs: Readonly<Record<string, Plain>>): string {
  const lines = argumentLines(inputs, "typescript");
  const start = `const ${name} = new ${constructorOf(type)}("${name}"`;
  const line = `${start}, { ${lines.join(", ")} });`;
  if (lines.length === 0) {
    return `${start});`;
  }
  return line.length <= MOST_COLUMNS ? line : `${start}, {\n${lines.map((one) => `  ${one},\n`).join("")}});`;
}

/** Resources that examples refer to, by the name that data gives them. */
const OTHERS: Readonly<Record<string, string>> = {
  bucket: 'const bucket = new aws.s3.Bucket("bucket");',
  certificate:
    'const certificate = new aws.acm.Certificate("certificate", { domainName: "shop.example", validationMethod: "DNS" });',
  group: 'const group = new aws.ec2.SecurityGroup("group");',
  key: 'const key = new aws.kms.Key("key", { enableKeyRotation: true });',
  logs: 'const logs = new aws.cloudwatch.LogGroup("logs", { retentionInDays: 30 });',
  role: `const role = new aws.iam.Role("role", {
  assumeRolePolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }] },
});`,
  subnet: 'const subnet = new aws.ec2.Subnet("subnet", { vpcId: "vpc-0a1b2c3d", cidrBlock: "10.0.1.0/24" });',
  topic: 'const topic = new aws.sns.Topic("topic");',
};

/** The declarations of the resources that code refers to. */
function declaredFor(code: string): string[] {
  return Object.entries(OTHERS).flatMap(([name, text]) =>
    new RegExp(`[:[(]\\s*${name}\\.`).test(code) && !code.includes(`const ${name} =`) ? [text] : [],
  );
}

/**
 * What a resource that is called after its type needs so that a companion meets its requirement: further inputs of its own,
 * and the companion.
 */
export function withCompanion(
  requirement: Requirement,
  companion: Companion,
): { own: Record<string, Plain>; others: { type: string; name: string; inputs: Record<string, Plain> }[] } {
  const [type = ""] = companion.types;
  const name = variableOf(type);
  const own = companion.named === undefined ? {} : valueAt(companion.named, `\${${name}.name}`);
  return { own, others: [{ type, name, inputs: companionInputs(requirement, companion) }] };
}

/** The pair of programs that the page of a rule shows, made from its first requirement. */
export function examplesFor([requirement]: readonly Requirement[]): RuleExamples {
  if (requirement === undefined) {
    throw new TypeError("a rule without requirements has no examples");
  }
  const {
    types: [type = ""],
    companions: [companion] = [],
  } = requirement;
  const { right, wrong } = inputsOf(requirement);
  const program = (inputs: Readonly<Record<string, Plain>>, others: readonly string[] = []): string => {
    const own = declaration(type, variableOf(type), inputs);
    const parts = companion?.named === undefined ? [own, ...others] : [...others, own];
    return `\n${[...declaredFor(parts.join("\n")), ...parts].join("\n")}\n`;
  };
  if (requirement.property !== undefined || companion === undefined) {
    return { incorrect: program(wrong), correct: program(right) };
  }
  const { own, others } = withCompanion(requirement, companion);
  const declared = others.map((one) => declaration(one.type, one.name, one.inputs));
  return { incorrect: program(wrong), correct: program(merged(right, own) as Record<string, Plain>, declared) };
}
