import type { ServiceConstraints } from "../form";

const JOB_QUEUE = "aws:batch/jobQueue:JobQueue";
const ENVIRONMENT = "aws:batch/computeEnvironment:ComputeEnvironment";
const JOB = "aws:batch/jobDefinition:JobDefinition";
const RESOURCE = "https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeResource.html";
const REGISTER = "https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html";
const instances = { type: "EC2", instanceTypes: ["m7g.large"], instanceRole: "x", minVcpus: 0, maxVcpus: 16 };

const onFargate = (more: object = {}): Record<string, unknown> => ({
  computeResources: { type: "FARGATE", maxVcpus: 16, securityGroupIds: ["sg-0a"], subnets: ["subnet-0a"], ...more },
});

const job = (resourceRequirements: object[]): Record<string, unknown> => ({
  name: "x",
  type: "container",
  platformCapabilities: ["FARGATE"],
  containerProperties: JSON.stringify({
    image: "x",
    executionRoleArn: "arn:aws:iam::111122223333:role/x",
    resourceRequirements,
  }),
});

/** A job queue with compute environments of these types. */
const queued = (...types: string[]): Record<string, unknown> => ({
  state: "ENABLED",
  priority: 1,
  computeEnvironmentOrders: types.map((type) => ({ computeResources: { type } })),
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.batch.compute-environment.fargate-settings": {
      type: ENVIRONMENT,
      when: { "computeResources.type": ["FARGATE", "FARGATE_SPOT"] },
      require: {
        "computeResources.minVcpus": { max: 0 },
        "computeResources.desiredVcpus": { max: 0 },
        "computeResources.instanceTypes": { present: false },
        "computeResources.instanceRole": { present: false },
      },
      must: "Fargate has no instances: leave out `computeResources.minVcpus`, `computeResources.desiredVcpus`, `computeResources.instanceTypes` and `computeResources.instanceRole`.",
      source: RESOURCE,
      accepts: [onFargate(), { computeResources: { ...instances, desiredVcpus: 2 } }],
      rejects: [
        { computeResources: { type: "FARGATE", minVcpus: 2 } },
        { computeResources: { type: "FARGATE", desiredVcpus: 2 } },
        { computeResources: { type: "FARGATE_SPOT", instanceTypes: ["optimal"] } },
        { computeResources: { type: "FARGATE", instanceRole: "x" } },
      ],
    },
    "aws.batch.compute-environment.instance-role": {
      type: ENVIRONMENT,
      when: { "computeResources.type": ["EC2", "SPOT"], eksConfiguration: { present: false } },
      require: {
        "computeResources.instanceRole": { present: true },
        "computeResources.instanceTypes": { present: true },
      },
      must: "Instances require `computeResources.instanceRole` and `computeResources.instanceTypes`.",
      source: RESOURCE,
      accepts: [
        { computeResources: instances },
        {
          eksConfiguration: { eksClusterArn: "x" },
          computeResources: { ...instances, allocationStrategy: "BEST_FIT_PROGRESSIVE" },
        },
      ],
      rejects: [{ computeResources: { ...instances, instanceRole: undefined } }],
    },
    "aws.batch.compute-environment.vcpu-range": {
      type: ENVIRONMENT,
      require: { "computeResources.minVcpus": { max: { property: "computeResources.maxVcpus" } } },
      must: "`computeResources.minVcpus` must be at most `computeResources.maxVcpus`.",
      source: RESOURCE,
      accepts: [{ computeResources: instances }],
      rejects: [{ computeResources: { ...instances, minVcpus: 32 } }],
    },
    "aws.batch.compute-environment.desired-vcpus": {
      type: ENVIRONMENT,
      require: {
        "computeResources.desiredVcpus": {
          min: { property: "computeResources.minVcpus" },
          max: { property: "computeResources.maxVcpus" },
        },
      },
      must: "`computeResources.desiredVcpus` must be from the minimum to the maximum.",
      source: RESOURCE,
      accepts: [{ computeResources: { ...instances, desiredVcpus: 4 } }],
      rejects: [{ computeResources: { ...instances, desiredVcpus: 32 } }],
    },
    "aws.batch.job-definition.fargate-execution-role": {
      type: JOB,
      when: { platformCapabilities: { contains: "FARGATE" } },
      each: "containerProperties",
      require: { executionRoleArn: { present: true } },
      must: 'Jobs on Fargate require "executionRoleArn".',
      source: REGISTER,
      accepts: [
        {
          type: "container",
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({ image: "x", executionRoleArn: "y" }),
        },
        { type: "container", containerProperties: JSON.stringify({ image: "x" }) },
      ],
      rejects: [
        { type: "container", platformCapabilities: ["FARGATE"], containerProperties: JSON.stringify({ image: "x" }) },
      ],
    },
    "aws.batch.job-definition.fargate-privileged": {
      type: JOB,
      when: { platformCapabilities: { contains: "FARGATE" } },
      each: "containerProperties",
      require: { privileged: { not: true } },
      must: "Jobs on Fargate must not be privileged.",
      source: REGISTER,
      accepts: [
        {
          type: "container",
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({ image: "x", executionRoleArn: "y", privileged: false }),
        },
      ],
      rejects: [
        {
          type: "container",
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({ image: "x", executionRoleArn: "y", privileged: true }),
        },
      ],
    },
    "aws.batch.job-definition.attempts": {
      type: JOB,
      require: { "retryStrategy.attempts": { min: 1, max: 10 } },
      must: "`retryStrategy.attempts` must be from 1 to 10.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_RetryStrategy.html",
      accepts: [{ retryStrategy: { attempts: 3 } }],
      rejects: [{ retryStrategy: { attempts: 20 } }],
    },
    "aws.batch.job-definition.timeout": {
      type: JOB,
      require: { "timeout.attemptDurationSeconds": { min: 60 } },
      must: "`timeout.attemptDurationSeconds` must be at least 60.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_JobTimeout.html",
      accepts: [{ timeout: { attemptDurationSeconds: 60 } }],
      rejects: [{ timeout: { attemptDurationSeconds: 30 } }],
    },
    "aws.batch.job-definition.fargate-legacy-size": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: [
        { platformCapabilities: { contains: "FARGATE" }, "containerProperties.vcpus": { above: 0 } },
        { platformCapabilities: { contains: "FARGATE" }, "containerProperties.memory": { above: 0 } },
      ],
      require: { "containerProperties.resourceRequirements": { present: true } },
      must: "A job on Fargate has its size in `resourceRequirements`, not in `vcpus` and `memory`.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          type: "container",
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "1" },
              { type: "MEMORY", value: "2048" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({ executionRoleArn: "x", image: "x", vcpus: 1, memory: 2048 }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-0-25": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["0.25"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: { type: "MEMORY", value: { not: ["512", "1024", "2048"] } },
        },
      },
      must: "A job on Fargate with 0.25 vCPU has a memory of 512, 1024 or 2048 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "0.25" },
              { type: "MEMORY", value: "1024" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "0.25" },
              { type: "MEMORY", value: "2055" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-0-5": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["0.5"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: { type: "MEMORY", value: { not: ["1024", "2048", "3072", "4096"] } },
        },
      },
      must: "A job on Fargate with 0.5 vCPU has a memory of 1024 to 4096 in steps of 1024 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "0.5" },
              { type: "MEMORY", value: "2048" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "0.5" },
              { type: "MEMORY", value: "4103" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-1": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["1", "1.0"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: { type: "MEMORY", value: { not: ["2048", "3072", "4096", "5120", "6144", "7168", "8192"] } },
        },
      },
      must: "A job on Fargate with 1 vCPU has a memory of 2048 to 8192 in steps of 1024 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "1" },
              { type: "MEMORY", value: "3072" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "1" },
              { type: "MEMORY", value: "8199" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-2": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["2", "2.0"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: {
            type: "MEMORY",
            value: {
              not: [
                "4096",
                "5120",
                "6144",
                "7168",
                "8192",
                "9216",
                "10240",
                "11264",
                "12288",
                "13312",
                "14336",
                "15360",
                "16384",
              ],
            },
          },
        },
      },
      must: "A job on Fargate with 2 vCPU has a memory of 4096 to 16384 in steps of 1024 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "2" },
              { type: "MEMORY", value: "5120" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "2" },
              { type: "MEMORY", value: "16391" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-4": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["4", "4.0"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: {
            type: "MEMORY",
            value: {
              not: [
                "8192",
                "9216",
                "10240",
                "11264",
                "12288",
                "13312",
                "14336",
                "15360",
                "16384",
                "17408",
                "18432",
                "19456",
                "20480",
                "21504",
                "22528",
                "23552",
                "24576",
                "25600",
                "26624",
                "27648",
                "28672",
                "29696",
                "30720",
              ],
            },
          },
        },
      },
      must: "A job on Fargate with 4 vCPU has a memory of 8192 to 30720 in steps of 1024 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "4" },
              { type: "MEMORY", value: "9216" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "4" },
              { type: "MEMORY", value: "30727" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-8": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["8", "8.0"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: {
            type: "MEMORY",
            value: {
              not: [
                "16384",
                "20480",
                "24576",
                "28672",
                "32768",
                "36864",
                "40960",
                "45056",
                "49152",
                "53248",
                "57344",
                "61440",
              ],
            },
          },
        },
      },
      must: "A job on Fargate with 8 vCPU has a memory of 16384 to 61440 in steps of 4096 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "8" },
              { type: "MEMORY", value: "20480" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "8" },
              { type: "MEMORY", value: "61447" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-memory-16": {
      type: "aws:batch/jobDefinition:JobDefinition",
      when: {
        platformCapabilities: { contains: "FARGATE" },
        "containerProperties.resourceRequirements": { some: { type: "VCPU", value: ["16", "16.0"] } },
      },
      require: {
        "containerProperties.resourceRequirements": {
          none: {
            type: "MEMORY",
            value: {
              not: [
                "32768",
                "40960",
                "49152",
                "57344",
                "65536",
                "73728",
                "81920",
                "90112",
                "98304",
                "106496",
                "114688",
                "122880",
              ],
            },
          },
        },
      },
      must: "A job on Fargate with 16 vCPU has a memory of 32768 to 122880 in steps of 8192 MiB.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "16" },
              { type: "MEMORY", value: "40960" },
            ],
          }),
        },
      ],
      rejects: [
        {
          platformCapabilities: ["FARGATE"],
          containerProperties: JSON.stringify({
            executionRoleArn: "x",
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "16" },
              { type: "MEMORY", value: "122887" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.fargate-processors": {
      type: JOB,
      when: { platformCapabilities: { contains: "FARGATE" } },
      each: "containerProperties.resourceRequirements",
      where: { type: "VCPU" },
      require: { value: [0.25, 0.5, 1, 2, 4, 8, 16] },
      must: "A job on Fargate has 0.25, 0.5, 1, 2, 4, 8 or 16 vCPUs.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        job([
          { type: "VCPU", value: "2" },
          { type: "MEMORY", value: "4096" },
        ]),
      ],
      rejects: [
        job([
          { type: "VCPU", value: "3" },
          { type: "MEMORY", value: "4096" },
        ]),
      ],
    },
    "aws.batch.job-definition.fargate-graphics": {
      type: JOB,
      when: { platformCapabilities: { contains: "FARGATE" } },
      each: "containerProperties.resourceRequirements",
      require: { type: ["VCPU", "MEMORY"] },
      must: "A job on Fargate has vCPUs and memory, and no GPU.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        job([
          { type: "VCPU", value: "2" },
          { type: "MEMORY", value: "4096" },
        ]),
      ],
      rejects: [
        job([
          { type: "VCPU", value: "2" },
          { type: "MEMORY", value: "4096" },
          { type: "GPU", value: "1" },
        ]),
      ],
    },
    "aws.batch.job-definition.least-memory": {
      type: JOB,
      each: "containerProperties.resourceRequirements",
      where: { type: "MEMORY" },
      require: { value: { min: 4 } },
      must: "A job has at least 4 MiB of memory.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_ResourceRequirement.html",
      accepts: [
        job([
          { type: "VCPU", value: "2" },
          { type: "MEMORY", value: "4096" },
        ]),
      ],
      rejects: [
        {
          name: "x",
          type: "container",
          containerProperties: JSON.stringify({
            image: "x",
            resourceRequirements: [
              { type: "VCPU", value: "1" },
              { type: "MEMORY", value: "2" },
            ],
          }),
        },
      ],
    },
    "aws.batch.job-definition.retry-conditions": {
      type: JOB,
      when: { "retryStrategy.evaluateOnExits": { minItems: 1 } },
      require: { "retryStrategy.attempts": { present: true }, "retryStrategy.evaluateOnExits": { maxItems: 5 } },
      must: "Conditions of a retry are at most five and require `retryStrategy.attempts`.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_RetryStrategy.html",
      accepts: [
        {
          name: "x",
          type: "container",
          retryStrategy: { attempts: 3, evaluateOnExits: [{ action: "RETRY", onStatusReason: "Host EC2*" }] },
        },
      ],
      rejects: [
        {
          name: "x",
          type: "container",
          retryStrategy: { evaluateOnExits: [{ action: "RETRY", onStatusReason: "Host EC2*" }] },
        },
      ],
    },
    "aws.batch.job-definition.kubernetes-platform": {
      type: JOB,
      when: { eksProperties: { present: true } },
      require: { platformCapabilities: { present: false }, containerProperties: { present: false } },
      must: "A job on EKS has neither `platformCapabilities` nor `containerProperties`.",
      source: REGISTER,
      accepts: [{ name: "x", type: "container", eksProperties: { podProperties: { containers: { image: "x" } } } }],
      rejects: [
        {
          name: "x",
          type: "container",
          platformCapabilities: ["EC2"],
          eksProperties: { podProperties: { containers: { image: "x" } } },
        },
      ],
    },
    "aws.batch.job-definition.nodes": {
      type: JOB,
      when: { type: "multinode" },
      require: { nodeProperties: { present: true }, containerProperties: { present: false } },
      must: "A job on several nodes has `nodeProperties`, not `containerProperties`.",
      source: REGISTER,
      accepts: [
        {
          name: "x",
          type: "multinode",
          nodeProperties: JSON.stringify({ mainNode: 0, numNodes: 2, nodeRangeProperties: [] }),
        },
      ],
      rejects: [{ name: "x", type: "multinode", containerProperties: JSON.stringify({ image: "x" }) }],
    },
    "aws.batch.compute-environment.spot-strategy": {
      type: ENVIRONMENT,
      when: { "computeResources.allocationStrategy": ["SPOT_CAPACITY_OPTIMIZED", "SPOT_PRICE_CAPACITY_OPTIMIZED"] },
      require: { "computeResources.type": "SPOT" },
      must: "Only an environment of the type SPOT has a strategy for spot capacity.",
      source: RESOURCE,
      accepts: [
        {
          type: "MANAGED",
          computeResources: {
            ...instances,
            type: "SPOT",
            allocationStrategy: "SPOT_CAPACITY_OPTIMIZED",
            securityGroupIds: ["sg-1"],
            subnets: ["subnet-1"],
          },
        },
      ],
      rejects: [
        {
          type: "MANAGED",
          computeResources: {
            ...instances,
            allocationStrategy: "SPOT_CAPACITY_OPTIMIZED",
            securityGroupIds: ["sg-1"],
            subnets: ["subnet-1"],
          },
        },
      ],
    },
    "aws.batch.compute-environment.bid": {
      type: ENVIRONMENT,
      require: { "computeResources.bidPercentage": { min: 0, max: 100 } },
      must: "`computeResources.bidPercentage` is at most 100.",
      source: RESOURCE,
      accepts: [
        {
          type: "MANAGED",
          computeResources: {
            ...instances,
            type: "SPOT",
            allocationStrategy: "SPOT_CAPACITY_OPTIMIZED",
            bidPercentage: 60,
            securityGroupIds: ["sg-1"],
            subnets: ["subnet-1"],
          },
        },
      ],
      rejects: [
        {
          type: "MANAGED",
          computeResources: {
            ...instances,
            type: "SPOT",
            allocationStrategy: "SPOT_CAPACITY_OPTIMIZED",
            bidPercentage: 120,
            securityGroupIds: ["sg-1"],
            subnets: ["subnet-1"],
          },
        },
      ],
    },
    "aws.batch.compute-environment.fleet-role": {
      type: ENVIRONMENT,
      when: { "computeResources.type": "SPOT", "computeResources.allocationStrategy": "BEST_FIT" },
      defaults: { "computeResources.allocationStrategy": "BEST_FIT" },
      require: { "computeResources.spotIamFleetRole": { present: true } },
      must: "Spot capacity with the strategy BEST_FIT requires `computeResources.spotIamFleetRole`.",
      source: RESOURCE,
      accepts: [
        {
          type: "MANAGED",
          computeResources: { ...instances, type: "SPOT", spotIamFleetRole: "arn:aws:iam::111122223333:role/x" },
        },
      ],
      rejects: [{ type: "MANAGED", computeResources: { ...instances, type: "SPOT" } }],
    },
    "aws.batch.compute-environment.managed-resources": {
      type: ENVIRONMENT,
      when: { type: "MANAGED" },
      require: { computeResources: { present: true } },
      must: "A managed environment requires `computeResources`.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_CreateComputeEnvironment.html",
      accepts: [{ type: "MANAGED", computeResources: instances }],
      rejects: [{ type: "MANAGED" }],
    },
    "aws.batch.compute-environment.template-id-or-name": {
      type: ENVIRONMENT,
      require: {
        atMostOne: [
          "computeResources.launchTemplate.launchTemplateId",
          "computeResources.launchTemplate.launchTemplateName",
        ],
      },
      must: "A launch template is named by its id or its name: leave out one of the two.",
      source: RESOURCE,
      accepts: [{ type: "MANAGED", computeResources: { ...instances, launchTemplate: { launchTemplateId: "lt-1" } } }],
      rejects: [
        {
          type: "MANAGED",
          computeResources: { ...instances, launchTemplate: { launchTemplateId: "lt-1", launchTemplateName: "x" } },
        },
      ],
    },
    "aws.batch.compute-environment.namespace": {
      type: ENVIRONMENT,
      require: { "eksConfiguration.kubernetesNamespace": { not: { matches: /^(?:default$|kube-)/ }, maxLength: 63 } },
      must: "The namespace must not be default, nor begin with kube-.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_EksConfiguration.html",
      accepts: [
        {
          type: "MANAGED",
          computeResources: { ...instances, allocationStrategy: "BEST_FIT_PROGRESSIVE" },
          eksConfiguration: { eksClusterArn: "x", kubernetesNamespace: "shop" },
        },
      ],
      rejects: [
        {
          type: "MANAGED",
          computeResources: { ...instances, allocationStrategy: "BEST_FIT_PROGRESSIVE" },
          eksConfiguration: { eksClusterArn: "x", kubernetesNamespace: "default" },
        },
      ],
    },
    "aws.batch.job-queue.environments": {
      type: JOB_QUEUE,
      require: { computeEnvironmentOrders: { maxItems: 3, uniqueBy: "order" } },
      must: "A queue has at most three environments, each with an order of its own.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_CreateJobQueue.html",
      accepts: [
        {
          name: "x",
          priority: 1,
          state: "ENABLED",
          computeEnvironmentOrders: [
            { order: 1, computeEnvironment: "a" },
            { order: 2, computeEnvironment: "b" },
          ],
        },
      ],
      rejects: [
        {
          name: "x",
          priority: 1,
          state: "ENABLED",
          computeEnvironmentOrders: [
            { order: 1, computeEnvironment: "a" },
            { order: 2, computeEnvironment: "b" },
            { order: 3, computeEnvironment: "c" },
            { order: 4, computeEnvironment: "d" },
          ],
        },
      ],
    },
    "aws.batch.job-queue.one-kind-of-environment": {
      type: JOB_QUEUE,
      // Twice the same, to compare each with each.
      refers: { computeEnvironmentOrders: ENVIRONMENT, "/computeEnvironmentOrders": ENVIRONMENT },
      when: { "computeEnvironmentOrders->computeResources.type": ["FARGATE", "FARGATE_SPOT"] },
      require: { "/computeEnvironmentOrders->computeResources.type": ["FARGATE", "FARGATE_SPOT"] },
      must: "A job queue has compute environments of Fargate, or others, not both.",
      source: "https://docs.aws.amazon.com/batch/latest/APIReference/API_CreateJobQueue.html",
      accepts: [queued("FARGATE", "FARGATE_SPOT"), queued("EC2", "SPOT")],
      rejects: [queued("FARGATE", "EC2"), queued("SPOT", "FARGATE_SPOT")],
    },
    "aws.batch.compute-environment.fargate-leftovers": {
      type: ENVIRONMENT,
      when: { "computeResources.type": ["FARGATE", "FARGATE_SPOT"] },
      require: {
        "computeResources.allocationStrategy": { present: false },
        "computeResources.bidPercentage": { present: false },
        "computeResources.ec2KeyPair": { present: false },
        "computeResources.imageId": { present: false },
        "computeResources.launchTemplate": { present: false },
        "computeResources.placementGroup": { present: false },
        "computeResources.spotIamFleetRole": { present: false },
      },
      must: "Fargate has no instances: leave out strategy, bid, key pair, image, launch template, placement group and fleet role.",
      source: RESOURCE,
      accepts: [
        onFargate(),
        { computeResources: { ...instances, allocationStrategy: "BEST_FIT_PROGRESSIVE", ec2KeyPair: "x" } },
      ],
      rejects: [
        onFargate({ allocationStrategy: "BEST_FIT_PROGRESSIVE" }),
        onFargate({ launchTemplate: { launchTemplateName: "x" } }),
        onFargate({ type: "FARGATE_SPOT", bidPercentage: 60 }),
      ],
    },
    "aws.batch.compute-environment.fargate-network": {
      type: ENVIRONMENT,
      when: { "computeResources.type": ["FARGATE", "FARGATE_SPOT"] },
      require: {
        "computeResources.securityGroupIds": { present: true },
        "computeResources.subnets": { present: true, maxItems: 16 },
      },
      must: "An environment on Fargate requires `computeResources.securityGroupIds` and at most 16 subnets.",
      source: RESOURCE,
      accepts: [onFargate()],
      rejects: [onFargate({ securityGroupIds: undefined }), onFargate({ subnets: [] })],
    },
    "aws.batch.compute-environment.kubernetes-strategy": {
      type: ENVIRONMENT,
      when: { eksConfiguration: { present: true } },
      require: { "computeResources.allocationStrategy": { present: true, not: "BEST_FIT" } },
      must: "An environment on EKS requires `computeResources.allocationStrategy`, which is not BEST_FIT.",
      source: RESOURCE,
      accepts: [
        {
          eksConfiguration: { eksClusterArn: "x", kubernetesNamespace: "jobs" },
          computeResources: { ...instances, allocationStrategy: "BEST_FIT_PROGRESSIVE" },
        },
        { computeResources: instances },
      ],
      rejects: [{ eksConfiguration: { eksClusterArn: "x", kubernetesNamespace: "jobs" }, computeResources: instances }],
    },
  },
} satisfies ServiceConstraints;
