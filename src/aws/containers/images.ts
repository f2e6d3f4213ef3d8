/** The parts of the reference of a container image. */
export interface Image {
  /** `docker.io` where the reference names none. */
  registry: string;
  /** The path below the registry; `library/…` for Docker's official images. */
  repository: string;
  /** `latest` where the reference names neither a tag nor a digest. */
  tag: string | undefined;
  digest: string | undefined;
}

export const DOCKER_HUB = "docker.io";

/** Parses `registry/repository:tag@digest`. */
export function parseImage(reference: string): Image {
  const [named = "", digest] = reference.trim().split("@", 2);
  const slash = named.indexOf("/");
  const host = named.slice(0, Math.max(slash, 0));
  const isHost = /[.:]/.test(host) || host === "localhost";
  const path = isHost ? named.slice(slash + 1) : named;
  const colon = path.lastIndexOf(":");
  const repository = colon < 0 ? path : path.slice(0, colon);
  const registry = isHost ? host.toLowerCase().replace(/^(?:index|registry-1)\.docker\.io$/, DOCKER_HUB) : DOCKER_HUB;
  return {
    registry,
    repository: registry === DOCKER_HUB && !repository.includes("/") ? `library/${repository}` : repository,
    tag: colon < 0 ? (digest === undefined ? "latest" : undefined) : path.slice(colon + 1),
    digest,
  };
}

/** The name of an official image of Docker, wherever it is pulled from: `nginx`; absent for others. */
export function officialName({ registry, repository }: Image): string | undefined {
  const prefix = registry === DOCKER_HUB ? "library/" : registry === "public.ecr.aws" ? "docker/library/" : undefined;
  return prefix !== undefined && repository.startsWith(prefix) ? repository.slice(prefix.length) : undefined;
}

/** A private ECR registry. */
export interface EcrRegistry {
  account: string;
  region: string;
}

/** The account and region of a private ECR registry; absent for other registries. */
export function ecrRegistryOf({ registry }: Image): EcrRegistry | undefined {
  const [, account, region] =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]{5,30})\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.exec(registry) ?? [];
  return account === undefined || region === undefined ? undefined : { account, region };
}
