import fc from "fast-check";
import { githubReport } from "../../src/report/github";
import { EMPTY } from "../kit/reports";
import { nastyReport, sample, unread } from "./sample";

it("annotates the program, the worst first", () => {
  expect(githubReport(sample)).toMatchInlineSnapshot(`
   "::error file=Pulumi.yaml,line=1,title=contract::the contract is wrong.
   ::error file=infra/my index.ts,line=12,col=3,title=rds-storage-encrypted%3A db.storageEncrypted::one two three four five six seven eight nine ten.
   ::warning file=infra/my index.ts,line=12,col=3,title=rds-customer-key%3A db.kmsKeyId::a key.
   ::notice file=infra/my index.ts,line=12,col=3,title=rds-log-exports%3A db.enabledCloudwatchLogsExports::logs. (exempted until 2027-06-30: they go elsewhere)
   ::warning title=preflight::the rule x failed inside.
   ::error title=preflight%3A not checked (remote-components)::the component y is remote.
   ::notice title=preflight::the types were not checked.
   "
  `);
  expect(githubReport(EMPTY)).toBe("");
  expect(githubReport(unread)).toMatch(
    /^::error title=preflight::Nothing of the stack could be checked\.\n::error title=preflight%3A not checked /,
  );
});

it("is one command a line whatever the program's texts, which can be read back", () => {
  fc.assert(
    fc.property(nastyReport, (report) => {
      const lines = githubReport(report).split("\n").slice(0, -1);
      expect(lines).toHaveLength(report.results.length + report.crashes.length + report.gaps.length);
      lines.forEach((line, index) => {
        const [, properties = "", data = ""] = /^::(?:error|warning|notice) ([^:]*)::(.*)$/.exec(line) ?? [];
        expect(properties.split(",").map((one) => one.split("=", 1)[0])).toEqual(
          index < report.results.length ? ["file", "line", "title"] : ["title"],
        );
        expect(data.replaceAll(/%(25|0A)/g, "")).not.toMatch(/%|\r|\n/);
      });
    }),
  );
});

it("escapes what separates, and nothing more", () => {
  const [result] = sample.results;
  const report = {
    ...EMPTY,
    results: result ? [{ ...result, name: "a,b:c", path: "p", message: "50%, a::b\r\nc" }] : [],
  };
  expect(githubReport(report)).toBe(
    "::error file=Pulumi.yaml,line=1,title=contract%3A a%2Cb%3Ac.p::50%25, a::b\\r\\nc\n",
  );
});
