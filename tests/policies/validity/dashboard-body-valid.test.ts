import rule from "../../../policies/validity/dashboard-body-valid";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type Input } from "../../../src/testing/stack";

const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
const cluster = resource("aws:ecs/cluster:Cluster", "shop");
const dashboard = (dashboardBody: Input) => resource(DASHBOARD, "shop", { dashboardName: "shop", dashboardBody });
const body = (...widgets: Input[]) => dashboard(JSON.stringify({ widgets }));
const metric = (metrics: Input, more: Record<string, Input> = {}): Input => ({
  type: "metric",
  properties: { metrics, region: "us-east-1", ...more },
});
const at = (path: string) => ({ resource: "shop", path: `dashboardBody.${path}` });
const ROW = ["AWS/ECS", "CPUUtilization", "ClusterName", "shop"];

ruleTest(rule, {
  valid: [
    {
      name: "a rule of Contributor Insights instead of metrics",
      stack: [
        body({
          type: "metric",
          properties: {
            insightRule: { ruleName: "top", maxContributorCount: 10, orderBy: "Sum" },
            region: "us-east-1",
          },
        }),
      ],
    },
    { name: "rows of strings", stack: [body(metric([ROW, [".", "MemoryUtilization", ".", "."], ["...", "other"]]))] },
    { name: "options at the end of a row", stack: [body(metric([[...ROW, { stat: "Average" }]]))] },
    {
      name: "an expression alone",
      stack: [body(metric([[{ expression: "SUM(METRICS())", id: "e1" }], ["AWS/EC2", "CPUUtilization"]]))],
    },
    {
      name: "no rows and no widgets",
      stack: [body(metric([]), metric([[]])), resource(DASHBOARD, "b", { dashboardBody: '{"widgets":[]}' })],
    },
    {
      name: "an alarm, which has its own region",
      stack: [
        body({ type: "metric", properties: { annotations: { alarms: ["arn:aws:cloudwatch:us-east-1:1:alarm:a"] } } }),
      ],
    },
    {
      name: "the other kinds",
      stack: [
        body(
          { type: "text", properties: { markdown: "# Shop" } },
          { type: "log", properties: { query: "SOURCE '/ecs/shop'", region: "us-east-1" } },
          { type: "alarm", properties: { alarms: ["arn"] } },
          {
            type: "explorer",
            properties: {
              metrics: [{ metricName: "CPUUtilization", resourceType: "AWS::EC2::Instance", stat: "Average" }],
            },
          },
          { type: "chart", properties: { data: {} } },
          { type: "of the future", properties: {} },
        ),
      ],
    },
    {
      name: "a dashboard that the stack only reads",
      stack: [resource(DASHBOARD, "shop", { dashboardBody: "{}" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a metric as an object",
      stack: [body(metric([{ namespace: "AWS/ECS", metricName: "CPUUtilization" }]))],
      findings: [
        { ...at("widgets[0].properties.metrics[0]"), message: /not a row of metrics.*array of array of strings/ },
      ],
    },
    {
      name: "dimensions as an object in the middle",
      stack: [body(metric([ROW, ["AWS/ECS", "CPUUtilization", { ClusterName: "shop" }, { stat: "Average" }]]))],
      findings: [at("widgets[0].properties.metrics[1]")],
    },
    {
      name: "options before the end",
      stack: [body(metric([["AWS/ECS", { stat: "Sum" }, "CPUUtilization"]]))],
      findings: [at("widgets[0].properties.metrics[0]")],
    },
    {
      name: "dimensions as a list",
      stack: [body(metric([["AWS/ECS", "CPU", ["ClusterName", "shop"]]]))],
      findings: [at("widgets[0].properties.metrics[0]")],
    },
    {
      name: "a number",
      stack: [body(metric([["AWS/ECS", "CPU", "Port", 80]]))],
      findings: [at("widgets[0].properties.metrics[0]")],
    },
    {
      name: "a row instead of the rows",
      stack: [body(metric(ROW))],
      findings: [at("widgets[0].properties.metrics[0]")],
    },
    {
      name: "an object instead of the rows",
      stack: [body(metric({ a: "b" }))],
      findings: [at("widgets[0].properties.metrics")],
    },
    {
      name: "no region",
      stack: [body({ type: "metric", properties: { metrics: [ROW] } })],
      findings: [{ ...at("widgets[0].properties.region"), message: /specified a region and a data source/ }],
    },
    {
      name: "nothing to show",
      stack: [body({ type: "metric", properties: { region: "us-east-1" } })],
      findings: [at("widgets[0].properties.metrics")],
    },
    {
      name: "a log without a region",
      stack: [body({ type: "log", properties: { query: "SOURCE '/ecs/shop'" } })],
      findings: [{ ...at("widgets[0].properties.region"), message: /Should have required property 'region'/ }],
    },
    {
      name: "widgets without their parts, each for itself",
      stack: [
        body(
          { type: "text", properties: {} },
          { type: "log", properties: { region: "us-east-1" } },
          { type: "log", properties: { query: "SOURCE '/ecs/shop'" } },
          { type: "alarm", properties: { title: "a" } },
          { properties: { markdown: "a" } },
          { type: "text", markdown: "a" },
          metric([ROW]),
        ),
      ],
      findings: [
        at("widgets[0].properties.markdown"),
        at("widgets[1].properties.query"),
        at("widgets[2].properties.region"),
        at("widgets[3].properties.alarms"),
        at("widgets[4].type"),
        at("widgets[5].properties"),
      ],
    },
    {
      name: "no widgets",
      stack: [dashboard('{"start":"-PT6H"}')],
      findings: [{ ...at("widgets"), message: /no list of widgets/ }],
    },
    {
      name: "a body that is not JSON",
      stack: [dashboard("{'widgets': []}")],
      findings: [{ resource: "shop", path: "dashboardBody", message: /not JSON at line 1, column 2/ }],
    },
    { name: "an empty body", stack: [dashboard("")], findings: [{ resource: "shop", path: "dashboardBody" }] },
    {
      name: "a widget instead of the widgets",
      stack: [dashboard('{"widgets":{"type":"text"}}')],
      findings: [at("widgets")],
    },
  ],
  undecided: [
    { name: "a body that is not known yet", stack: [dashboard(unknown)], at: ["shop.dashboardBody"] },
    {
      name: "a body with a value that is not known yet",
      stack: [cluster, dashboard(json({ widgets: [metric([["AWS/ECS", "CPU", "ClusterName", cluster.id]])] }))],
      at: ["shop.dashboardBody"],
    },
    { name: "a body that an export hides as a secret", stack: [dashboard("[secret]")], at: ["shop.dashboardBody"] },
  ],
});
