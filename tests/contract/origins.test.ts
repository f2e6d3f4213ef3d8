import { originsOf } from "../../src/contract/origins";
import { ORGANIZATION, resolveContract, type Source } from "../../src/contract/resolve";
import type { EffectiveContract } from "../../src/contract/schema";

const PROFILE = "profile strict";
const PROJECT = "preflight:contract";

function origins(contract: Partial<EffectiveContract>, ...sources: [place: string, contract: object][]): unknown {
  const effective = { exemptions: [], notExemptable: [], ...contract };
  const given = sources.map(([place, values]): Source => ({
    place,
    contract: values,
    ...(place.startsWith(ORGANIZATION) && { isOrganization: true }),
  }));
  const found = originsOf(effective, given).map(({ path, places }) => [path.join("."), ...places]);
  return found.filter(([path]) => path !== "exemptions" && path !== "notExemptable");
}

describe("where the values of a contract come from", () => {
  it("is the uppermost source that sets the key", () => {
    expect(
      origins({ region: "eu-west-1" }, [PROFILE, { region: "us-east-1" }], [PROJECT, { region: "eu-west-1" }]),
    ).toEqual([["region", PROJECT]]);
    expect(origins({ alarms: true }, [PROFILE, { alarms: true }], [PROJECT, { region: "eu-west-1" }])).toEqual([
      ["alarms", PROFILE],
    ]);
  });

  it("is reported for each key within a key", () => {
    expect(
      origins(
        { backup: { retentionDays: 7, crossRegionCopy: true } } as Partial<EffectiveContract>,
        [PROFILE, { backup: { retentionDays: 7 } }],
        [PROJECT, { backup: { crossRegionCopy: true } }],
      ),
    ).toEqual([
      ["backup.retentionDays", PROFILE],
      ["backup.crossRegionCopy", PROJECT],
    ]);
  });

  it("is reported once for tags and for values without keys", () => {
    const tags = { Environment: ["dev"], Team: true } as unknown as EffectiveContract["tags"] & object;
    expect(origins({ tags }, [PROJECT, { tags }])).toEqual([["tags", PROJECT]]);
    const environment = {};
    expect(origins({ functions: { environment } }, [PROJECT, { functions: { environment } }])).toEqual([
      ["functions.environment", PROJECT],
    ]);
  });

  it("is each source of a list that the organization adds to, and the last of those that say the same", () => {
    expect(
      origins({ services: ["s3", "sqs"] }, [PROJECT, { services: ["s3"] }], [ORGANIZATION, { services: ["sqs"] }]),
    ).toEqual([["services", PROJECT, ORGANIZATION]]);
    expect(
      origins(
        { backupRetentionDays: 14 },
        [PROJECT, { backupRetentionDays: 7 }],
        [ORGANIZATION, { backupRetentionDays: 14 }],
      ),
    ).toEqual([["backupRetentionDays", ORGANIZATION]]);
    expect(
      origins(
        { backupRetentionDays: 30 },
        [PROJECT, { backupRetentionDays: 30 }],
        [ORGANIZATION, { backupRetentionDays: 14 }],
      ),
    ).toEqual([["backupRetentionDays", PROJECT]]);
    expect(
      origins(
        { region: "eu-west-1" },
        [PROFILE, { region: "eu-west-1" }],
        [`${ORGANIZATION}, profile strict`, { region: "eu-west-1" }],
      ),
    ).toEqual([["region", `${ORGANIZATION}, profile strict`]]);
  });

  it("leaves out the profile where the organization sets a list over its own", () => {
    const organization = { profile: "multi-region", regions: { services: ["lambda"] } };
    const own = { regions: { services: ["s3"] } };
    const { contract, sources } = resolveContract({
      stackConfig: { "preflight:contract": own },
      organization,
      stack: "dev",
      ruleIds: new Set(),
    });
    const [services] = originsOf(contract, sources).filter(({ path }) => path.join(".") === "regions.services");
    expect(services?.places).toEqual(["preflight:contract", ORGANIZATION]);
  });

  it("is every source of exemptions and of rules that cannot be exempt", () => {
    const exemptions = [{ rule: "required-tags", resource: "*", reason: "old", until: "2027-01-01" }];
    const sources: Source[] = [
      { place: PROJECT, contract: { exemptions, notExemptable: ["rds-not-public"] } },
      { place: "preflight:exemptions", contract: { exemptions } },
    ];
    expect(originsOf({ exemptions, notExemptable: ["rds-not-public"] }, sources)).toEqual([
      { path: ["exemptions"], places: [PROJECT, "preflight:exemptions"] },
      { path: ["notExemptable"], places: [PROJECT] },
    ]);
  });

  it("is nowhere for what no source sets, be it a key that all objects have", () => {
    expect(origins({ region: "eu-west-1" }, [PROJECT, { alarms: true }])).toEqual([["region"]]);
    expect(origins({ constructor: "x" } as Partial<EffectiveContract>, [PROJECT, {}])).toEqual([["constructor"]]);
  });
});
