import { addressOf, homeOf, isOnGitHub, ownPackage, type PackageJson } from "../src/home";
import manifest from "../package.json";

it.each<[PackageJson["repository"], string | undefined]>([
  ["git+https://github.com/acme/policies.git", "https://github.com/acme/policies"],
  ["https://gitlab.com/acme/cloud/policies.git", "https://gitlab.com/acme/cloud/policies"],
  ["acme/policies", "https://github.com/acme/policies"],
  [{ url: "git+https://github.com/acme/policies.git" }, "https://github.com/acme/policies"],
  ["git@github.com:acme/policies.git", undefined],
  [{}, undefined],
  [undefined, undefined],
])("the home of a package with the repository %j is %s", (repository, home) => {
  expect(homeOf({ ...(repository !== undefined && { repository }) })).toBe(home);
});

it("files have an address where the home is on GitHub", () => {
  expect(addressOf("docs/a.md", { repository: "acme/policies" })).toBe(
    "https://github.com/acme/policies/blob/main/docs/a.md",
  );
  expect(addressOf("docs/a.md", { repository: "https://gitlab.com/acme/policies" })).toBeUndefined();
  expect(addressOf("docs/a.md", {})).toBeUndefined();
  expect(isOnGitHub(undefined)).toBe(false);
});

it("reads this package's own package.json", () => {
  expect(ownPackage().version).toBe(manifest.version);
  expect(ownPackage()).toBe(ownPackage());
});
