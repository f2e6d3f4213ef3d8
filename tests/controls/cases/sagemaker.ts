import type { ControlCase, Inputs } from "./case";

const NOTEBOOK = "aws:sagemaker/notebookInstance:NotebookInstance";
const JOB = "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition";
const notebook: Inputs = { instanceType: "ml.t3.medium", roleArn: "arn:aws:iam::464738291005:role/notebook" };
const variants = (more: Inputs): Inputs => ({
  productionVariants: [{ variantName: "all", modelName: "orders", ...more }],
});
const schedule = (enableNetworkIsolation: boolean): Inputs => ({
  monitoringScheduleConfig: {
    monitoringType: "DataQuality",
    monitoringJobDefinition: { networkConfig: { enableNetworkIsolation } },
  },
});

export default [
  {
    control: "SageMaker.1",
    rule: "notebook-internet-access",
    type: NOTEBOOK,
    violating: notebook,
    compliant: { ...notebook, directInternetAccess: "Disabled" },
  },
  {
    control: "SageMaker.2",
    rule: "notebook-in-vpc",
    type: NOTEBOOK,
    violating: notebook,
    compliant: { ...notebook, subnetId: "subnet-0a1b2c3d4e5f60718" },
  },
  {
    control: "SageMaker.3",
    rule: "notebook-root-access",
    type: NOTEBOOK,
    violating: notebook,
    compliant: { ...notebook, rootAccess: "Disabled" },
  },
  {
    control: "SageMaker.4",
    rule: "sagemaker-endpoint-instance-count",
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    violating: variants({ instanceType: "ml.m5.large", initialInstanceCount: 1 }),
    compliant: variants({ instanceType: "ml.m5.large", initialInstanceCount: 2 }),
  },
  {
    control: "SageMaker.4",
    rule: "sagemaker-endpoint-instance-count",
    about: "a serverless variant",
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    violating: variants({ instanceType: "ml.m5.large" }),
    compliant: variants({ serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 } }),
  },
  {
    control: "SageMaker.5",
    rule: "sagemaker-model-network-isolation",
    type: "aws:sagemaker/model:Model",
    violating: { executionRoleArn: "arn:aws:iam::464738291005:role/model" },
    compliant: { executionRoleArn: "arn:aws:iam::464738291005:role/model", enableNetworkIsolation: true },
  },
  {
    control: "SageMaker.8",
    rule: "notebook-platform",
    type: NOTEBOOK,
    violating: { ...notebook, platformIdentifier: "notebook-al1-v1" },
    compliant: { ...notebook, platformIdentifier: "notebook-al2-v3" },
  },
  {
    control: "SageMaker.9",
    rule: "sagemaker-job-traffic-encrypted",
    type: JOB,
    violating: { name: "orders", networkConfig: { enableNetworkIsolation: true } },
    compliant: { name: "orders", networkConfig: { enableInterContainerTrafficEncryption: true } },
  },
  {
    control: "SageMaker.11",
    rule: "sagemaker-data-quality-job-isolation",
    type: JOB,
    violating: { name: "orders" },
    compliant: { name: "orders", networkConfig: { enableNetworkIsolation: true } },
  },
  {
    control: "SageMaker.14",
    rule: "sagemaker-monitoring-isolation",
    type: "aws:sagemaker/monitoringSchedule:MonitoringSchedule",
    violating: schedule(false),
    compliant: schedule(true),
  },
] satisfies ControlCase[];
