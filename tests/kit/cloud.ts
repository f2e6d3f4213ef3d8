import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What `pulumi policy publish` sends of a pack before its code. */
export interface PublishedPack {
  name: string;
  displayName: string;
  versionTag: string;
  description: string;
  readme: string;
  provider: string;
  tags: string[];
  repository: string;
  runtime: string;
  policies: {
    name: string;
    displayName: string;
    description: string;
    enforcementLevel: string;
    severity: string;
    tags: string[];
    framework?: { reference: string };
    configSchema?: { properties: Record<string, unknown> };
  }[];
}

/** As much of Pulumi Cloud as publishing a policy pack needs, on loopback. */
export class Cloud {
  readonly requests: string[] = [];
  pack: PublishedPack | undefined;
  tarball: Buffer | undefined;
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request, response);
  });

  static async start(): Promise<Cloud> {
    const cloud = new Cloud();
    await new Promise<void>((done) => cloud.server.listen(0, "127.0.0.1", done));
    return cloud;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    this.requests.push(`${method} ${url}`);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(this.take(`${method} ${url}`, body)));
  }

  private take(request: string, body: Buffer): object {
    if (request === "GET /api/user") {
      const organization = { githubLogin: "acme", name: "acme" };
      return { id: "1", ...organization, email: "acme@example.com", organizations: [organization] };
    }
    if (request === "POST /api/orgs/acme/policypacks") {
      this.pack = JSON.parse(body.toString()) as PublishedPack;
      return { version: 1, uploadURI: `${this.url}/upload` };
    }
    if (request === "PUT /upload") {
      this.tarball = body;
    }
    return {};
  }
}
