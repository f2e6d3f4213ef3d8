import { vault } from "./backup";
import { databases, sessionTable } from "./database";
import { loadBalancer } from "./delivery";
import { key } from "./foundation";
import "./monitoring";
import { vpc } from "./network";
import { domainName, migrationPhase } from "./settings";
import { activeEnvironment, switchFunction } from "./switching";

export const vpcId = vpc.id;
export const blueClusterEndpoint = databases.blue.cluster.endpoint;
export const greenClusterEndpoint = databases.green.cluster.endpoint;
export const dynamodbTableName = sessionTable.name;
export const switchLambdaName = switchFunction.name;
export const activeEnvironmentParameter = activeEnvironment.name;
export const kmsKeyId = key.keyId;
export const backupVaultName = vault.name;
export const albDnsName = loadBalancer.dnsName;

/** Everything that a client or an operator needs to connect, in one value. */
export const connectionInfo = {
  url: `https://${domainName}`,
  migrationPhase,
  activeEnvironmentParameter: activeEnvironment.name,
  sessionTable: sessionTable.name,
  blue: {
    writer: databases.blue.cluster.endpoint,
    reader: databases.blue.cluster.readerEndpoint,
    credentials: databases.blue.credentials.arn,
  },
  green: {
    writer: databases.green.cluster.endpoint,
    reader: databases.green.cluster.readerEndpoint,
    credentials: databases.green.credentials.arn,
  },
};
