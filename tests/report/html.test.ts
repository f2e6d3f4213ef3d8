import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { checkRecorded } from "../../src/cli/check";
import { sourceReader } from "../../src/cli/sources";
import { htmlReport } from "../../src/report/html";
import type { Report } from "../../src/report/report";
import { Browser, describeInBrowser } from "../kit/browser";
import { example, exampleFolder } from "../kit/examples";
import { reportWith, resourceWith, resultOn, ruleCalled } from "../kit/reports";

// Screenshots, to be looked at after a change: set PREFLIGHT_SCREENSHOTS to keep them in a folder of your own.
const SCREENSHOTS = process.env["PREFLIGHT_SCREENSHOTS"] ?? mkdtempSync(join(tmpdir(), "preflight-screenshots-"));

const vpc = resourceWith("vpc", { type: "aws:ec2/vpc:Vpc" });
const subnet = resourceWith("subnet", {
  dependencies: [vpc.urn],
  source: { file: "network.ts", line: 12, column: 3 },
});
const small = reportWith({
  gaps: [{ kind: "remote-components", message: "the component remote:index:Thing was not looked at.", fails: true }],
  crashes: ["the rule x failed inside."],
  resources: [subnet, vpc],
  containerOf: (urn) => (urn === subnet.urn ? vpc.urn : undefined),
  results: [
    resultOn(subnet, "nat-gateway-per-zone", { message: "one zone has none.", path: "availabilityZone" }),
    resultOn(vpc, "vpc-flow-logs", {
      level: "advisory",
      exemption: {
        state: "active",
        exemption: { rule: "vpc-flow-logs", resource: "vpc", reason: "a sandbox", until: "2027-01-31" },
      },
    }),
  ],
  inBaseline: 1,
  baseline: {
    known: [resultOn(vpc, "vpc-endpoints", { level: "advisory" })],
    fixed: [{ ...resultOn(vpc, "vpc-availability-zones"), message: "one zone." }],
  },
  undecided: [{ rule: ruleCalled("vpc-flow-logs"), urn: vpc.urn, name: "vpc", path: "vpcId", from: ["vpc", "subnet"] }],
});

const count = (page: Page): Promise<string> => page.locator("#count").innerText();
const shown = (page: Page): Promise<number> => page.locator(".rule:not([hidden]) li:not([hidden]) > .finding").count();
const hash = (page: Page): string => new URL(page.url()).hash;
const tab = (page: Page, name: string): Promise<void> => page.getByRole("tab", { name }).click();
const focused = (page: Page, what: string): Promise<string> => page.evaluate<string>(`document.activeElement.${what}`);

