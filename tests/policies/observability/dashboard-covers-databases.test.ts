import rule from "../../../policies/observability/dashboard-covers-databases";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, type Input } from "../../../src/testing/stack";

const contract = { dashboard: true };
const cluster = resource("aws:rds/cluster:Cluster", "orders", {
  engine: "aurora-mysql",
  clusterIdentifier: "shop-orders",
});
const member = resource("aws:rds/clusterInstance:ClusterInstance", "orders-1", {
  clusterIdentifier: cluster.id,
  identifier: "shop-orders-1",
});
const unnamed = resource("aws:rds/instance:Instance", "users", { engine: "postgres" });
const named = resource("aws:rds/instance:Instance", "named", { engine: "postgres", identifier: "shop-users" });
const dashboard = (dashboardBody: Input, name = "operations") =>
  resource("aws:cloudwatch/dashboard:Dashboard", name, { dashboardBody });
const widget = (...metrics: Input[]): Input => ({ type: "metric", properties: { metrics } });
const showing = (...widgets: Input[]) => dashboard(json({ widgets }));
const NAMES = ["CPUUtilization", "DatabaseConnections", "FreeableMemory"];
const rows = (...dimensions: Input[]) => NAMES.map((name): Input => ["AWS/RDS", name, ...dimensions]);

ruleTest(rule, {
  valid: [
    { name: "no dashboard", contract, stack: [cluster] },
    { name: "no database", contract, stack: [showing(widget(["AWS/ECS", "CPUUtilization"]))] },
    {
      name: "a widget for each",
      contract,
      stack: [
        cluster,
        showing(...rows("DBClusterIdentifier", cluster.clusterIdentifier).map((row) => widget(row)), {
          type: "text",
          properties: { markdown: "x" },
        }),
      ],
    },
    {
      name: "a widget for each, by a name that is computed",
      contract,
      stack: [unnamed, showing(widget(...rows("DBInstanceIdentifier", unnamed.identifier)))],
      shape: "up",
    },
    {
      name: "rows that repeat the values above",
      contract,
      stack: [
        cluster,
        named,
        showing(
          widget(
            ["AWS/RDS", "CPUUtilization", "DBClusterIdentifier", "shop-orders", { stat: "Average" }],
            [".", "DatabaseConnections", ".", "."],
            [".", "FreeableMemory", ".", "."],
            ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "shop-users"],
            [".", "DatabaseConnections", ".", "."],
            [".", "FreeableMemory", "DBClusterIdentifier", "shop-orders"],
            ["...", "DBInstanceIdentifier", "shop-users"],
          ),
        ),
      ],
    },
    { name: "metrics over all databases", contract, stack: [cluster, unnamed, showing(widget(...rows()))] },
    {
      name: "the instances of a cluster",
      contract,
      stack: [cluster, member, showing(widget(...rows("DBInstanceIdentifier", member.identifier)))],
    },
    {
      name: "two dashboards",
      contract,
      stack: [
        cluster,
        dashboard(json({ widgets: [widget(["AWS/RDS", "ACUUtilization"])] }), "one"),
        dashboard(json({ widgets: [widget(...rows().slice(1))] }), "two"),
      ],
    },
    {
      name: "searches, queries and explorers",
      contract,
      stack: [
        cluster,
        showing(
          widget([{ expression: "SEARCH('{AWS/RDS,DBInstanceIdentifier} CPUUtilization', 'Average')" }]),
          widget([{ expression: 'SELECT MAX(DatabaseConnections) FROM SCHEMA("AWS/RDS", DBInstanceIdentifier)' }]),
          {
            type: "explorer",
            properties: { metrics: [{ metricName: "FreeableMemory", resourceType: "AWS::RDS::DBInstance" }] },
          },
        ),
      ],
    },
    {
      name: "a search for all metrics of databases",
      contract,
      stack: [cluster, showing(widget([{ expression: "SEARCH('{AWS/RDS,DBInstanceIdentifier}', 'Average')" }]))],
    },
    {
      name: "Aurora instances, whose cluster is on the dashboard",
      contract,
      stack: [resource("aws:rds/instance:Instance", "i", { engine: "aurora-mysql" }), showing()],
    },
    {
      name: "a database that the stack only reads",
      contract,
      stack: [resource("aws:rds/instance:Instance", "shared", {}, { external: true }), showing()],
    },
  ],
  invalid: [
    {
      name: "metrics of the service only",
      stack: [cluster, showing(widget(["AWS/ECS", "CPUUtilization"], ["AWS/ECS", "MemoryUtilization"]))],
      findings: [{ resource: "orders", message: /CPU .*, connections .* and memory .*"operations"/ }],
    },
    {
      name: "metrics of the service only, where the contract requires more",
      contract,
      stack: [cluster, showing(widget(["AWS/ECS", "CPUUtilization"]))],
      findings: [{ resource: "orders", level: "mandatory" }],
    },
    {
      name: "no memory",
      stack: [cluster, showing(widget(...rows().slice(0, 2)))],
      findings: [{ resource: "orders", message: /memory \(AWS\/RDS FreeableMemory\)\. Add it/ }],
    },
    {
      name: "another database of the stack",
      stack: [
        cluster,
        named,
        showing(widget(...rows("DBClusterIdentifier", "shop-orders")), widget([{ expression: "m1 + m2" }])),
        dashboard(json({ widgets: [{ type: "alarm", properties: { alarms: ["x"] } }] }), "alarms"),
      ],
      findings: [{ resource: "named", message: /a dashboard\./ }],
    },
    {
      name: "an empty dashboard",
      stack: [cluster, dashboard("{}")],
      findings: [{ resource: "orders" }],
    },
    {
      name: "rows and widgets of odd shapes, and explorers of other kinds",
      stack: [
        cluster,
        showing(
          1,
          widget(1, [2, "AWS/RDS"], ["...", "x"], [".", "."], {}),
          { properties: { metrics: { a: 1 } } },
          {
            properties: { metrics: [{ metricName: "CPUUtilization", resourceType: "AWS::EC2::Instance" }] },
          },
        ),
      ],
      findings: [{ resource: "orders", message: /CPU .*, connections .* and memory/ }],
    },
    {
      name: "searches that name some of the metrics",
      stack: [
        cluster,
        showing(
          widget([{ expression: "SEARCH('{AWS/RDS,DBInstanceIdentifier} CPUUtilization FreeableMemory', 'Average')" }]),
          widget([{ expression: "SEARCH('{AWS/ECS,ClusterName} DatabaseConnections', 'Average')" }]),
        ),
      ],
      findings: [{ resource: "orders", message: /connections \(AWS\/RDS DatabaseConnections\)\. Add it/ }],
    },
    {
      name: "a body that is computed, after the deployment",
      contract,
      stack: [unnamed, showing(widget(["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", unnamed.identifier]))],
      shape: "up",
      findings: [{ resource: "users", level: "mandatory", message: /connections .* and memory/ }],
    },
    {
      name: "a body that is computed, when it is too late",
      contract,
      stack: [unnamed, showing(widget(["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", unnamed.identifier]))],
      shape: "up",
      deploying: true,
      findings: [{ resource: "users", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "a body that is not known yet",
      stack: [
        cluster,
        unnamed,
        showing(widget(["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", unnamed.identifier])),
      ],
      at: ["operations.dashboardBody"],
    },
    {
      name: "a body that is not JSON, or has no widgets to read",
      stack: [cluster, dashboard("{", "a"), dashboard('"x"', "b")],
      at: ["a.dashboardBody", "b.dashboardBody"],
    },
  ],
});
