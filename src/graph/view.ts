// A view has its resource, and a resource is a view, so they are in one module.
export { traceReads, View, type Read } from "./resource";
