/** One failure that reviewers of Pulumi programs for AWS documented. */
export interface Failure {
  /** A few words that name it. */
  title: string;
  /** What was there, and what follows from it. */
  sentence: string;
}

/** The reviews in which the failures were documented, by the letter of their ids. */
export const FAILURE_DOCUMENTS = {
  F: "FastCart order processing",
  P: "payment migration",
  B: "blue-green migration",
  C: "product catalog",
  E: "multi-environment infrastructure",
} as const;

type Letter = keyof typeof FAILURE_DOCUMENTS;

/** The failures by id: the letter of the review, and the number of the failure in it. */
export const FAILURES: Readonly<Record<`${Letter}${number}`, Failure>> = {
  F1: {
    title: "Another platform or language",
    sentence: "The program is written for the AWS CDK or Terraform, or mixes them with Pulumi, so nothing is deployed.",
  },
  F2: {
    title: "Another region",
    sentence: "Resources or availability zones name a region other than the required one, and data ends up there.",
  },
  F3: {
    title: "Names without the environment suffix",
    sentence: "Fixed names collide as soon as a second environment is deployed to the same account.",
  },
  F4: {
    title: "Required services left out",
    sentence: "A service that the requirements list, such as the stream, the cache or the secret, is not in the stack.",
  },
  F5: {
    title: "Data stores without encryption",
    sentence: "Database, cache, stream or logs keep data unencrypted, or without the customer managed key.",
  },
  F6: {
    title: "Containers in public subnets",
    sentence: "ECS tasks get public addresses in public subnets, so the internet can reach them.",
  },
  F7: {
    title: "No way out of the private subnets",
    sentence: "Without a NAT gateway or endpoints, tasks cannot pull their image or call AWS, and never start.",
  },
  F8: {
    title: "Secrets without rotation",
    sentence: "The secret has no rotation schedule, so the required thirty days are never met.",
  },
  F9: {
    title: "Cache without encryption in transit",
    sentence: "Redis takes unencrypted connections and no token, so anything in the network can read and write it.",
  },
  F10: {
    title: "Security groups too open, or too closed",
    sentence: "Database or cache admit the internet or the whole VPC, or lack the rule for the clients that need them.",
  },
  F11: {
    title: "No alarms on stream and database",
    sentence: "Nothing watches how far consumers lag or how busy the database is, so users notice first.",
  },
  F12: {
    title: "Task role without the permissions it needs",
    sentence: "The role does not allow reading the stream or the secret, so calls are denied at run time.",
  },
  F13: {
    title: "No VPC endpoints",
    sentence: "Traffic to S3, DynamoDB and ECR passes through the NAT gateway, which charges for every gigabyte.",
  },
  F14: {
    title: "Credentials in the code",
    sentence:
      "A database password or cache token is a literal, readable by everyone who reads the repository or the state.",
  },
  F15: {
    title: "Resources without the expected tags",
    sentence: "Environment and application tags are missing, so costs and owners cannot be found.",
  },
  F16: {
    title: "Outputs missing or malformed",
    sentence: "Other programs and tests read an output that is not exported, is empty, or holds the text of a promise.",
  },
  F17: {
    title: "Logs kept forever",
    sentence: "A log group without retention never deletes anything, and its price only grows.",
  },
  F18: {
    title: "Networking created in any order",
    sentence: "NAT gateways and private routes do not wait for what they need, so a deployment fails now and then.",
  },
  F19: {
    title: "CPU and memory that Fargate does not combine",
    sentence: "The task combines sizes that do not exist together, or is smaller than the application needs.",
  },
  F20: {
    title: "Container image that does not exist",
    sentence: "The task definition names an empty repository, a missing tag or a wrong registry, so no task starts.",
  },
  F21: {
    title: "No unit tests",
    sentence: "Unit tests are missing, do not use Pulumi's mocks, or cover too little to catch a mistake.",
  },
  F22: {
    title: "Integration tests with fixed values",
    sentence: "Tests compare literals instead of the outputs of the deployed stack, and pass although it is broken.",
  },
  F23: {
    title: "Tests that import another platform",
    sentence: "Test files import the CDK or have no mocks, so they stop before the first assertion.",
  },
  F24: {
    title: "Documentation of another platform",
    sentence: "The README describes Terraform or another tool, and its commands do not fit the program.",
  },
  F25: {
    title: "Prompt without platform and language",
    sentence: "PROMPT.md does not state that the program is Pulumi and in which language.",
  },
  P1: {
    title: "Two availability zones instead of three",
    sentence: "A loop makes subnets in two zones where the requirements count three.",
  },
  P2: {
    title: "One target group for blue-green",
    sentence: "Without a second target group there is nothing to shift traffic to.",
  },
  P3: {
    title: "Database password in the code",
    sentence: "The master password is a literal in the program instead of a generated value.",
  },
  P4: {
    title: "RDS instance instead of Aurora Serverless",
    sentence: "The required kind of database scales by itself; a fixed instance does not.",
  },
  P5: {
    title: "Final snapshot blocks the removal",
    sentence: "A test stack requires a final snapshot, so it cannot be destroyed by the pipeline that made it.",
  },
  P6: {
    title: "Secret that the database does not use",
    sentence: "Secrets Manager holds one password and the database has another, so rotation changes nothing.",
  },
  P7: {
    title: "Secret without a rotation schedule",
    sentence: "The secret exists, but no rotation is attached to it.",
  },
  P8: {
    title: "Load balancer without HTTPS",
    sentence: "The only listener speaks HTTP, so payment data crosses the internet unencrypted.",
  },
  P9: {
    title: "Dashboard without the database",
    sentence: "The dashboard shows containers only; load and connections of the database are missing.",
  },
  P10: {
    title: "No alarms",
    sentence: "Processor, memory and connections have no thresholds that notify anyone.",
  },
  P11: {
    title: "No backups",
    sentence: "Vault, plan and selection for the required daily backups are missing.",
  },
  P12: {
    title: "No state machine for the cutover",
    sentence: "The Step Functions workflow that moves the traffic is missing.",
  },
  P13: {
    title: "No parameters for the configuration",
    sentence: "Application settings are not in Parameter Store, where the requirements expect them.",
  },
  P14: {
    title: "Required tags incomplete",
    sentence: "Cost center and migration phase are missing from the tags that all resources share.",
  },
  P15: {
    title: "IAM policies with wildcards",
    sentence: "A role may use every action of a service on every resource of the account.",
  },
  P16: {
    title: "More NAT gateways than needed",
    sentence: "Each zone has its own gateway although the stack is a test that one would serve.",
  },
  P17: {
    title: "Stack outputs incomplete",
    sentence: "Subnets, target groups and the state machine are not exported, so other stacks cannot refer to them.",
  },
  P18: {
    title: "Network resources without tags",
    sentence: "The VPC and others have no tags of their own, so their costs belong to no team.",
  },
  P19: {
    title: "Environment suffix optional",
    sentence: "The type of the stack's arguments does not require the suffix, so it can be forgotten without an error.",
  },
  B1: {
    title: "Default tags without the required keys",
    sentence: "The tags that every resource inherits lack environment, cost center and migration phase.",
  },
  B2: {
    title: "No customer managed key",
    sentence: "The stack has no KMS key of its own, although all data must be encrypted with one.",
  },
  B3: {
    title: "No endpoints for S3 and DynamoDB",
    sentence: "Private traffic to both services leaves the VPC instead of using gateway endpoints.",
  },
  B4: {
    title: "Credentials outside of Secrets Manager",
    sentence: "Neither database has its credentials in a secret that rotates.",
  },
  B5: {
    title: "No alarms on databases and load balancer",
    sentence: "Connections, response times and throttled requests are not watched.",
  },
  B6: {
    title: "No backup plan",
    sentence: "Neither environment is covered by AWS Backup with the required seven days.",
  },
  B7: {
    title: "Active environment not recorded",
    sentence: "No parameter keeps whether blue or green serves, so the switch cannot know.",
  },
  B8: {
    title: "One availability zone",
    sentence: "All subnets are in one zone, so one failed data center takes everything down.",
  },
  B9: {
    title: "NAT gateway without an elastic IP",
    sentence: "The address that a public NAT gateway needs is not in the program.",
  },
  B10: {
    title: "NAT gateway without an allocation",
    sentence: "The argument that connects gateway and address is missing, and AWS rejects the call.",
  },
  B11: {
    title: "Fewer NAT gateways than zones",
    sentence: "The program refers to one gateway in each zone and creates only one.",
  },
  B12: {
    title: "No point-in-time recovery",
    sentence: "Session data in DynamoDB cannot be restored after it was overwritten or deleted.",
  },
  B13: {
    title: "Table without the customer managed key",
    sentence: "DynamoDB encrypts with its own key instead of the required one.",
  },
  B14: {
    title: "Database group open to the internet",
    sentence: "The database's security group admits every address instead of the VPC.",
  },
  B15: {
    title: "MySQL instead of Aurora MySQL",
    sentence: "The cluster names the engine of RDS for MySQL, which is another service.",
  },
  B16: {
    title: "Engine version in the wrong form",
    sentence: "Aurora has versions of its own; the short MySQL number matches none of them.",
  },
  B17: {
    title: "Master password in the code",
    sentence: "The cluster's password is a weak literal in the program.",
  },
  B18: {
    title: "Cluster storage not encrypted",
    sentence: "The database keeps payment data without encryption at rest.",
  },
  B19: {
    title: "Cluster without the customer managed key",
    sentence: "Encrypted or not, the cluster does not use the key that the requirements name.",
  },
  B20: {
    title: "Backups kept too briefly",
    sentence: "The cluster keeps automatic backups three days where seven are required.",
  },
  B21: {
    title: "No database logs",
    sentence: "Audit, error and slow query logs are not sent to CloudWatch, so an incident leaves no trail.",
  },
  B22: {
    title: "A single database instance",
    sentence: "Without a second instance there is nothing to fail over to.",
  },
  B23: {
    title: "Burstable instance class in production",
    sentence: "The class is made for occasional load, and slows down when its credits are used up.",
  },
  B24: {
    title: "Database with a public address",
    sentence: "The instances are marked publicly accessible although they belong in private subnets.",
  },
  B25: {
    title: "Blue target group without a health check",
    sentence: "The default check may call a path that the application does not have, so healthy targets are dropped.",
  },
  B26: {
    title: "Green target group without a health check",
    sentence: "The same gap in the other environment: the switch moves traffic to targets of unknown health.",
  },
  B27: {
    title: "Listener without weights",
    sentence: "A plain forward action sends everything to one target group, so traffic cannot be shifted.",
  },
  B28: {
    title: "Function role without policies",
    sentence: "The switch function may not change the listener, the parameter or its own logs.",
  },
  B29: {
    title: "Function that does nothing",
    sentence: "The switch function returns a greeting; the logic was never written.",
  },
  B30: {
    title: "Old Lambda runtime",
    sentence: "The function uses a Python version close to its end of support.",
  },
  B31: {
    title: "Function timeout too short",
    sentence: "Thirty seconds are not enough for a switch that also validates what it did.",
  },
  B32: {
    title: "Function memory too low",
    sentence: "The least memory also means the least processor time, and the SDK alone needs more.",
  },
  B33: {
    title: "Function without its settings",
    sentence: "Listener, target groups and parameter are not in the environment variables that the code reads.",
  },
  B34: {
    title: "Entry point passes no tags",
    sentence: "The program creates the stack without the tags that its resources should inherit.",
  },
  B35: {
    title: "Only one output",
    sentence: "Endpoints, table, function, key and vault are not exported, so the migration cannot be followed.",
  },
  B36: {
    title: "Region not configured",
    sentence: "Pulumi.yaml sets no region, so the machine that runs the program decides.",
  },
  C1: {
    title: "Removed argument of the elastic IP",
    sentence: "The program sets `vpc`, which newer providers replaced by `domain`.",
  },
  C2: {
    title: "Addresses and gateways not ordered",
    sentence: "Elastic IPs, NAT gateways and private routes do not wait for the internet gateway.",
  },
  C3: {
    title: "Password in the code",
    sentence: "User name and password of the database are literals in the program.",
  },
  C4: {
    title: "Secret reference without its key",
    sentence: "The container gets the whole JSON document of the secret instead of the one value it expects.",
  },
  C5: {
    title: "Endpoint split by hand",
    sentence:
      "The program cuts the host out of `endpoint` although `address` has it, and the result is wrong in a preview.",
  },
  C6: {
    title: "Repository that cannot be removed",
    sentence: "The ECR repository keeps its images when the test stack is destroyed, and the removal fails.",
  },
  C7: {
    title: "Container without a health check",
    sentence: "ECS keeps a container that runs but no longer works.",
  },
  C8: {
    title: "Policy for every resource",
    sentence: "The role may read and decrypt every secret of the account instead of its own.",
  },
  C9: {
    title: "Service starts before its dependencies",
    sentence: "The ECS service does not wait for the listener and the database, so its first tasks fail.",
  },
  C10: {
    title: "Database without a backup configuration",
    sentence: "Retention and windows are left to chance, so a restore or an update may come at a bad time.",
  },
  C11: {
    title: "Service without deployment limits",
    sentence: "Nothing keeps enough tasks running while a new version rolls out, and nothing rolls it back.",
  },
  C12: {
    title: "Scaling target before its service",
    sentence: "The scaling target does not wait for the service that it scales, and is rejected when it is first.",
  },
  C13: {
    title: "Rules without descriptions",
    sentence: "Security group rules do not explain what they are for, so no review dares to remove one.",
  },
  E1: {
    title: "Engine version that AWS does not offer",
    sentence: "The Aurora version was withdrawn or never existed, so the cluster and all that needs it fail.",
  },
  E2: {
    title: "Project name and entry point do not match",
    sentence: "Pulumi.yaml names another project and another entry point than the deployment scripts expect.",
  },
  E3: {
    title: "Temporary password in the code",
    sentence: "The credentials are a literal that is meant to be changed later, and is not.",
  },
  E4: {
    title: "No flow logs",
    sentence: "The VPC records no traffic, so neither an incident nor a blocked connection can be traced.",
  },
  E5: {
    title: "Placeholder image",
    sentence: "The service runs a stock web server instead of the application.",
  },
  E6: {
    title: "No database migrations",
    sentence: "The database is created without anything that brings the schema into it.",
  },
  E7: {
    title: "Subnet blocks with gaps",
    sentence: "The address ranges leave room that no later tier can use well.",
  },
  E8: {
    title: "No dashboard",
    sentence: "Alarms exist, but no page shows the metrics of the system together.",
  },
  E9: {
    title: "No cost allocation tags",
    sentence: "Owner, cost center and application are missing, so costs cannot be split by team or environment.",
  },
};

/** The review of a failure. */
export const documentOf = (id: string): string => FAILURE_DOCUMENTS[id.charAt(0) as Letter];
