import { S3_BUCKET } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import {
  characterProblems,
  charactersInWords,
  hasWrongLength,
  fixedName,
  nameRuleOf,
  partProblems,
  physicalName,
  type NameRule,
  type PhysicalName,
} from "../../src/aws/name-rules";
import { stringified } from "../../src/graph/output-text";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** load-balancer-name-length checks how long these are. */
const LOAD_BALANCING = /^aws:e?lb\//;
const LONGEST_SHOWN = 80;

function subject({ text, isAutomatic, isPrefix }: PhysicalName): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return isAutomatic
    ? `The name that the provider generates, "${shown}" with random digits for x,`
    : `The ${isPrefix ? "prefix" : "name"} "${shown}"`;
}

function acceptedNames({ beginning, characters, first, last, minimum, maximum }: NameRule): string {
  return [
    ...(beginning === "" ? [] : [`names that begin with ${beginning}`]),
    ...(characters === "" ? [] : [charactersInWords(characters)]),
    ...(first === "" ? [] : [`${charactersInWords(first)} at the start`]),
    ...(last === "" ? [] : [`${charactersInWords(last)} at the end`]),
    `${maximum === 0 ? `at least ${String(minimum)}` : `${String(minimum)} to ${String(maximum)}`} characters`,
  ].join(", ");
}

function howToFix(name: PhysicalName, rule: NameRule): string {
  const { property } = rule;
  if (name.isPrefix) {
    return `Change \`${name.property}\``;
  }
  // Of `orders.fifo-xxxxxxx.fifo`, one ending is enough.
  const plain = name.isAutomatic ? { ...name, text: name.text.replace(/(?:\.fifo)?-?xxxxxxx(\.fifo)?$/, "$1") } : name;
  const fixed = fixedName(plain, rule);
  return fixed === undefined
    ? `Set another \`${property}\``
    : `Set \`${property}: ${JSON.stringify(fixed)}\` or the like`;
}

/** True for a bucket under the name that it has: until 2018, S3 accepted other names in us-east-1. */
const hasItsName = (bucket: Resource): boolean =>
  bucket.type === S3_BUCKET && bucket.exists === true && bucket.id === bucket.str("bucket");

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
  // output-as-text reports an Output that was turned into a string.
  if (stringified(name.text) !== undefined || (name.isAutomatic && project.config.has("pulumi:autonaming"))) {
    return;
  }
  const characters = characterProblems(name, rule);
  const parts = partProblems(name, rule);
  const isWrongLength = !LOAD_BALANCING.test(resource.type) && hasWrongLength(name, rule);
  const problems = [...characters, ...(isWrongLength ? [`has ${String(name.text.length)} characters`] : [])];
  if (problems.length > 0 || parts.length > 0) {
    const accepted = problems.length > 0 ? `AWS accepts ${acceptedNames(rule)}` : "AWS rejects such names";
    const isQuoted = rule.answer !== "" && characters.length + parts.length > 0;
    report({
      at: resource,
      property: name.property,
      onlyAtCreation: true,
      message: `${subject(name)} ${[...problems, ...parts].join(" and ")}. ${accepted}. ${howToFix(name, rule)}.`,
      ...(isQuoted && { awsError: rule.answer }),
    });
  }
}

export default defineRule({
  id: "name-charset",
  category: "validity",
  description: "Names must have the characters and the length that AWS accepts",
  severity: "high",
  level: "mandatory",
  supersedes: ["property-combinations"],
  basis: "aws-rejects",
  why:
    "Each service has its own rules for names: RDS, S3 and ECR reject upper case, IAM rejects spaces, a backup vault more " +
    "than 50 characters. A name often contains that of the stack or a branch, so it may be wrong in one stack only.",
  fix: {
    typescript: `identifier: "orders-db", // not Orders_DB`,
    python: `identifier="orders-db",  # not Orders_DB`,
    yaml: `identifier: orders-db # not Orders_DB`,
  },
  limits:
    "Types that the table name-rules does not list; names that Pulumi generates from a pattern of your own " +
    "(`pulumi:autonaming`); whether the name is free; buckets that exist under their name, since S3 accepted others before " +
    "2018. On a resource that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  ],
  stack(stack, context) {
    const { types } = tableOf(context.contract, "name-rules");
    for (const resource of stack.managed(...Object.keys(types)).filter((one) => !hasItsName(one))) {
      checkName(resource, context);
    }
  },
});
