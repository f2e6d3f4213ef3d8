import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.workspaces.workspace.always-on": {
      type: "aws:workspaces/workspace:Workspace",
      when: { "workspaceProperties.runningMode": "ALWAYS_ON" },
      require: { "workspaceProperties.runningModeAutoStopTimeoutInMinutes": { present: false } },
      must: "A WorkSpace that is always on has no `runningModeAutoStopTimeoutInMinutes`.",
      source: "https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceProperties.html",
      accepts: [
        { workspaceProperties: { runningMode: "ALWAYS_ON" } },
        { workspaceProperties: { runningMode: "AUTO_STOP", runningModeAutoStopTimeoutInMinutes: 60 } },
      ],
      rejects: [{ workspaceProperties: { runningMode: "ALWAYS_ON", runningModeAutoStopTimeoutInMinutes: 60 } }],
    },
    "aws.workspaces.workspace.auto-stop-step": {
      type: "aws:workspaces/workspace:Workspace",
      when: { "workspaceProperties.runningModeAutoStopTimeoutInMinutes": { present: true } },
      require: { "workspaceProperties.runningModeAutoStopTimeoutInMinutes": { multipleOf: 60 } },
      must: "`runningModeAutoStopTimeoutInMinutes` is a multiple of 60.",
      source: "https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceProperties.html",
      accepts: [{ workspaceProperties: { runningMode: "AUTO_STOP", runningModeAutoStopTimeoutInMinutes: 120 } }],
      rejects: [{ workspaceProperties: { runningMode: "AUTO_STOP", runningModeAutoStopTimeoutInMinutes: 40 } }],
    },
  },
} satisfies ServiceConstraints;
