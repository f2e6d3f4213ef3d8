import { defineEndpointRule } from "../../src/rules/interface-endpoint";

export default defineEndpointRule({ id: "vpc-endpoint-ssm", service: "ssm", name: "Systems Manager" });
