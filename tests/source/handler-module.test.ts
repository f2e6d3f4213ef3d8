import { hasModule, hasTypeScript, lacksHandler, loads } from "../../src/source/handler-module";
import { Archive, Asset, UNKNOWN } from "../../src/graph/value";

const archive = (...names: string[]): Archive =>
  new Archive(Object.fromEntries(names.map((name) => [name, new Asset("")])));
const never = (): boolean => false;

describe("hasModule", () => {
  const ask = (names: string[], runtime: string, handler: string): ReturnType<typeof hasModule> =>
    hasModule({ archive: archive(...names), runtime, handler }, never);

  it("looks where the runtime looks", () => {
    expect(ask(["index.js"], "nodejs22.x", "index.handler")).toBe(true);
    expect(ask(["app.js"], "nodejs22.x", "index.handler")).toBe(false);
    expect(ask(["app/main.py"], "python3.12", "app.main.handler")).toBe(true);
  });

  it("does not know whether a newer Node.js runs TypeScript", () => {
    expect(ask(["index.ts"], "nodejs24.x", "index.handler")).toBe(UNKNOWN);
    expect(ask(["index.ts"], "nodejs20.x", "index.handler")).toBe(false);
  });

  it("is silent on other languages and on what is outside the archive", () => {
    expect(ask([], "java21", "com.shop.App::handle")).toBeUndefined();
    expect(ask([], "nodejs22.x", "/opt/index.handler")).toBeUndefined();
    expect(ask([], "nodejs22.x", ".handler")).toBeUndefined();
  });

  it("does not look into packed archives", () => {
    const location = { archive: new Archive(undefined, "code.zip"), runtime: "nodejs22.x", handler: "index.handler" };
    expect(hasModule(location, () => true)).toBe(UNKNOWN);
  });
});

describe("hasTypeScript", () => {
  it("finds modules that are there in TypeScript", () => {
    const ask = (name: string, runtime: string): boolean =>
      hasTypeScript({ archive: archive(name), runtime, handler: "index.handler" }, never);
    expect(ask("index.mts", "nodejs20.x")).toBe(true);
    expect(ask("app.ts", "nodejs20.x")).toBe(false);
    expect(ask("index.ts", "python3.12")).toBe(false);
  });
});

describe("lacksHandler", () => {
  it.each([
    ["javascript", "exports.main = 1;", "handler", true],
    ["javascript", "exports.handler = 1;", "handler", false],
    ["javascript", "Object.assign(exports, app);", "handler", false],
    ["javascript", "exports.main = 1;", "a-b", false],
    ["python", "def main(event, context): ...", "handler", true],
    ["python", "handler = wrap(main)", "handler", false],
    ["python", "globals().update(x)", "handler", false],
  ] as const)("%s: %s", (language, text, handler, lacks) => {
    expect(lacksHandler({ language, text, handler })).toBe(lacks);
  });
});

describe("loads", () => {
  it.each([
    ['const a = require("aws-sdk");', "require"],
    ['import a from "aws-sdk/clients/s3";', "import"],
    ['function f() { require("aws-sdk"); }', undefined],
    ['require(name); load("aws-sdk");', undefined],
    ["import 'aws-sdk-mock';", undefined],
    ["export const a = 1; // aws-sdk", undefined],
  ])("%s", (text, way) => {
    expect(loads(text, "aws-sdk")).toBe(way);
  });
});
