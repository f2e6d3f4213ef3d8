import { defineEndpointRule } from "../../src/rules/interface-endpoint";

export default defineEndpointRule({ id: "vpc-endpoint-ec2", service: "ec2", name: "the API of EC2" });
