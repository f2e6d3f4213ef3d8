import { tableOf } from "../../contract/facts";
import { BUCKET, bucketsOf } from "../../stack/buckets";
import {
  characterFaults,
  charactersInWords,
  isOfWrongLength,
  mendedName,
  nameRuleOf,
  partFaults,
  physicalName,
  type NameRule,
  type PhysicalName,
} from "../../stack/name-rules";
import { stringified } from "../../stack/output-text";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

/** Their length is a rule of its own. */
const LOAD_BALANCING = /^aws:e?lb\//;
const LONGEST_SHOWN = 80;

export default defineRule({
  id: "name-charset",
  category: "validity",
  description: "Names have the characters and the length that AWS takes",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Each service has its own rules for names: RDS, S3 and ECR refuse upper case, IAM refuses spaces, a backup vault " +
    "more than 50 characters. The name often holds the stack's or a branch's, so that it breaks in one stack only.",
  fix: {
    typescript: 'identifier: "orders-db", // not Orders_DB',
    python: 'identifier="orders-db",  # not Orders_DB',
    yaml: "identifier: orders-db # not Orders_DB",
  },
  limits:
    "Types that the table name-rules does not have; names that Pulumi makes by a pattern of your own " +
    "(`pulumi:autonaming`); whether the name is free; buckets that are there under their name, as S3 took others before " +
    "2018.",
  resource: {
    check(resource, context) {
      if (resource.type !== BUCKET) {
        checkName(resource, context);
      }
    },
  },
  stack(stack, context) {
    for (const bucket of bucketsOf(stack)) {
      // Until 2018, S3 took other names in us-east-1.
      if (bucket.id === UNKNOWN || bucket.id !== bucket.str("bucket")) {
        checkName(bucket, context);
      }
    }
  },
});

function checkName(resource: Resource, { contract, project, report, undecided }: Context): void {
  const rule = nameRuleOf(resource, tableOf(contract, "name-rules"));
  const name = rule && physicalName(resource, rule);
  if (!rule || !name) {
    return;
  }
  if (name === UNKNOWN) {
    undecided(resource, rule.property);
    return;
  }
  // What an Output has become as a text is for output-as-text to say.
  if (stringified(name.text) !== undefined || (name.isAutomatic && project.config.has("pulumi:autonaming"))) {
    return;
  }
  const characters = characterFaults(name, rule);
  const parts = partFaults(name, rule);
  const isLong = !LOAD_BALANCING.test(resource.type) && isOfWrongLength(name, rule);
  const faults = [...characters, ...(isLong ? [`has ${String(name.text.length)} characters`] : [])];
  if (faults.length > 0 || parts.length > 0) {
    const takes = faults.length > 0 ? `AWS takes ${wanted(rule)}` : "AWS takes no name that does";
    const isAnswered = rule.answer !== "" && characters.length + parts.length > 0;
    report({
      at: resource,
      property: name.property,
      message: `${subject(name)} ${[...faults, ...parts].join(" and ")}; ${takes}; ${mend(name, rule)}.`,
      ...(isAnswered && { answer: rule.answer }),
    });
  }
}

function subject({ text, isAutomatic, isPrefix }: PhysicalName): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return isAutomatic
    ? `no name is given, and the one that the provider makes of the logical name, "${shown}" with random digits for x,`
    : `the ${isPrefix ? "prefix" : "name"} "${shown}"`;
}

function wanted({ beginning, characters, first, last, minimum, maximum }: NameRule): string {
  return [
    ...(beginning === "" ? [] : [`names that begin with ${beginning}`]),
    ...(characters === "" ? [] : [charactersInWords(characters)]),
    ...(first === "" ? [] : [`${charactersInWords(first)} at the start`]),
    ...(last === "" ? [] : [`${charactersInWords(last)} at the end`]),
    `${maximum === 0 ? `at least ${String(minimum)}` : `${String(minimum)} to ${String(maximum)}`} characters`,
  ].join(", ");
}

function mend(name: PhysicalName, rule: NameRule): string {
  const { property } = rule;
  if (name.isPrefix) {
    return `change ${name.property}`;
  }
  // Of `orders.fifo-xxxxxxx.fifo`, one ending is enough.
  const plain = name.isAutomatic ? { ...name, text: name.text.replace(/(?:\.fifo)?-?xxxxxxx(\.fifo)?$/, "$1") } : name;
  const mended = mendedName(plain, rule);
  return mended === undefined ? `set ${property} to such a name` : `set ${property}, such as "${mended}"`;
}
