import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type * as EmptyModule from "google-protobuf/google/protobuf/empty_pb";
import type * as StructModule from "google-protobuf/google/protobuf/struct_pb";

// The messages of @pulumi/pulumi do not work with any other copy of the libraries that it makes and sends them with.
const ofSdk = createRequire(require.resolve("@pulumi/pulumi"));

export const { credentials, Server, ServerCredentials, status } = ofSdk("@grpc/grpc-js") as typeof Grpc;
export const { Empty } = ofSdk("google-protobuf/google/protobuf/empty_pb") as typeof EmptyModule;
export const { Struct } = ofSdk("google-protobuf/google/protobuf/struct_pb") as typeof StructModule;
export type Struct = StructModule.Struct;
