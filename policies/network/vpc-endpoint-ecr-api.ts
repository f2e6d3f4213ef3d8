import { defineEndpointRule } from "../../src/rules/interface-endpoint";

export default defineEndpointRule({ id: "vpc-endpoint-ecr-api", service: "ecr.api", name: "the API of ECR" });
