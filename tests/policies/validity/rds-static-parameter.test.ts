import rule from "../../../policies/validity/rds-static-parameter";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const GROUP = "aws:rds/parameterGroup:ParameterGroup";
const group = (family: Input, parameters: Input, type = GROUP) => resource(type, "settings", { family, parameters });
const at = (index: number) => ({ resource: "settings", path: `parameters[${String(index)}].applyMethod` });
const CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

ruleTest(rule, {
  valid: [
    {
      name: "a dynamic parameter",
      stack: [
        group("postgres16", [
          { name: "log_statement", value: "all" },
          { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
        ]),
      ],
    },
    {
      name: "a static parameter that is applied at a restart",
      stack: [group("postgres16", [{ name: "max_connections", value: "200", applyMethod: "pending-reboot" }])],
    },
    {
      name: "a parameter that is static for another engine",
      stack: [group("mysql8.0", [{ name: "max_connections", value: "200" }])],
    },
    {
      name: "a binary log of plain MySQL, which is dynamic",
      stack: [group("mysql8.0", [{ name: "binlog_format", value: "ROW" }])],
    },
    {
      name: "an engine that the table does not list",
      stack: [group("oracle-se2-19", [{ name: "processes", value: "1" }])],
    },
    { name: "no parameters", stack: [group("postgres16", undefined)] },
    {
      name: "a parameter that the contract's table does not list",
      contract: { facts: { "rds-static-parameters": { families: { postgres: ["shared_buffers"] } } } },
      stack: [group("postgres16", [{ name: "max_connections", value: "200" }])],
    },
    {
      name: "a group that the stack only reads",
      stack: [
        resource(
          GROUP,
          "settings",
          { family: "postgres16", parameters: [{ name: "max_connections", value: "1" }] },
          { external: true },
        ),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a static parameter without a method",
      stack: [
        group("postgres16", [
          { name: "log_statement", value: "all" },
          { name: "shared_preload_libraries", value: "pg_stat_statements" },
        ]),
      ],
      findings: [
        {
          ...at(1),
          message:
            /^The parameter shared_preload_libraries is static in postgres16, and `applyMethod` is "immediate", its default\. Set `applyMethod: "pending-reboot"`\..*"cannot use immediate apply method/,
        },
      ],
    },
    {
      name: "a static parameter of MySQL, which AWS does not document, to be applied immediately",
      stack: [group("mysql8.0", [{ name: "performance_schema", value: "1", applyMethod: "immediate" }])],
      findings: [{ ...at(0), level: "advisory" }],
      fixed: {
        settings: { parameters: [{ name: "performance_schema", value: "1", applyMethod: "pending-reboot" }] },
      },
    },
    {
      name: "parameters of Aurora, and of the engine that it is compatible with",
      stack: [
        group(
          "aurora-postgresql16",
          [
            { name: "rds.logical_replication", value: "1" },
            { name: "max_connections", value: "200" },
          ],
          CLUSTER_GROUP,
        ),
      ],
      findings: [at(0), at(1)],
    },
    {
      name: "the binary log of Aurora MySQL",
      stack: [
        group("aurora-mysql8.0", [{ name: "binlog_format", value: "ROW", applyMethod: "immediate" }], CLUSTER_GROUP),
      ],
      findings: [at(0)],
    },
  ]),
  undecided: [
    { name: "a family that is not known yet", stack: [group(unknown, [])], at: ["settings.family"] },
    { name: "parameters that are not known yet", stack: [group("postgres16", unknown)], at: ["settings.parameters"] },
    {
      name: "a name and a method that are not known yet",
      stack: [
        group("postgres16", [
          { name: unknown, value: "1" },
          { name: "max_connections", value: "1", applyMethod: unknown },
        ]),
      ],
      at: ["settings.parameters[0].name", "settings.parameters[1].applyMethod"],
    },
  ],
});
