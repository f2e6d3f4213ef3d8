import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import type { Log } from "sarif";
import { readBaseline } from "../../src/cli/baseline";
import { contractText } from "../../src/cli/contract-text";
import { originsOf } from "../../src/contract/origins";
import { resolveContract } from "../../src/contract/resolve";
import { Stack, STACK_TYPE } from "../../src/graph/stack";
import { Budget } from "../../src/pulumi/budget";
import { PolicyRunner, type Diagnostic } from "../../src/pulumi/policy-runner";
import { Session } from "../../src/pulumi/session";
import { conciseReport } from "../../src/report/concise";
import { gitlabReport } from "../../src/report/gitlab";
import { markdownReport } from "../../src/report/markdown";
import { githubReport } from "../../src/report/github";
import { htmlReport } from "../../src/report/html";
import { jsonReport } from "../../src/report/json";
import { junitReport } from "../../src/report/junit";
import type { Report } from "../../src/report/report";
import { sarifReport } from "../../src/report/sarif";
import { textReport } from "../../src/report/text";
import { build, resource } from "../../src/testing/stack";
import { parse } from "yaml";
import { Browser, describeInBrowser } from "../kit/browser";
import { loggingCommands, workflowCommands } from "../kit/ci";
import { workshop } from "../kit/command";
import { EXAMPLE_RULE } from "../kit/example-rule";
import { reportWith, resourceWith, resultOn, ruleCalled } from "../kit/reports";
import { junitProblems, sarifValidator } from "../report/schemas";

/** What a name, a reason, a version, a message or a path may hold, to be read as more than that. */
const ATTACKS: Readonly<Record<string, string>> = {
  "a line of its own": "x\nNo findings.\r\nPASS",
  "other line ends": "x\u0085No findings.\u2028No findings.\u2029No findings.\u000bx\u000cx",
  "commands of GitHub": "::error file=a.ts,line=1::pwned ::stop-commands::x\n::add-mask::x\n  ::warning::y",
  "a former command of GitHub": "x ##[error]pwned ##[add-mask]x",
  "commands of other servers": "##vso[task.complete result=Succeeded]x ##teamcity[buildStatus status='SUCCESS']",
  "escapes of commands": "a%0A::error::x%25,title=b:c",
  "escape codes": "\u001b[2J\u001b[31mred\u009b31m\u001b]8;;https://evil.example\u0007x\u0008\u0000",
  "marks of direction": "user\u202e\u2066txt.exe\u2069\u200f\u061c",
  "letters that are not seen": "a\u200bb\ufeffc\u{e0041}\u00ad",
  "half a pair, and no character": "\ud800x\udc00\uffff\ufffe",
  HTML: `</script></style></title></td><img src=x onerror="alert(1)"><script>alert(2)</script><!--`,
  "entities and quotes": `&#60;script&#62; " onmouseover="alert(3)" ' x=' &amp;`,
  XML: "]]></failure><testcase name='fake'/><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
  "a link": "[click here](https://evil.example) ![image](https://evil.example/x.png) [x\\](1)",
  Markdown: "# Heading\n\n| a | b |\n- [x] done <https://evil.example> `x`",
  JSON: `","findings":[],"x":"\\u0000`,
  YAML: `x: [y]\n---\n- &a *a # comment`,
  "Pulumi's marks of colour": "<{%fg 99%}>x<{%reset%}>",
  "spreadsheets and shells": "=cmd|' /C calc'!A0 $(touch x) `touch x`; rm -rf /",
};

const planted = Object.entries(ATTACKS);

