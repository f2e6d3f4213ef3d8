import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest, type Callback } from "@pulumi/pulumi/proto/callback_pb";
import { TransformRequest, TransformResourceOptions, TransformResponse } from "@pulumi/pulumi/proto/resource_pb";
import { credentials, Struct } from "./grpc";
import type { Registration } from "./recorder";
import { asOutput, dependenciesOf, type Properties } from "./wire";

/** The functions of a program that change resources before they are registered. */
export class Transforms {
  private readonly ofStack: Callback[] = [];
  private readonly ofResource = new Map<string, { parent: string; callbacks: Callback[] }>();
  private readonly clients = new Map<string, CallbacksClient>();

  addStackTransform(callback: Callback): void {
    this.ofStack.push(callback);
  }

  /** Keeps what applies to the children of a resource too. */
  remember(urn: string, parent: string, callbacks: Callback[]): void {
    this.ofResource.set(urn, { parent, callbacks });
  }

  concern(registration: Registration, own: Callback[]): boolean {
    return this.callbacksFor(registration.parent, own).length > 0;
  }

  /**
   * The resource's own transforms, then its parents', then the stack's. Only where a resource has transforms of its own
   * does the real engine ask their results what the resource depends on; this is so here too.
   */
  async apply(registration: Registration, own: Callback[]): Promise<Registration> {
    let changed = withOutputValues(registration, own);
    for (const callback of this.callbacksFor(registration.parent, own)) changed = await this.call(callback, changed);
    if (own.length === 0) return { ...changed, dependencies: registration.dependencies };
    const found = Object.entries(changed.inputs).map(([key, value]) => [key, dependenciesOf(value)] as const);
    return {
      ...changed,
      dependencies: [...changed.dependencies, ...found.flatMap(([, urns]) => urns)],
      propertyDependencies: Object.fromEntries(found),
    };
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private callbacksFor(parent: string, own: Callback[]): Callback[] {
    const callbacks = [...own];
    for (let urn = parent; urn !== ""; urn = this.ofResource.get(urn)?.parent ?? "") {
      callbacks.push(...(this.ofResource.get(urn)?.callbacks ?? []));
    }
    return [...callbacks, ...this.ofStack];
  }

  private async call(callback: Callback, registration: Registration): Promise<Registration> {
    const response = TransformResponse.deserializeBinary(await this.invoke(callback, transformRequest(registration)));
    const properties = response.getProperties()?.toJavaScript();
    const options = response.getOptions();
    return {
      ...registration,
      inputs: properties ?? registration.inputs,
      dependencies: options?.getDependsOnList() ?? [],
      provider: [options?.getProvider(), registration.provider].find((reference) => reference) ?? "",
    };
  }

  private invoke(callback: Callback, request: TransformRequest): Promise<Uint8Array> {
    const message = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(request.serializeBinary());
    return new Promise((resolve, reject) => {
      this.client(callback.getTarget()).invoke(message, (error, response) => {
        if (error) reject(new Error(error.details));
        else resolve(response.getResponse_asU8());
      });
    });
  }

  private client(target: string): CallbacksClient {
    const known = this.clients.get(target) ?? new CallbacksClient(target, credentials.createInsecure());
    this.clients.set(target, known);
    return known;
  }
}

function withOutputValues(registration: Registration, own: Callback[]): Registration {
  const dependencies = own.length > 0 ? registration.propertyDependencies : {};
  const inputs: Properties = {};
  for (const [key, value] of Object.entries(registration.inputs))
    inputs[key] = asOutput(value, dependencies[key] ?? []);
  return { ...registration, inputs };
}

function transformRequest(registration: Registration): TransformRequest {
  const options = new TransformResourceOptions()
    .setDependsOnList(registration.dependencies)
    .setProvider(registration.provider)
    .setVersion(registration.package.version);
  return new TransformRequest()
    .setType(registration.type)
    .setName(registration.name)
    .setCustom(registration.custom)
    .setParent(registration.parent)
    .setProperties(Struct.fromJavaScript(registration.inputs))
    .setOptions(options);
}
