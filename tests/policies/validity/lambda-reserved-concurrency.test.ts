import rule from "../../../policies/validity/lambda-reserved-concurrency";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = (name: string, reservedConcurrentExecutions: Input, options: BuildOptions = {}, more = {}): BuiltResource =>
  resource("aws:lambda/function:Function", name, { reservedConcurrentExecutions, ...more }, options);
const provider = (name: string, region: string): BuiltResource => resource("pulumi:providers:aws", name, { region });
const ireland = provider("ireland", "eu-west-1");
const virginia = provider("virginia", "us-east-1");
const PATH = "reservedConcurrentExecutions";

ruleTest(rule, {
  valid: [
    { name: "functions that reserve nothing", stack: [fn("a", undefined), fn("b", -1), fn("c", 0)] },
    { name: "the most that there may be", stack: [fn("a", 400), fn("b", 500)] },
    {
      name: "more, in two regions",
      stack: [ireland, virginia, fn("a", 800, { provider: ireland }), fn("b", 800, { provider: virginia })],
    },
    {
      name: "more, where one function sets another region",
      stack: [
        ireland,
        fn("a", 800, { provider: ireland }),
        fn("b", 800, { provider: ireland }, { region: "us-east-1" }),
      ],
    },
    { name: "what a contract allows", contract: { accountConcurrency: 3000 }, stack: [fn("a", 2900)] },
    { name: "0, which stops a function", contract: { accountConcurrency: 100 }, stack: [fn("a", 0)] },
    { name: "a function that the stack only reads", stack: [fn("a", 800), fn("b", 800, { external: true })] },
  ],
  invalid: [
    {
      name: "one too many",
      stack: [fn("a", 401), fn("b", 500)],
      findings: [
        {
          resource: "b",
          path: PATH,
          level: "advisory",
          message:
            /^2 functions reserve 901 executions together, this one the most \(500\)\. An account with 1000 can reserve 900, since 100 must stay unreserved\. .*the account\.$/,
        },
      ],
    },
    {
      name: "a number in a string, by one function",
      stack: [fn("a", "1000")],
      findings: [{ resource: "a", path: PATH, message: /^This function reserves 1000/ }],
    },
    {
      name: "more than the account has by the contract",
      contract: { accountConcurrency: 100 },
      stack: [fn("a", 1)],
      findings: [
        {
          resource: "a",
          path: PATH,
          level: "mandatory",
          message: /with 100 can reserve 0.*AWS rejects this with: .*\[100\]/,
        },
      ],
    },
    {
      name: "too many in one of two regions, beside one that is not known yet",
      stack: [ireland, virginia, fn("a", 901, { provider: ireland }), fn("b", 1, { provider: virginia })],
      findings: [{ resource: "a", path: PATH }],
    },
  ],
  undecided: [{ name: "a number that is not known yet", stack: [fn("a", unknown)], at: [`a.${PATH}`] }],
});
