import fc from "fast-check";
import { columns } from "../../report/lines";
import { textReport } from "../../report/text";
import { empty, nastyReport, sample, unread } from "./sample";

const plain = (width: number, showUndecided = false): Parameters<typeof textReport>[1] => ({
  width,
  colour: false,
  showUndecided,
});

it("prints the findings grouped by resource, folded, with a count at the end", () => {
  expect(textReport(sample, plain(80))).toMatchInlineSnapshot(`
   "the stack
     mandatory  contract  high
                the contract is wrong.

   db  aws:rds/instance:Instance  infra/my index.ts:12:3
     mandatory  rds-storage-encrypted  storageEncrypted  high
                one two three four five six seven eight nine ten.
     advisory   rds-customer-key  kmsKeyId  medium
                a key.
     exempted   rds-log-exports  enabledCloudwatchLogsExports  medium
                logs. (exempted until 2027-06-30: they go elsewhere)

   note: the component y is remote.

   preflight: the rule x failed inside.

   4 findings on 2 resources: 2 mandatory, 2 advisory (1 exempted).
   12 findings of the baseline left out.
   2 checks could not be decided before the deployment; --show-undecided lists
   them.
   "
  `);
});

it("takes less room beside the messages where the terminal is narrow", () => {
  expect(textReport({ ...sample, faults: [], notes: [] }, plain(40))).toMatchInlineSnapshot(`
   "the stack
     mandatory  contract  high
       the contract is wrong.

   db  aws:rds/instance:Instance
       infra/my index.ts:12:3
     mandatory  rds-storage-encrypted
                storageEncrypted  high
       one two three four five six seven
       eight nine ten.
     advisory   rds-customer-key  kmsKeyId
                medium
       a key.
     exempted   rds-log-exports
                enabledCloudwatchLogsExports
                medium
       logs. (exempted until 2027-06-30:
       they go elsewhere)

   4 findings on 2 resources: 2 mandatory,
   2 advisory (1 exempted).
   12 findings of the baseline left out.
   2 checks could not be decided before the
   deployment; --show-undecided lists them.
   "
  `);
});

it("says so when there is nothing", () => {
  expect(textReport(empty, plain(80))).toBe("No findings.\n");
  expect(textReport(unread, plain(80))).toContain("Nothing of the stack could be checked.\n");
});

it("lists what preview could not know, and when it will be known, where it is asked to", () => {
  expect(textReport({ ...empty, undecided: sample.undecided }, plain(80, true))).toMatchInlineSnapshot(`
   "undecided
   Preview cannot know these values. What waits for a resource is known in the
   preview after the \`pulumi up\` that creates or changes it.

   rds-customer-key
     db.kmsKeyId  waits for alias and key

   rds-storage-encrypted
     db.storageEncrypted  depends on the configuration or on AWS

   No findings.
   2 checks could not be decided before the deployment.
   "
  `);
  expect(textReport(empty, plain(80, true))).toBe("No findings.\n");
});

it("lists a value once that several checks of a rule ask for, and cuts long lists of what it waits for", () => {
  const [first] = sample.undecided;
  const from = ["a", "b", "c", "d", "e", "f"];
  const undecided = first ? [first, first, { ...first, path: "p", from }] : [];
  expect(
    textReport({ ...empty, undecided }, plain(80, true))
      .split("\n")
      .slice(4, 7),
  ).toEqual([
    "rds-storage-encrypted",
    "  db.p                 waits for a, b, c, d and 2 more",
    "  db.storageEncrypted  depends on the configuration or on AWS",
  ]);
});

it("uses colour only where it is asked to", () => {
  const coloured = textReport(sample, { width: 80, colour: true });
  expect(coloured).toContain("\u001b[31mmandatory\u001b[39m");
  expect(coloured).toContain("\u001b[33madvisory \u001b[39m");
  expect(coloured).toContain("\u001b[36mexempted \u001b[39m");
  expect(textReport(sample, plain(80))).not.toContain("\u001b");
});

it("counts the columns of wide and joined letters", () => {
  expect([columns("abc"), columns("日本"), columns("é"), columns("e\u0301"), columns("😀")]).toEqual([3, 4, 1, 1, 2]);
});

it("steers no terminal, whatever the program's texts", () => {
  fc.assert(
    fc.property(nastyReport, (report) => {
      // eslint-disable-next-line no-control-regex -- what a terminal would take for more than a text
      const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\p{Surrogate}/u;
      expect(textReport(report, plain(80, true))).not.toMatch(steering);
    }),
  );
});

it("keeps every line within the width, where its words allow it", () => {
  const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 15 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 48, max: 120 }), (message, width) => {
      const results = sample.results.map((result) => ({ ...result, message: message.join(" ") }));
      const report = { ...sample, results, notes: [message.join(" ")] };
      for (const line of textReport(report, plain(width, true)).split("\n")) {
        expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
});
