import type { ControlCase } from "./case";

const task = {
  name: "copy",
  sourceLocationArn: "arn:aws:datasync:us-east-1:464738291005:location/loc-1",
  destinationLocationArn: "arn:aws:datasync:us-east-1:464738291005:location/loc-2",
};

export default [
  {
    control: "DataSync.1",
    rule: "datasync-task-logging",
    type: "aws:datasync/task:Task",
    violating: task,
    compliant: {
      ...task,
      cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:464738291005:log-group:copy",
      options: { logLevel: "TRANSFER" },
    },
  },
] satisfies ControlCase[];
