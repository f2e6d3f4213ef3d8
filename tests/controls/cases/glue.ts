import type { ControlCase } from "./case";

export default [
  {
    control: "Glue.4",
    rule: "glue-job-version",
    type: "aws:glue/job:Job",
    violating: {
      command: { scriptLocation: "s3://scripts-464738291005/orders.py" },
      roleArn: "arn:aws:iam::464738291005:role/glue",
      glueVersion: "2.0",
    },
    compliant: {
      command: { scriptLocation: "s3://scripts-464738291005/orders.py" },
      roleArn: "arn:aws:iam::464738291005:role/glue",
      glueVersion: "5.0",
    },
  },
  {
    control: "Glue.4",
    rule: "glue-job-version",
    type: "aws:glue/job:Job",
    violating: {
      command: { scriptLocation: "s3://scripts-464738291005/orders.py" },
      roleArn: "arn:aws:iam::464738291005:role/glue",
    },
    compliant: {
      command: { name: "pythonshell", scriptLocation: "s3://scripts-464738291005/a.py" },
      roleArn: "arn:aws:iam::464738291005:role/glue",
    },
    about: "no version, and a job without Spark",
  },
] satisfies ControlCase[];
