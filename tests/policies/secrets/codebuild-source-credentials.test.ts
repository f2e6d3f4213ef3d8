import rule from "../../../policies/secrets/codebuild-source-credentials";
import { resource, ruleTest, unknown, type Input } from "../../../src/testing";

const project = (location: Input, more: Record<string, Input> = {}): ReturnType<typeof resource> =>
  resource("aws:codebuild/project:Project", "orders", { source: { type: "BITBUCKET", location }, ...more });
const SECRET = "EXAMPLE-TOKEN";
const WITH_TOKEN = `https://x-token-auth:${SECRET}@bitbucket.org/shop/orders.git`;
const PLAIN = "https://bitbucket.org/shop/orders.git";

ruleTest(rule, {
  valid: [
    { name: "an address", stack: [project(PLAIN)] },
    {
      name: "an address with the name of a user alone",
      stack: [project("https://shop@bitbucket.org/shop/orders.git")],
    },
    { name: "an address that is not known yet", stack: [project(unknown)] },
    { name: "sources that are not known yet", stack: [project(PLAIN, { secondarySources: unknown })] },
  ],
  invalid: [
    {
      name: "a token in the address",
      stack: [project(WITH_TOKEN)],
      findings: [{ resource: "orders", path: "source.location" }],
      secrets: [SECRET],
    },
    {
      name: "a password in the address of another source",
      stack: [project(PLAIN, { secondarySources: [{ sourceIdentifier: "lib", location: WITH_TOKEN }] })],
      findings: [{ resource: "orders", path: "secondarySources[0].location" }],
      secrets: [SECRET],
    },
  ],
});