/** Elements of one kind that cover one another, and those that leave the page. */
const misplaced = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const boxes = [...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((element) => element.checkVisibility())
      .map((element) => [element.textContent.trim(), element.getBoundingClientRect()]);
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return boxes.flatMap(([text, box], index) => [
      ...(box.left < 0 || box.right > innerWidth + 1 ? [text + " leaves the page"] : []),
      ...boxes.slice(index + 1).filter(([, other]) => meet(box, other)).map(([other]) => text + " covers " + other),
    ]);
  })()`);

describeInBrowser("the HTML report in Chromium", () => {
  const browser = new Browser();
  let real: Report;
  let page: Page;
  let opened: Awaited<ReturnType<Browser["open"]>>;

  beforeAll(async () => {
    real = checkRecorded(exampleFolder("fastcart", "flawed"), await example("fastcart", "flawed"), "2026-11-22");
    opened = await browser.open(htmlReport(real, { read: sourceReader(real) }));
    ({ page } = opened);
  });
  afterEach(() => {
    expect({ requests: opened.requests, complaints: opened.complaints }).toEqual({ requests: [], complaints: [] });
  });
  afterAll(() => browser.close());

  let file = "";
  /** Opens the page anew at an address. */
  const open = async (address = "", { width = 1440, height = 900 } = {}): Promise<void> => {
    file ||= page.url().split("#", 1)[0] ?? "";
    await page.setViewportSize({ width, height });
    await page.goto("about:blank");
    await page.goto(file + address);
  };

  it.each([
    [360, 740, "light"],
    [360, 740, "dark"],
    [768, 1024, "light"],
    [768, 1024, "dark"],
    [1440, 900, "light"],
    [1440, 900, "dark"],
  ] as const)("is laid out for %d x %d pixels, %s", async (width, height, scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [name, address] of [
      ["findings", ""],
      ["resources", "#resources"],
      ["coverage", "#coverage"],
    ] as const) {
      await open(address, { width, height });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${String(width)}-${scheme}.png`) });
      expect(await misplaced(page, "h1, .verdict, .theme, .chip, .tabs a, .panel")).toEqual([]);
      if (name === "findings") {
        // The worst finding with its lines is on the first screen.
        const [top, bottom] = await page.evaluate<[number, number]>(
          "[document.querySelector('.finding').getBoundingClientRect().top, document.querySelector('.frame .here').getBoundingClientRect().bottom]",
        );
        expect(top).toBeGreaterThan(0);
        expect(bottom).toBeLessThan(height);
        expect(await page.locator(".rule").first().getAttribute("data-severity")).toBe("critical");
        expect(await misplaced(page, ".rule > summary > *, .finding h5, .finding .buttons")).toEqual([]);
      } else if (name === "resources") {
        expect(await misplaced(page, ".node")).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
  });

  it("wraps its chips, which are large enough for a finger", async () => {
    await open("", { width: 360, height: 740 });
    const rows = await page.evaluate<number[]>(
      "[...new Set([...document.querySelectorAll('.chip')].map((chip) => Math.round(chip.getBoundingClientRect().top)))]",
    );
    expect(rows.length).toBeGreaterThan(1);
    const small = await page.evaluate<string[]>(
      "[...document.querySelectorAll('button, .tabs a, summary')].filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 24).map((it) => it.textContent)",
    );
    expect(small).toEqual([]);
  });

  it("chooses by chips, within a kind any of them, and keeps it in the address", async () => {
    await open();
    const { results } = real;
    const total = results.length;
    const of = (...severities: string[]): number =>
      results.filter(({ rule, level }) => severities.includes(rule.severity) && level === "mandatory").length;
    expect(await count(page)).toBe(`${String(total)} findings`);
    for (const chip of ["mandatory", "critical", "high"]) {
      await page.getByRole("button", { name: new RegExp(`^${chip} \\d`) }).click();
    }
    const expected = `${String(of("critical", "high"))} of ${String(total)} findings`;
    expect(await count(page)).toBe(expected);
    expect(await shown(page)).toBe(of("critical", "high"));
    expect(hash(page)).toBe("#findings?level=mandatory&severity=critical,high");
    await page.reload();
    expect(await count(page)).toBe(expected);
    expect(await page.locator(".chip[aria-pressed=true]").count()).toBe(3);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await count(page)).toBe(`${String(total)} findings`);
    expect(hash(page)).toBe("#findings");
  });

  it("searches and filters by category, and says how many are left", async () => {
    await open("#resources");
    const total = String(real.results.length);
    await page.keyboard.press("/");
    expect(await focused(page, "id")).toBe("search");
    await page.keyboard.type("dependsOn NAT-gateway-after");
    await page.locator("#count", { hasText: `1 of ${total} findings` }).waitFor();
    expect(hash(page)).toBe("#findings?q=dependsOn%20NAT-gateway-after");
    await page.keyboard.press("Escape");
    expect(await count(page)).toBe(`${total} findings`);
    await page.getByLabel("Category").selectOption("network");
    const network = real.results.filter(({ rule }) => rule.category === "network").length;
    expect(await count(page)).toBe(`${String(network)} of ${total} findings`);
    expect(await shown(page)).toBe(network);
  });

  it("opens what a link names", async () => {
    const last = `f${String(real.results.length)}`;
    await open(`#${last}`);
    expect(await focused(page, "id")).toBe(last);
    expect(await page.locator(`#${last}`).isVisible()).toBe(true);
    await open("#no-such-thing?severity=none&rule=x");
    expect(await count(page)).toBe(`${String(real.results.length)} findings`);
  });

  it("copies findings, links, fixes and views", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("#findings?severity=critical");
    const copied = async (button: string): Promise<string> => {
      await page.getByRole("button", { name: button }).first().click();
      await page.locator("#toast", { hasText: "Copied" }).waitFor();
      return page.evaluate<string>("navigator.clipboard.readText()");
    };
    const [first] = real.results;
    const finding = await copied("Copy the finding on");
    expect(finding).toContain(`${first?.rule.id ?? ""} (mandatory, critical): ${first?.name ?? ""}`);
    expect(finding).toMatch(/\n.+\.ts:\d+\n[^]+\n +\d+ \| /);
    expect(await copied("Copy a link to the finding on")).toBe(`${file}#f1`);
    expect(await copied("Copy this code")).toBe(await page.locator(".code code").first().innerText());
    expect(await copied("Copy link to this view")).toBe(`${file}#findings?severity=critical`);
  });

  it("is driven by the keyboard: tabs by arrows, and every control in the order of the page and seen", async () => {
    await open();
    await page.getByRole("tab", { selected: true }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tab", { selected: true }).innerText()).toMatch(/^Resources/);
    expect(await page.getByRole("tabpanel").count()).toBe(1);
    await page.keyboard.press("Home");
    expect(await page.getByRole("tab", { selected: true }).innerText()).toMatch(/^Findings/);

    await open("", { width: 360, height: 740 });
    const expected = await page.evaluate<string[]>(`
      [...document.querySelectorAll("a, button, select, input, summary, [tabindex='0']")]
        .filter((element) => element.tabIndex >= 0 && element.checkVisibility())
        .slice(0, 40)
        .map((element, index) => (element.dataset.met = String(index)))`);
    const met: string[] = [];
    while (met.length < expected.length) {
      await page.keyboard.press("Tab");
      const [index, outlined] = await page.evaluate<[string, boolean]>(
        '[document.activeElement.dataset.met, getComputedStyle(document.activeElement).outlineStyle !== "none"]',
      );
      expect({ index, outlined }).toEqual({ index, outlined: true });
      met.push(index);
    }
    expect(met).toEqual(expected);
    expect(met).toHaveLength(40);
  });

  it("leads from a resource of the map to its findings, and back", async () => {
    await open("#resources");
    const nat = real.results.filter(
      ({ name, alsoAt = [] }) => name === "nat" || alsoAt.some((other) => other.name === "nat"),
    ).length;
    const link = page.getByRole("link", { name: /^nat,/ });
    expect(await link.locator(".tally").innerText()).toBe(String(nat));
    await link.focus();
    expect(await page.locator(".node.near").count()).toBeGreaterThan(1);
    expect(await page.locator(".lines > path.near").count()).toBeGreaterThan(0);
    expect(await page.locator(".lines > path.missing").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    expect(await count(page)).toBe(`${String(nat)} of ${String(real.results.length)} findings`);
    expect(await page.locator(".finding:visible").count()).toBe(nat);
    expect(await focused(page, "id")).toBe("findings");
    await page.goBack();
    expect(await page.getByRole("tab", { selected: true }).innerText()).toMatch(/^Resources/);

    await link.focus();
    await page.keyboard.press("ArrowUp");
    expect(await focused(page, "getAttribute('aria-label')")).toMatch(/^public-\d, ec2 Subnet/);
  });

  it("has the resources in their boxes, and fades those that a filter leaves out", async () => {
    await open("#resources?severity=critical");
    const inBox = (box: string, name: string): Promise<number> =>
      page.getByRole("group", { name: box }).locator(".node", { hasText: name }).count();
    expect(await inBox("Subnet public-1", "NatGateway")).toBe(1);
    expect(await inBox("VPC vpc", "NatGateway")).toBe(1);
    expect(await inBox("Not in a VPC", "NatGateway")).toBe(0);
    const critical = new Set(
      real.results
        .filter(({ rule }) => rule.severity === "critical")
        .flatMap(({ name, type, alsoAt = [] }) => [
          // The stack itself is not on the map.
          ...(type === "pulumi:pulumi:Stack" ? [] : [name]),
          ...alsoAt.map((other) => other.name),
        ]),
    );
    const lit = await page.locator(".node:not(.faded) > .name").allInnerTexts();
    expect(new Set(lit)).toEqual(critical);
  });

  it("fits the map into the window, in both directions", async () => {
    await open("#resources", { width: 1000, height: 500 });
    await page.getByRole("button", { name: "Fit" }).click();
    const [fits, bottom, size] = await page.evaluate<[boolean, number, number]>(`(() => {
      const canvas = document.querySelector(".canvas");
      return [
        canvas.scrollWidth <= canvas.clientWidth && canvas.scrollHeight <= canvas.clientHeight,
        canvas.getBoundingClientRect().bottom,
        Number(document.querySelector(".map").style.zoom),
      ];
    })()`);
    expect(fits).toBe(true);
    expect(bottom).toBeLessThanOrEqual(500);
    expect(size).toBeLessThan(1);
    expect(size).toBeGreaterThan(0.3);
    await page.getByRole("button", { name: "100 %" }).click();
    expect(await page.evaluate("document.querySelector('.map').style.zoom")).toBe("1");
  });

  it("separates what is new from what the baseline has and what is fixed", async () => {
    const { page: other } = await browser.open(htmlReport(small), { width: 768 });
    expect(await other.locator(".verdict").innerText()).toBe("1 new mandatory finding stops this deployment.");
    expect(await other.locator(".alert").innerText()).toContain("Not everything was checked");
    const parts = (): Promise<string[]> => other.locator(".part h3:visible").allInnerTexts();
    expect((await parts()).map((title) => title.split(" ", 1)[0])).toEqual(["Mandatory", "Exempted", "Known", "Fixed"]);
    await other.getByRole("button", { name: /^fixed/ }).click();
    expect(await parts()).toEqual([expect.stringMatching(/^Fixed 1/)]);
    expect(await other.locator(".fixed").innerText()).toContain("one zone.");
    await other.getByRole("button", { name: /^fixed/ }).click();
    await other.locator("#unfold").click();
    expect(await other.locator("#findings").innerText()).toContain("Exempted until 2027-01-31. Reason: a sandbox");
    await tab(other, "Not checked");
    const missing = await other.locator("#coverage").innerText();
    expect(missing).toContain("remote-components: the component remote:index:Thing was not looked at.");
    expect(missing).toContain("the rule x failed inside.");
    expect(missing).toContain("vpc.vpcId vpc-flow-logs known once they exist: vpc, subnet");
  });

  it("shows fixes in tabs, all in the language that was chosen last, and keeps the colours", async () => {
    const { page: other } = await browser.open(htmlReport(small));
    const first = other.getByRole("tablist", { name: "How to fix it" }).first();
    await first.getByRole("tab", { name: "TypeScript" }).focus();
    await other.keyboard.press("ArrowRight");
    expect(await focused(other, "textContent")).toBe("Python");
    await other.locator("#unfold").click();
    expect(await other.getByRole("tabpanel", { name: "TypeScript" }).count()).toBe(0);
    expect(await other.getByRole("tabpanel", { name: "Python" }).count()).toBe(3);
    const background = (): Promise<string> => other.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const light = await background();
    await other.getByLabel("Colours").selectOption("dark");
    const dark = await background();
    expect(dark).not.toBe(light);
    await other.reload();
    expect(await background()).toBe(dark);
    expect(await other.getByRole("tabpanel", { name: "Python" }).count()).toBe(1);
  });

  it("can be read where scripts do not run, and on paper", async () => {
    const { page: other, complaints } = await browser.open(htmlReport(small), { scripts: false });
    expect(await other.locator(".filters, .chip").filter({ visible: true }).count()).toBe(0);
    expect(await other.locator(".figures").innerText()).toContain("1 mandatory (");
    await other.locator(".rule > summary").last().click();
    expect(await other.locator(".finding:visible").count()).toBe(2);
    await other.getByRole("link", { name: /^subnet,/ }).click();
    expect(other.url()).toMatch(/#f1$/);
    await other.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await other.locator(".finding:visible").count()).toBe(3);
    expect(await other.locator("select:visible, input:visible, button:visible").count()).toBe(0);
    expect(await other.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    await other.screenshot({ path: join(SCREENSHOTS, "print.png"), fullPage: true });
    expect(complaints).toEqual([]);
  });

  it("takes no string for markup, wherever it is", async () => {
    const evil = `</script></style></title><img src=x onerror="alert(1)"><script>alert(2)</script>"'&#x41;\u202e\u0000<!--`;
    const thing = resourceWith(evil, { source: { file: evil, line: 1 } });
    const rule = {
      ...ruleCalled("vpc-flow-logs"),
      description: evil,
      why: evil,
      fix: { typescript: evil, python: evil },
    };
    const exemption = {
      state: "expired" as const,
      exemption: { rule: rule.id, resource: "*", reason: evil, until: evil },
    };
    const report = reportWith({
      project: evil,
      stack: evil,
      day: evil,
      gaps: [{ kind: "types", message: evil, fails: false }],
      crashes: [evil],
      resources: [thing, resourceWith("child", { parent: thing.urn, dependencies: [thing.urn] })],
      results: [{ ...resultOn(thing, rule.id, { message: evil, path: evil, exemption }), rule }],
      baseline: {
        known: [],
        fixed: [{ ...resultOn(thing, rule.id, { message: evil, path: evil }), rule: { id: evil } }],
      },
      undecided: [{ rule, urn: thing.urn, name: evil, path: evil, from: [evil] }],
    });
    const read = (): string => `${evil}\n`;
    const { page, requests, complaints, dialogs } = await browser.open(htmlReport(report, { read }), { width: 360 });
    await page.locator("#unfold").click();
    await page.getByText("Search and filter").click();
    await page.locator("[data-filter=resource]").selectOption({ index: 1 });
    await page.locator(".finding summary").first().click();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("#f1 .message").innerText()).toContain('<img src=x onerror="alert(1)">');
    expect({ requests, complaints, dialogs }).toEqual({ requests: [], complaints: [], dialogs: [] });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    for (const part of ["Resources", "Not checked"]) {
      await tab(page, part);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
  });

  it("runs none of a page's own scripts, should one ever get in", async () => {
    const html = htmlReport(small).replace("<main>", "<main><script>alert(1)</script>");
    const { dialogs, complaints } = await browser.open(html);
    expect(dialogs).toEqual([]);
    expect(complaints).toEqual([expect.stringContaining("Content Security Policy")]);
  });

  it("says so where there is nothing", async () => {
    const { page, complaints } = await browser.open(htmlReport(reportWith({})), { width: 360 });
    expect(await page.locator(".verdict").innerText()).toBe("No findings.");
    await tab(page, "Resources");
    expect(await page.locator("main").innerText()).toContain("There are no resources to draw.");
    expect(complaints).toEqual([]);
    await page.screenshot({ path: join(SCREENSHOTS, "empty.png"), fullPage: true });
  });
});
