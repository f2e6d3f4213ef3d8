import table from "../../../src/aws/data/elb-tls-policies.json";
import rule from "../../../policies/delivery/listener-tls-policy";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const listener = (sslPolicy: Input, protocol: Input = "HTTPS", type = "aws:lb/listener:Listener"): BuiltResource =>
  resource(type, "listener", { loadBalancerArn: "arn:aws:x", port: 443, protocol, sslPolicy });
const named = (name: string): string => `ELBSecurityPolicy-${name}`;

const SAFE = [
  "TLS13-1-3-2021-06",
  "TLS13-1-2-2021-06",
  "TLS13-1-2-Res-PQ-2025-09",
  "TLS13-1-2-Ext0-FIPS-2023-04",
  "TLS13-1-3-RFC9151-FIPS-2023-07",
  "TLS13-1-2-RFC9151-FIPS-2023-07",
  "TLS13-1-2-Ext0-RFC9151-FIPS-2023-07",
  "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07",
  "TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
  "TLS-1-2-2017-01",
  "TLS-1-2-Ext-2018-06",
  "FS-1-2-Res-2020-10",
  "TLS14-1-3-2031-01",
];

ruleTest(rule, {
  valid: [
    ...SAFE.map((name) => ({ name, stack: [listener(named(name))] })),
    { name: "HTTP, such as a listener that only redirects", stack: [listener(undefined, "HTTP")] },
    { name: "no protocol, which is HTTP", stack: [listener(undefined, null)] },
    { name: "TCP", stack: [listener(undefined, "TCP")] },
    { name: "a good policy whatever the protocol", stack: [listener(named("TLS13-1-2-2021-06"), unknown)] },
    {
      name: "one that the stack only reads",
      stack: [resource("aws:lb/listener:Listener", "listener", { protocol: "HTTPS" }, { external: true })],
    },
  ],
  invalid: [
    ...table.belowTls12.map((name) => ({
      name,
      stack: [listener(name)],
      findings: [{ resource: "listener", path: "sslPolicy", message: /accepts TLS 1\.0 or 1\.1\. Set `sslPolicy: "/ }],
    })),
    {
      name: "no policy, under an older name of the type",
      stack: [listener(undefined, "https", "aws:alb/listener:Listener")],
      findings: [{ resource: "listener", path: "sslPolicy", message: /ELBSecurityPolicy-2016-08/ }],
    },
    {
      name: "no policy of a TLS listener",
      stack: [listener("", "TLS")],
      findings: [{ resource: "listener", path: "sslPolicy" }],
      fixed: { listener: { sslPolicy: table.recommended } },
    },
    {
      name: "no policy where the contract requires HTTPS",
      contract: { https: true },
      stack: [listener(undefined)],
      findings: [{ resource: "listener", path: "sslPolicy", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "a policy that is not known yet", stack: [listener(unknown)], at: ["listener.sslPolicy"] },
    { name: "a protocol that is not known yet", stack: [listener(undefined, unknown)], at: ["listener.protocol"] },
  ],
});

it("reports no policy whose name begins with TLS 1.2 or newer", () => {
  const safe = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;
  expect([...table.belowTls12, table.whereUnset].filter((name) => safe.test(name))).toEqual([]);
  expect(table.belowTls12).toContain(table.whereUnset);
  expect(table.recommended).toMatch(safe);
});
