import rule from "../../../policies/project/project-output-parsing";
import { ruleTest } from "../../../src/testing/rule-test";

const VALID: Record<string, string> = {
  "a.ts": 'db.address.apply((host) => host.split(".")[0]);',
  "b.ts": "db.endpoint.apply((endpoint) => `jdbc:${endpoint}`);",
  "c.ts": 'cluster.endpoint.apply((url) => url.split("/")[2]);',
  "d.ts": 'pulumi.all([db.endpoint, key.arn]).apply(([endpoint, arn]) => arn.split(":")[5]);',
  "e.ts": 'pulumi.all([db.endpoint, key.arn]).apply((args) => args[1].split(":")[5]);',
  "f.ts": 'key.arn.apply((arn) => endpoint + arn.split(":")[4]);',
  "g.ts": '// db.endpoint.apply((e) => e.split(":"))\nconst s = \'db.endpoint.apply((e) => e.split(":"))\';',
  "h.ts":
    "db.endpoint.apply(parse);\ndb.endpoint.apply();\napply(endpoint);\ndb.endpoint.apply((e) => e.split(separator));",
  "i.ts": 'pulumi.all({ a: key.arn, endpoint }).apply(({ a }) => a.split(":"));\npulumi.all().apply((x) => x);',
  "j.py": 'pulumi.Output.all(db.endpoint, key.arn).apply(lambda args: args[1].split(":")[5])\n',
  "k.py": "db.endpoint.apply(lambda e: e.split())\n",
  "l.ts": 'values.endpoint.apply(() => text.split(":"));',
};

ruleTest(rule, {
  valid: [
    { name: "a folder that is not known" },
    ...Object.entries(VALID).map(([path, text]) => ({ name: path, files: { [path]: text } })),
  ],
  invalid: [
    {
      name: "C5",
      files: {
        "lib/database.py": [
          "self.rds_instance.endpoint.apply(",
          "    lambda endpoint: aws.secretsmanager.SecretVersion(",
          '        "version",',
          '        secret_string=json.dumps({"host": endpoint.split(":")[0]}),',
          "    )",
          ")",
        ].join("\n"),
      },
      findings: [{ message: /^lib\/database\.py:4 splits an endpoint.*address/ }],
    },
    {
      name: "in Python",
      files: {
        "a.py": 'pulumi.Output.all(arn, db.endpoint).apply(lambda args: args[1].rsplit(":", 1)[0])\n',
        "b.py": 'pulumi.Output.all(endpoint=db.endpoint).apply(lambda args: args["endpoint"].partition(":")[0])\n',
        "c.py": 'db_endpoint.apply(lambda value: value.split(":")[0])\n',
      },
      findings: [{ message: /^a\.py:1/ }, { message: /^b\.py:1/ }, { message: /^c\.py:1/ }],
    },
    {
      name: "in TypeScript",
      files: {
        "a.ts": 'db.endpoint.apply((e) => e.split(":")[0]);',
        "b.ts":
          "pulumi.all([arn, db.endpoint]).apply(([, endpoint]) => endpoint.split(':'));\npulumi.all([arn, db.endpoint]).apply(([a, e]) => {\n  const [host, port] = e.split(':');\n});",
        "c.ts": 'pulumi.all([db.endpoint]).apply(function (args: string[]) { return args[0]!.split(":")[0]; });',
        "d.ts":
          'pulumi.all({ url: db.endpoint, endpoint }).apply(({ url: u, endpoint }) => [u.split(":"), endpoint.split(":")]);',
        "e.ts": 'pulumi.all({ "url": this.db.endpoint }).apply((v) => (v.url).split(":"));',
      },
      findings: [
        { message: /^a\.ts:1/ },
        { message: /^b\.ts:1/ },
        { message: /^b\.ts:3/ },
        { message: /^c\.ts:1/ },
        { message: /^d\.ts:1/ },
        { message: /^d\.ts:1/ },
        { message: /^e\.ts:1/ },
      ],
    },
  ],
});
