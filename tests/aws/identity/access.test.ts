import table from "../../../src/aws/data/needed-actions.json";
import { isProperty, isType } from "../../../src/testing/aws-schema";

describe("the table of needed actions", () => {
  test("is dated", () => {
    expect(Date.parse(table.date)).not.toBeNaN();
    expect(table.source).toBeTruthy();
  });

  test.each(Object.entries(table.kinds))("%s", (type, kind) => {
    expect(isType(type)).toBe(true);
    expect("name" in kind ? isProperty(type, kind.name) : true).toBe(true);
    const [, , service = ""] = kind.arn.split(":");
    const actions = [
      kind.environment,
      "eventSource" in kind ? kind.eventSource : [],
      "secrets" in kind ? kind.secrets : [],
    ].flat();
    expect(kind.environment.length).toBeGreaterThan(0);
    for (const action of actions) {
      expect(action).toMatch(new RegExp(`^${service}:[A-Z][A-Za-z]+$`));
    }
    expect(new Set(kind.environment).size).toBe(kind.environment.length);
  });
});
