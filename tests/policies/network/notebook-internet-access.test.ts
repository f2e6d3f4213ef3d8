import rule from "../../../policies/network/notebook-internet-access";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const notebook = (name: string, directInternetAccess: Input): BuiltResource =>
  resource("aws:sagemaker/notebookInstance:NotebookInstance", name, { subnetId: "subnet-1", directInternetAccess });

ruleTest(rule, {
  valid: [{ name: "disabled", stack: [notebook("research", "Disabled")] }],
  invalid: [
    {
      name: "enabled, or as it is by default",
      stack: [notebook("on", "Enabled"), notebook("default", undefined)],
      findings: [
        { resource: "on", path: "directInternetAccess", message: /`directInternetAccess: "Enabled"` is set/ },
        { resource: "default", path: "directInternetAccess", message: /the default is "Enabled"/ },
      ],
    },
  ],
  undecided: [{ name: "the setting", stack: [notebook("research", unknown)], at: ["research.directInternetAccess"] }],
});
