import { trySeed } from "../kit/odd-input-seeds";
import kept from "./fuzz-seeds.json";

jest.setTimeout(300_000);

it.each([1, 2, 3, ...(kept as number[])])(
  "odd contracts, states and YAML end in one line or a report (seed %i)",
  (seed) => {
    expect(trySeed(seed)).toEqual([]);
  },
);