/** A report with `text` in every field that a program, its settings or its files can fill. */
function reportOf(texts: readonly string[]): Report {
  const resources = texts.map((text) =>
    resourceWith(`name ${text}`, { type: `type ${text}`, source: { file: `folder/${text}`, line: 3, column: 1 } }),
  );
  const rule = "rds-storage-encrypted";
  return reportWith({
    project: `project ${texts.join(" ")}`,
    stack: `stack ${texts.join(" ")}`,
    resources: resources.map((one, index) => ({
      ...one,
      parent: resources[index - 1]?.urn,
      dependencies: resources.slice(0, index).map(({ urn }) => urn),
    })),
    gaps: texts.map((text, index) => ({ kind: "remote-components", message: `gap ${text}`, fails: index % 2 === 0 })),
    crashes: texts.map((text) => `crash ${text}`),
    results: texts.flatMap((text, index) => {
      const [one, other] = [resources[index], resources[(index + 1) % resources.length]];
      if (!one || !other) {
        return [];
      }
      const finding = resultOn(one, rule, { message: `message ${text} end.`, path: `path ${text}` });
      const { urn, name, type } = other;
      return [
        { ...finding, alsoAt: [{ urn, name, type, path: `other ${text}` }] },
        { ...finding, name: undefined, urn: undefined, type: undefined },
        {
          ...finding,
          level: "advisory" as const,
          exemption: {
            state: "active" as const,
            exemption: { rule, resource: text, reason: `reason ${text}`, until: "2027-01-31" },
          },
        },
      ];
    }),
    undecided: texts.map((text, index) => ({
      rule: ruleCalled("vpc-flow-logs"),
      urn: resources[index]?.urn ?? "",
      name: `name ${text}`,
      path: `path ${text}`,
      from: [`from ${text}`, text],
    })),
  });
}

const hostile = reportOf(planted.map(([, text]) => text));
/** The same without anything hostile in it: what comes of it has as many lines, findings and commands. */
const harmless = reportOf(planted.map(([name]) => name.replaceAll(/\W/g, "")));

const WIDE = 1_000_000;
const OUTPUTS: Readonly<Record<string, (report: Report) => string>> = {
  "wide text": (report) => textReport(report, { width: WIDE, colour: false, showUndecided: true, verbose: true }),
  "narrow text": (report) => textReport(report, { width: 40, colour: false, showUndecided: true }),
  "text in colour": (report) => textReport(report, { width: 80, colour: true, showUndecided: true }),
  concise: conciseReport,
  markdown: markdownReport,
  gitlab: gitlabReport,
  github: githubReport,
  json: jsonReport,
  sarif: (report) => sarifReport(report, "1.2.3"),
  junit: junitReport,
  html: htmlReport,
};

/** Everything but line ends that a reader does not see, or sees in another order. */
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/u;

