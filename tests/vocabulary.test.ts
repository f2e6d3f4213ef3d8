import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const PLACES = ["policies", "src", "docs", "README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"];
const TEXT = /\.(?:ts|js|mjs|json|md|yaml|css|html)$/;
/** Tables about AWS, whose words are AWS's. */
const TABLES = /^src\/(?:aws\/data\/.*\.json|testing\/aws-schema\.json)$/;

/** One idea, one word. A word of an identifier counts like a word of a sentence. */
const WORDS: Readonly<Record<string, string>> = {
  "mend|mends|mended|mending": "fix; remediation for what the engine applies",
  told: "reported, documented, wired to, referenced by",
  "tell|tells|telling": "report, show, distinguish",
  "asked|asks": "required, evaluated, prompts",
  "said|says": "reports, states",
  "judge|judges|judged|judging": "check, evaluate",
  "fault|faults|faulty": "error, crash",
  "whoever|nobody|anybody|somebody": "anyone, or the role: clients, the task",
  "set aside|sets aside": "exempt",
  "go by|goes by": "use",
  "stands|lies|hears|minds": "is, is in, is notified of, checks",
  "wanted|wants": "expected, required, requires",
  "the world": "the internet",
  "of which|by which": "two short sentences",
  "stranger|strangers|foreign": "unknown, external",
  "a text of|texts of": "string, or what it holds: name, ARN, policy document",
  "hole|holes": "vulnerability",
  elsewhere: "defined in another stack",
  "(?<!there )is none|(?<!there )are none|(?<!there )is no (?!longer|more|other|need|way|limit|such)[a-z]+":
    "is not a …, there is none",
  circumstances: "context",
  "examiner|examiners": "PolicyRunner",
  "unread|unplaced": "unreadable, mayReferTo",
};

/** What others have written, in these words. */
const QUOTATIONS: readonly string[] = [
  // Former names in the changelog.
  "`mend`",
  "`mendWhenNew`",
  "`mended`",
  "`admitsTheWorld`",
  // Keys of the JSON report, which only ever grow.
  '"faults"',
  "`faults`",
  "faults: crashes",
  '"unread"',
  "`unread`",
  "unread: true",
  // A kind of what was not checked.
  '"unread-sources"',
  "unread-sources",
  // A page of AWS's documentation.
  "rel_fault_isolation_multiaz_region_system",
];

const forms = Object.entries(WORDS).map(([words, use]) => ({ form: new RegExp(`\\b(?:${words})\\b`, "gi"), use }));

function filesIn(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) {
    return [path];
  }
  return readdirSync(join(ROOT, path))
    .filter((name) => name !== "node_modules")
    .flatMap((name) => filesIn(`${path}/${name}`))
    .filter((file) => TEXT.test(file) && !TABLES.test(file));
}

/** The words of a text: those of identifiers apart, and no quotations. */
function wordsOf(text: string): string {
  const own = QUOTATIONS.reduce((rest, quotation) => rest.replaceAll(quotation, ""), text);
  return own.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll("_", " ");
}

/** One line for each word that has a better one. */
const problemsIn = (text: string): string[] =>
  wordsOf(text)
    .split("\n")
    .flatMap((line, index) =>
      forms.flatMap(({ form, use }) =>
        [...line.matchAll(form)].map(([word]) => `line ${String(index + 1)}: "${word}" → ${use}`),
      ),
    );

it.each(PLACES.flatMap(filesIn))("%s uses the project's words", (file) => {
  expect(problemsIn(readFileSync(join(ROOT, file), "utf8"))).toEqual([]);
});

describe("the test", () => {
  it.each([
    ["how to mend it", 1],
    ["const mendsOf = isAsked;", 2],
    ["a rule that is no longer needed", 0],
    ["this is no rule", 1],
    ["there is no rule", 0],
    ["the default of a task", 0],
    ["databases_told_to", 1],
  ])("finds in %j %i words", (text, count) => {
    expect(problemsIn(text)).toHaveLength(count);
  });
});
