import { SSM_PARAMETER } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const PATCH_BASELINE = "aws:ssm/patchBaseline:PatchBaseline";

const WINDOW = "aws:ssm/maintenanceWindow:MaintenanceWindow";
const PUT = "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html";
const CREATE_WINDOW =
  "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateMaintenanceWindow.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ssm.parameter.standard-size": {
      type: SSM_PARAMETER,
      when: { tier: "Standard" },
      require: { value: { maxLength: 4096 }, insecureValue: { maxLength: 4096 } },
      must: 'A value of the tier Standard has at most 4096 characters: set `tier: "Advanced"` for up to 8192.',
      awsError:
        "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier",
      source: PUT,
      accepts: [
        { value: "short" },
        { value: "x".repeat(4096), tier: "Standard" },
        { value: "x".repeat(5000), tier: "Advanced" },
        { value: "x".repeat(5000), tier: "Intelligent-Tiering" },
      ],
      rejects: [
        { value: "x".repeat(5000), tier: "Standard" },
        { insecureValue: "x".repeat(5000), tier: "Standard", type: "String" },
      ],
    },
    "aws.ssm.parameter.advanced-size": {
      type: SSM_PARAMETER,
      require: { value: { maxLength: 8192 }, insecureValue: { maxLength: 8192 } },
      must: "A value must have at most 8192 characters.",
      source: PUT,
      accepts: [{ value: "x".repeat(8192), tier: "Advanced" }],
      rejects: [{ value: "x".repeat(9000), tier: "Advanced" }],
    },
    "aws.ssm.parameter.empty-value": {
      type: SSM_PARAMETER,
      require: { atLeastOne: ["value", "insecureValue", "valueWo", "valueWoVersion"] },
      must: "A parameter must have a value, of at least one character.",
      awsError:
        "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1",
      source: PUT,
      accepts: [
        { value: " ", type: "String" },
        { insecureValue: "on", type: "String" },
        { valueWo: "x", type: "SecureString" },
      ],
      rejects: [{ value: "", type: "SecureString" }],
    },
    "aws.ssm.parameter.reserved-name": {
      type: SSM_PARAMETER,
      require: { name: { not: { matches: /^(?:\/(?:aws|ssm)\/|(?:aws|ssm))/i } } },
      must: 'A name must not begin with "aws" or "ssm", which AWS reserves.',
      source: PUT,
      accepts: [
        { name: "/orders/aws", value: "x" },
        { name: "/awsome/x", value: "x" },
      ],
      rejects: [{ name: "/aws/orders" }, { name: "ssm-orders" }, { name: "AWSorders" }],
    },
    "aws.ssm.parameter.qualified-name": {
      type: SSM_PARAMETER,
      require: { name: { not: { matches: /^[^/]+\// } } },
      must: "A name with a slash must begin with one.",
      source: PUT,
      accepts: [
        { name: "/orders/mode", value: "x" },
        { name: "mode", value: "x" },
      ],
      rejects: [{ name: "orders/mode" }],
    },
    "aws.ssm.parameter.name-characters": {
      type: SSM_PARAMETER,
      // AWS removes the spaces around a name.
      require: { name: { matches: /^ *[\w./-]+ *$/ } },
      must: 'A name must have letters, digits and the characters "._-/" only.',
      source: PUT,
      accepts: [
        { name: "/orders/mode-1.x_y", value: "x" },
        { name: "mode ", value: "x" },
      ],
      rejects: [{ name: "/orders/the mode" }],
    },
    "aws.ssm.parameter.hierarchy-depth": {
      type: SSM_PARAMETER,
      require: { name: { not: { matches: /^(?:[^/]*\/){16}/ } } },
      must: "A name must have at most 15 levels.",
      source: PUT,
      accepts: [{ name: "/a/b/c", value: "x" }],
      rejects: [{ name: "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p" }],
    },
    "aws.ssm.parameter.key-type": {
      type: SSM_PARAMETER,
      when: { keyId: { present: true } },
      require: { type: "SecureString" },
      must: 'A key requires `type: "SecureString"`.',
      source: PUT,
      // The provider leaves the key out.
      level: "advisory",
      accepts: [
        { type: "SecureString", keyId: "alias/orders", value: "x" },
        { type: "String", value: "x" },
      ],
      rejects: [{ type: "String", keyId: "alias/orders" }],
    },
    "aws.ssm.maintenance-window.cutoff": {
      type: WINDOW,
      require: { cutoff: { below: { property: "duration" } } },
      must: "`cutoff` must be less than `duration`.",
      source: CREATE_WINDOW,
      accepts: [{ duration: 3, cutoff: 1 }],
      rejects: [
        { duration: 2, cutoff: 3 },
        { duration: 2, cutoff: 2 },
      ],
    },
    "aws.ssm.patch-baseline.one-approval": {
      type: PATCH_BASELINE,
      each: "approvalRules",
      require: { atMostOne: ["approveAfterDays", "approveUntilDate"] },
      must: "Patches are approved after days or until a date, not by both.",
      source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html",
      accepts: [
        {
          operatingSystem: "AMAZON_LINUX_2023",
          approvalRules: [{ approveAfterDays: 7, patchFilters: [{ key: "CLASSIFICATION", values: ["Security"] }] }],
        },
      ],
      rejects: [
        {
          operatingSystem: "AMAZON_LINUX_2023",
          approvalRules: [
            {
              approveAfterDays: 7,
              approveUntilDate: "2026-12-31",
              patchFilters: [{ key: "CLASSIFICATION", values: ["Security"] }],
            },
          ],
        },
      ],
    },
    "aws.ssm.patch-baseline.approval-days": {
      type: PATCH_BASELINE,
      each: "approvalRules",
      require: { approveAfterDays: { min: 0, max: 360 } },
      must: "`approveAfterDays` must be from 0 to 360.",
      source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html",
      accepts: [
        {
          operatingSystem: "AMAZON_LINUX_2023",
          approvalRules: [{ patchFilters: [{ key: "CLASSIFICATION", values: ["Security"] }], approveAfterDays: 360 }],
        },
      ],
      rejects: [
        {
          operatingSystem: "AMAZON_LINUX_2023",
          approvalRules: [{ patchFilters: [{ key: "CLASSIFICATION", values: ["Security"] }], approveAfterDays: 361 }],
        },
      ],
    },
    "aws.ssm.maintenance-window.end-after-start": {
      type: WINDOW,
      require: { endDate: { after: "startDate" } },
      must: "The window ends after it begins: `endDate` is later than `startDate`.",
      source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateMaintenanceWindow.html",
      accepts: [
        {
          name: "orders",
          schedule: "rate(7 days)",
          duration: 3,
          cutoff: 1,
          startDate: "2026-12-01T00:00:00Z",
          endDate: "2027-12-01T00:00:00Z",
        },
      ],
      rejects: [
        {
          name: "orders",
          schedule: "rate(7 days)",
          duration: 3,
          cutoff: 1,
          startDate: "2027-12-01T00:00:00Z",
          endDate: "2026-12-01T00:00:00Z",
        },
      ],
    },
    "aws.ssm.parameter.default-tier-size": {
      type: SSM_PARAMETER,
      when: { tier: { present: false } },
      require: { value: { maxLength: 4096 }, insecureValue: { maxLength: 4096 } },
      must: 'Unless the account has another default, the tier is Standard, with at most 4096 characters: set `tier: "Advanced"`.',
      awsError:
        "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier",
      source: PUT,
      level: "advisory",
      accepts: [{ value: "x".repeat(4096) }, { value: "x".repeat(5000), tier: "Advanced" }],
      rejects: [{ value: "x".repeat(5000) }, { insecureValue: "x".repeat(5000), type: "String" }],
    },
    "aws.ssm.parameter.readable-secret": {
      type: SSM_PARAMETER,
      when: { type: "SecureString" },
      require: { insecureValue: { present: false } },
      must: "A SecureString has its value in `value` or `valueWo`, not in `insecureValue`.",
      source: PUT,
      accepts: [
        { type: "SecureString", value: "x" },
        { type: "String", insecureValue: "on" },
      ],
      rejects: [{ type: "SecureString", insecureValue: "on" }],
    },
    "aws.ssm.parameter.double-braces": {
      type: SSM_PARAMETER,
      require: {
        value: { not: { matches: /\{\{[^{}\n]*\}\}/ } },
        insecureValue: { not: { matches: /\{\{[^{}\n]*\}\}/ } },
      },
      must: "A value cannot hold what is between double braces, which would name another parameter.",
      source: PUT,
      accepts: [
        { value: '{"a":{"b":{}}}', type: "String" },
        { value: "{ {x} }", type: "String" },
      ],
      rejects: [
        { value: "Dear {{ name }}", type: "String" },
        { insecureValue: "{{ssm:orders}}", type: "String" },
      ],
    },
  },
} satisfies ServiceConstraints;