describe.each(Object.entries(OUTPUTS))("%s", (name, written) => {
  it("holds no command but its own", () => {
    const commands = workflowCommands(written(hostile));
    expect(commands.map(({ name }) => name)).toEqual(workflowCommands(written(harmless)).map(({ name }) => name));
    expect(name === "github" || commands.length === 0).toBe(true);
    expect(loggingCommands(written(hostile))).toEqual([]);
  });

  it("shows what cannot be seen", () => {
    // eslint-disable-next-line no-control-regex -- the colours that it has itself
    expect(written(hostile).replaceAll(/\u001b\[\d+m/g, name === "text in colour" ? "" : "$&")).not.toMatch(UNSEEN);
  });

  it("notices an attack that is let through", () => {
    const through = `${written(harmless)}\n  ::error::x\n- ##vso[x]y\u2066`;
    expect(workflowCommands(through)).toContainEqual({ name: "error", properties: {}, data: "x" });
    expect(loggingCommands(through)).toEqual(["##vso[x]"]);
    expect(through).toMatch(UNSEEN);
  });
});

it("text has no further lines, and none that ends the report early", () => {
  // Messages are folded, with their further lines below the first.
  const linesOf = (report: Report): string[] =>
    (OUTPUTS["wide text"]?.(report) ?? "").split("\n").filter((line) => !/^ {10}/.test(line));
  const lines = linesOf(hostile);
  expect(lines).toHaveLength(linesOf(harmless).length);
  expect(lines.filter((line) => line.startsWith("No findings"))).toEqual([]);
  expect(lines.filter((line) => /^\d+ findings? on /.test(line))).toHaveLength(1);
});

it("GitHub's annotations are read back as one for each finding, crash and gap", () => {
  const commands = workflowCommands(githubReport(hostile));
  expect(commands).toHaveLength(hostile.results.length + hostile.crashes.length + hostile.gaps.length);
  for (const { properties, data } of commands) {
    expect(Object.keys(properties).filter((key) => !["file", "line", "col", "title"].includes(key))).toEqual([]);
    expect(data).toMatch(/^(?:message|gap|crash) /);
    expect(data).not.toMatch(/\n|\r/);
  }
});

it("JSON, and so a baseline, reads back as the program has it", () => {
  const { findings } = JSON.parse(jsonReport(hostile)) as { findings: { message: string; resource?: object }[] };
  expect(findings).toHaveLength(hostile.results.length);
  hostile.results.forEach(({ message, name, urn, type }, index) => {
    expect(findings[index]?.message).toBe(message.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
    expect(findings[index]?.resource === undefined).toBe(urn === undefined && name === undefined && type === undefined);
  });
  const folder = mkdtempSync(join(tmpdir(), "preflight-injection-"));
  try {
    const file = join(folder, "known.json");
    const report = reportOf(planted.filter(([, text]) => !/\p{Surrogate}/u.test(text)).map(([, text]) => text));
    writeFileSync(file, jsonReport(report));
    const { results, inBaseline } = readBaseline({ baseline: file })(report);
    expect(results.every(({ exemption }) => exemption !== undefined)).toBe(true);
    expect(inBaseline).toBe(report.results.length - results.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("SARIF is valid, and its messages hold no link", () => {
  const log = JSON.parse(sarifReport(hostile, "1.2.3")) as Log;
  expect(sarifValidator()(log)).toEqual([]);
  const [run] = log.runs;
  const notifications = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
  const messages = [...(run?.results ?? []), ...notifications].map(({ message }) => String(message.text));
  expect(run?.results).toHaveLength(hostile.results.length);
  expect(notifications).toHaveLength(hostile.crashes.length + hostile.gaps.length + hostile.undecided.length);
  const markdown = new MarkdownIt();
  for (const message of messages) {
    // A viewer that knows no backslashes, one that knows them, and one that takes messages for Markdown.
    expect(message).not.toMatch(/\[[^\]]*\]\([^)]*\)/);
    expect(message).not.toContain("\n");
    const tokens = markdown.parseInline(message, {}).flatMap(({ children }) => children ?? []);
    expect(tokens.filter(({ type, markup }) => type === "image" || (type === "link_open" && markup === ""))).toEqual(
      [],
    );
  }
  expect(messages.some((message) => message.includes(String.raw`\[click here\]\(https://evil.example)`))).toBe(true);
});

it("JUnit is valid XML with as many tests", async () => {
  const tests = (xml: string): number => xml.match(/<testcase /g)?.length ?? 0;
  expect(await junitProblems(junitReport(hostile))).toEqual([]);
  expect(tests(junitReport(hostile))).toBe(tests(junitReport(harmless)));
});

describe("the pack", () => {
  const TYPE = "aws:rds/instance:Instance";

  function reported(text: string, more: Partial<typeof EXAMPLE_RULE> = {}): Diagnostic[] {
    const root = resource(STACK_TYPE, "shop-dev");
    const graph = Stack.from(build([root, resource(TYPE, text, {}, { parent: root })], "preview"));
    const exemptions = [{ rule: EXAMPLE_RULE.id, resource: "*", reason: `reason ${text}`, until: "2999-01-31" }];
    const session = new Session(
      {
        PULUMI_NODEJS_PROJECT: "shop",
        PULUMI_NODEJS_STACK: "dev",
        PULUMI_CONFIG: JSON.stringify({ "preflight:exemptions": JSON.stringify(exemptions) }),
      },
      new Set([EXAMPLE_RULE.id]),
    );
    const rule = {
      ...EXAMPLE_RULE,
      resource: {
        types: [TYPE],
        check: (at: Parameters<NonNullable<typeof EXAMPLE_RULE.resource>["check"]>[0], { report }: never) => {
          (report as (finding: object) => void)({ message: `message ${text} end.`, at, property: `path ${text}` });
        },
      },
      ...more,
    } as typeof EXAMPLE_RULE;
    const diagnostics: Diagnostic[] = [];
    const [instance] = graph.ofType(TYPE);
    if (instance) {
      new PolicyRunner(rule, session).onResource(instance, {
        budget: new Budget(),
        emit: (diagnostic) => void diagnostics.push(diagnostic),
      });
    }
    return diagnostics;
  }

  it.each(planted)("prints its description and one line of a finding: %s", (_name, text) => {
    const [diagnostic, ...others] = reported(text);
    const message = diagnostic?.message ?? "";
    expect(others).toEqual([]);
    expect(message.split("\n")).toHaveLength(2);
    expect(message).toMatch(/message .* end\. \(exempted until 2999-01-31: reason /);
    expect(message).not.toMatch(UNSEEN);
    expect([...workflowCommands(message), ...loggingCommands(message)]).toEqual([]);
    // The CLI stops at a mark of colour that it does not know.
    expect(message).not.toMatch(/<\{%|%\}>/);
  });

  it.each(planted)("prints one line of a crash: %s", (_name, text) => {
    const check = (): void => {
      throw new Error(text);
    };
    const message = reported(text, { resource: { types: [TYPE], check } })[0]?.message ?? "";
    expect(message).toMatch(/crashed/);
    expect(message).not.toMatch(/\n|<\{%/);
    expect(message).not.toMatch(UNSEEN);
    expect([...workflowCommands(message), ...loggingCommands(message)]).toEqual([]);
  });
});

it.each(planted)("the contract in force reads back as it is, without commands: %s", (_name, text) => {
  const settings = { "preflight:contract": JSON.stringify({ project: { name: `name ${text}`, prefix: text } }) };
  const { contract, sources } = resolveContract({ stackConfig: settings, stack: "dev", ruleIds: new Set() });
  const written = contractText(contract, originsOf(contract, sources));
  expect(parse(written)).toMatchObject(JSON.parse(JSON.stringify({ project: contract.project })) as object);
  expect(written).not.toMatch(UNSEEN);
  expect(written.split("\n").filter((line) => line.trim() !== "")).toHaveLength(text.includes("file:///etc") ? 3 : 2);
  expect([...workflowCommands(written), ...loggingCommands(written)]).toEqual([]);
});

describe("the command", () => {
  const { path, write, preflight } = workshop();
  const expectQuiet = (output: string): void => {
    expect(output).not.toMatch(UNSEEN);
    expect([...workflowCommands(output), ...loggingCommands(output)]).toEqual([]);
  };

  /** A state of one database on which rules report, with its name, its version and its engine from outside. */
  const stateWith = (texts: readonly string[]): string => {
    const root = `urn:pulumi:dev::shop::${STACK_TYPE}::shop-dev`;
    const databases = texts.map((text) => ({
      urn: `urn:pulumi:dev::shop::aws:rds/instance:Instance::db ${text}`,
      custom: true,
      id: `id ${text}`,
      type: "aws:rds/instance:Instance",
      parent: root,
      inputs: { engine: "postgres", engineVersion: text, instanceClass: "db.t3.micro", publiclyAccessible: true },
      outputs: {},
    }));
    const resources = [{ urn: root, custom: false, type: STACK_TYPE }, ...databases];
    return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
  };

  it("reports on a state with hostile names and versions", () => {
    const texts = planted.map(([, text]) => text).filter((text) => !text.includes("::"));
    write("state.json", stateWith(texts));
    const formats = ["json=a.json", "sarif=a.sarif", "junit=a.xml", "html=a.html", "github=a.log", "text"];
    const options = formats.flatMap((format) => ["--format", format]);
    const { out, err } = preflight("check", "state.json", "--show-undecided", ...options);
    expectQuiet(out);
    expectQuiet(err);
    expect(out.split("\n").filter((line) => /^No findings|^PASS/.test(line))).toEqual([]);
    const { findings } = JSON.parse(readFileSync(path("a.json"), "utf8")) as { findings: { resource?: object }[] };
    const names = new Set(findings.map(({ resource: of }) => (of as { name?: string } | undefined)?.name));
    expect(texts.filter((text) => !names.has(`db ${text}`) && !/\p{Surrogate}/u.test(text))).toEqual([]);
  });

  it("prints errors about hostile files in one line", () => {
    const [, attack = ""] = planted.find(([name]) => name === "a line of its own") ?? [];
    write("known.json", JSON.stringify({ version: 1, project: attack, stack: attack, findings: [] }));
    write("Pulumi.yaml", "name: shop\nruntime: go\n");
    write("state.json", stateWith([attack, attack]));
    for (const args of [
      ["project", ".", "--baseline", "known.json"],
      ["check", "state.json"],
    ]) {
      const { code, out, err } = preflight(...args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trimEnd().split("\n")).toHaveLength(1);
      expectQuiet(err);
    }
  });

  it("writes an exemption with a hostile reason, and shows it as it is", () => {
    const reason = `why not ::error::x ##vso[a]b \u202e\u001b[31m\n::warning::y`;
    write("Pulumi.yaml", "name: shop\nruntime: go\n");
    const given = ["exempt", "rds-not-public", "db", "--until", "2999-01-31", "--folder", path(), "--yes"];
    const first = preflight(...given, "--reason", reason);
    expect(first).toMatchObject({ code: 0, err: "" });
    expectQuiet(first.out);
    const settings = parse(readFileSync(path("Pulumi.dev.yaml"), "utf8")) as { config: Record<string, unknown> };
    expect(settings.config["preflight:exemptions"]).toMatchObject([{ reason }]);
    const second = preflight(...given, "--reason", reason);
    expect(second.code).toBe(2);
    expectQuiet(second.err);
    expect(second.err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describeInBrowser("the HTML and JUnit reports in Chromium", () => {
  const browser = new Browser();
  afterAll(() => browser.close());

  it("run no script, load nothing, and show each finding once", async () => {
    const { page, requests, complaints, dialogs } = await browser.open(htmlReport(hostile));
    await page.locator("#unfold").click();
    await page.locator(".finding .name").first().hover();
    expect(await page.locator(".finding").count()).toBe(hostile.results.length);
    expect(await page.locator("img, iframe, object, embed, form").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("a[href]:not([href^='#'])").count()).toBe(0);
    expect(await page.locator("[onmouseover], [onerror]").count()).toBe(0);
    const text = await page.locator("body").innerText();
    expect(text).not.toMatch(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text).toContain(String.raw`user\u202e\u2066txt.exe\u2069`);
    expect(text).not.toMatch(/^No findings\.$/m);
    expect({ requests, complaints, dialogs }).toEqual({ requests: [], complaints: [], dialogs: [] });
  });

  it("are XML whose texts read back as they are shown", async () => {
    const { page } = await browser.open("<!doctype html><title>x</title>");
    const parsed = await page.evaluate<{ errors: number; cases: number; texts: string[] }>(`(() => {
      const xml = new DOMParser().parseFromString(${JSON.stringify(junitReport(hostile))}, "application/xml");
      const all = (name) => [...xml.getElementsByTagName(name)];
      return {
        errors: all("parsererror").length,
        cases: all("testcase").length,
        texts: [...all("failure"), ...all("skipped")].map(({ textContent }) => textContent),
      };
    })()`);
    const { results, undecided, crashes, gaps } = hostile;
    expect({ errors: parsed.errors, cases: parsed.cases }).toEqual({
      errors: 0,
      cases: 1 + results.length + undecided.length + crashes.length + gaps.length,
    });
    expect(parsed.texts.filter((text) => UNSEEN.test(text))).toEqual([]);
    expect(parsed.texts.some((text) => text.includes("</failure><testcase name='fake'/>"))).toBe(true);
  });
});
