import fc from "fast-check";
import { escapedInQuotes, printable, printableLines } from "../src/printable";
import { nasty } from "./report/sample";

it.each([
  ["a plain name", "orders-db", "orders-db"],
  ["other scripts, and emoji with joiners", "Größe 注文 👨‍👩‍👧", "Größe 注文 👨‍👩‍👧"],
  ["line ends and tabs", "a\nb\r\nc\td", "a\\nb\\r\\nc\\td"],
  ["separators of lines and paragraphs", "a\u2028b\u2029c\u0085d", "a\\u2028b\\u2029c\\u0085d"],
  ["escape codes", "\u001b[31mred\u009b0m", "\\u001b[31mred\\u009b0m"],
  ["marks of direction", "a\u202eb\u2066c\u200fd\u061ce", "a\\u202eb\\u2066c\\u200fd\\u061ce"],
  ["letters without a width", "a\u200bb\ufeffc\u00add", "a\\u200bb\\ufeffc\\u00add"],
  ["tags outside the first plane", "a\u{e0041}b", "a\\u{e0041}b"],
  ["half a pair, and what is not a character", "\ud800 \uffff", "\\ud800 \\uffff"],
  ["commands of Azure Pipelines and TeamCity", "x ##vso[a]b ##teamcity[c]", "x \\u0023#vso[a]b \\u0023#teamcity[c]"],
  ["former commands of GitHub", "x ##[error]y", "x \\u0023#[error]y"],
  ["commands of GitHub", "::error file=a::b ::debug::c", "\\u003a:error file=a::b \\u003a:debug::c"],
  ["the first half of a command", "x ::error", "x \\u003a:error"],
  [
    "URNs and addresses",
    "urn:pulumi:dev::shop::x::y ::/0 ::ffff:1.2.3.4",
    "urn:pulumi:dev::shop::x::y ::/0 ::ffff:1.2.3.4",
  ],
  ["headings and hashes", "## Title #1 ##", "## Title #1 ##"],
  ["Pulumi's marks of colour", "<{%fg 99%}>", "<\\u007b%fg 99%\\u007d>"],
])("shows %s", (_name, text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(printable(shown)).toBe(shown);
});

it("keeps the lines and tabs of what a program has printed", () => {
  expect(printableLines("Traceback:\r\n\tx\u001b[0m\n::error::y\n")).toBe(
    "Traceback:\n\tx\\u001b[0m\n\\u003a:error::y\n",
  );
});

it("changes how JSON is written and not what it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: nasty })), (document) => {
      const written = escapedInQuotes(JSON.stringify(document, undefined, 1));
      expect(JSON.parse(written)).toEqual(document);
      expect(written.split("\n").map(printable)).toEqual(written.split("\n"));
    }),
  );
});
