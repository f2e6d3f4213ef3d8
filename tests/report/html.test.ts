import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { checkRecorded } from "../../src/cli/check";
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
  inBaseline: 3,
  resources: [subnet, vpc],
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
  undecided: [{ rule: ruleCalled("vpc-flow-logs"), urn: vpc.urn, name: "vpc", path: "vpcId", from: ["vpc", "subnet"] }],
});

const count = (page: Page): Promise<string> => page.locator("#count").innerText();
const shown = (page: Page): Promise<number> => page.locator("li:not([hidden]) > .finding").count();

describeInBrowser("the HTML report in Chromium", () => {
  const browser = new Browser();
  let real: Report;

  beforeAll(async () => {
    real = checkRecorded(exampleFolder("fastcart", "flawed"), await example("fastcart", "flawed"), "2026-11-22");
  });
  afterAll(() => browser.close());

  it.each(["light", "dark"] as const)(
    "fits into 360, 768 and 1440 pixels, %s",
    async (scheme) => {
      const { page, requests, complaints } = await browser.open(htmlReport(real), { scheme });
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 2_400 });
        for (const button of ["Close all", "Open all"]) {
          await page.getByRole("button", { name: button }).click();
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
          await page.evaluate("scrollTo(0, 0)");
          const file = `${button.split(" ")[0] ?? ""}-${String(width)}-${scheme}.png`;
          await page.screenshot({ path: join(SCREENSHOTS, file) });
        }
      }
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    },
    180_000,
  );

  it("is driven by the keyboard: every control is met by Tab, in the order of the page, and seen", async () => {
    const { page } = await browser.open(htmlReport(small));
    const wanted = await page.evaluate<string[]>(`
      [...document.querySelectorAll("a, button, select, input, summary, [tabindex='0']")]
        .filter((element) => element.tabIndex >= 0 && element.checkVisibility())
        .map((element, index) => (element.dataset.met = String(index)))`);
    const met: string[] = [];
    while (met.length < wanted.length) {
      await page.keyboard.press("Tab");
      const [index, outlined] = await page.evaluate<[string, boolean]>(`[
        document.activeElement.dataset.met,
        getComputedStyle(document.activeElement).outlineStyle !== "none" || document.activeElement.matches(".node")
      ]`);
      expect({ index, outlined }).toEqual({ index, outlined: true });
      met.push(index);
    }
    expect(met).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(20);
  });

  it("searches and filters, and says how many are left", async () => {
    const { page } = await browser.open(htmlReport(real));
    const { length: total } = real.results;
    const counted = (left: number): string => `${String(left)} of ${String(total)} findings`;
    const of = (category: string): number => real.results.filter(({ rule }) => rule.category === category).length;
    expect(await count(page)).toBe(`${String(total)} findings`);

    await page.keyboard.press("/");
    await page.keyboard.type("dependsOn NAT-gateway-after");
    await page.locator("#count", { hasText: counted(1) }).waitFor();
    expect(await shown(page)).toBe(1);
    await page.keyboard.press("Escape");
    expect(await count(page)).toBe(`${String(total)} findings`);

    await page.getByLabel("Category").selectOption("network");
    expect(await count(page)).toBe(counted(of("network")));
    expect(await shown(page)).toBe(of("network"));
    await page.getByLabel("Level").selectOption("advisory");
    const advisory = real.results.filter(({ rule, level }) => rule.category === "network" && level === "advisory");
    expect(advisory.length).toBeGreaterThan(0);
    expect(await count(page)).toBe(counted(advisory.length));
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await shown(page)).toBe(total);
  });

  it("leads from a resource of the drawing to its findings, and along the lines with arrows", async () => {
    const { page } = await browser.open(htmlReport(real));
    const nat = real.results.filter(({ name }) => name === "nat").length;
    await page.getByRole("link", { name: /^nat,/ }).focus();
    expect(await page.locator(".node.near").count()).toBeGreaterThan(1);
    await page.keyboard.press("Enter");
    expect(await count(page)).toBe(`${String(nat)} of ${String(real.results.length)} findings`);
    expect(await page.locator(".finding:visible").count()).toBe(nat);
    expect(await page.evaluate("document.activeElement.id")).toBe("findings");

    await page.getByRole("link", { name: /^nat,/ }).focus();
    await page.keyboard.press("ArrowLeft");
    const before = await page.evaluate<string>("document.activeElement.getAttribute('aria-label')");
    expect(before).toMatch(/^(public-\d|nat-address),/);
  });

  it("marks the resources of one kind of finding", async () => {
    const { page } = await browser.open(htmlReport(real));
    await page.getByRole("button", { name: "ordering" }).click();
    const marked = page.locator("a.node:not(.muted) .name");
    expect((await marked.allTextContents()).sort()).toEqual(["nat", "nat-address", "private-to-nat"]);
    expect(await page.locator("a.node:not(.muted) .topics").allTextContents()).toEqual(Array(3).fill("ordering"));
    expect(await page.locator("a.node.mandatory:not(.muted) .name").count()).toBe(3);
    await page.locator(".canvas").screenshot({ path: join(SCREENSHOTS, "ordering.png") });
  });

  it("zooms the drawing", async () => {
    const { page } = await browser.open(htmlReport(real));
    await page.getByRole("button", { name: "Fit" }).click();
    expect(
      await page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.canvas'))",
      ),
    ).toBe(true);
  });

  it("shows the mend in tabs, all in the language that was chosen last", async () => {
    const { page } = await browser.open(htmlReport(small));
    const first = page.getByRole("tablist").first();
    await first.getByRole("tab", { name: "TypeScript" }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Python");
    expect(await first.getByRole("tab", { selected: true }).innerText()).toBe("Python");
    await page.locator("#unfold").click();
    expect(await page.getByRole("tabpanel", { name: "TypeScript" }).count()).toBe(0);
    expect(await page.getByRole("tabpanel", { name: "Python" }).count()).toBe(2);
    await page.reload();
    expect(await page.getByRole("tabpanel", { name: "Python" }).count()).toBe(1);
  });

  it("keeps the colours that were chosen", async () => {
    const { page } = await browser.open(htmlReport(small));
    const background = (): Promise<string> => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const light = await background();
    await page.getByLabel("Colours").selectOption("dark");
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
  });

  it("tells what is exempted, undecided, not covered and in the baseline", async () => {
    const { page } = await browser.open(htmlReport(small));
    const text = await page.locator("body").innerText();
    expect(text).toContain("the component remote:index:Thing was not looked at.");
    expect(text).toContain("the rule x failed inside.");
    expect(text).toContain("3 findings are left out, since the baseline has them.");
    expect(await page.locator("#f1").innerText()).toContain("network.ts:12:3");
    expect(await page.getByRole("row", { name: /a sandbox/ }).innerText()).toContain("2027-01-31");
    await page.getByText("1 check, neither passed nor failed").click();
    expect(await page.getByRole("row", { name: /vpcId/ }).innerText()).toContain("once they exist: vpc, subnet");
    await page.screenshot({ path: join(SCREENSHOTS, "remarks.png"), fullPage: true });
  });

  it("can be read where scripts do not run", async () => {
    const { page, complaints } = await browser.open(htmlReport(small), { scripts: false });
    expect(await page.locator(".filters").isVisible()).toBe(false);
    await page.locator(".rule > summary").last().click();
    expect(await page.locator(".finding:visible").count()).toBe(2);
    expect(await page.getByRole("heading", { name: "Python" }).count()).toBe(2);
    expect(await page.getByRole("heading", { name: "TypeScript" }).count()).toBe(2);
    await page.getByRole("link", { name: /^subnet,/ }).click();
    expect(page.url()).toMatch(/#f1$/);
    expect(complaints).toEqual([]);
  });

  it("prints all findings and no controls", async () => {
    const { page } = await browser.open(htmlReport(small));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.locator(".finding:visible").count()).toBe(2);
    expect(await page.locator("select:visible, input:visible, button:visible").count()).toBe(0);
    expect(await page.locator(".node .count:visible").count()).toBe(2);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    await page.screenshot({ path: join(SCREENSHOTS, "print.png"), fullPage: true });
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
      undecided: [{ rule, urn: thing.urn, name: evil, path: evil, from: [evil] }],
    });
    const { page, requests, complaints, dialogs } = await browser.open(htmlReport(report), { width: 360 });
    await page.locator("#unfold").click();
    await page.locator("[data-filter=resource]").selectOption({ index: 1 });
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("#f1 .message").innerText()).toContain('<img src=x onerror="alert(1)">');
    expect({ requests, complaints, dialogs }).toEqual({ requests: [], complaints: [], dialogs: [] });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
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
    expect(await page.locator("main").innerText()).toContain("There are no resources to draw.");
    expect(complaints).toEqual([]);
    await page.screenshot({ path: join(SCREENSHOTS, "empty.png"), fullPage: true });
  });
});
