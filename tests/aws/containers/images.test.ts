import { ecrRegistryOf, officialName, parseImage } from "../../../src/aws/containers/images";

test.each([
  ["nginx", { registry: "docker.io", repository: "library/nginx", tag: "latest", digest: undefined }],
  ["nginx:1.27", { registry: "docker.io", repository: "library/nginx", tag: "1.27", digest: undefined }],
  ["shop/app@sha256:ab", { registry: "docker.io", repository: "shop/app", tag: undefined, digest: "sha256:ab" }],
  ["localhost:5000/app", { registry: "localhost:5000", repository: "app", tag: "latest", digest: undefined }],
  ["index.docker.io/app:1", { registry: "docker.io", repository: "library/app", tag: "1", digest: undefined }],
  ["ghcr.io/a/b/c:1@sha256:ab", { registry: "ghcr.io", repository: "a/b/c", tag: "1", digest: "sha256:ab" }],
])("%s", (reference, image) => {
  expect(parseImage(reference)).toEqual(image);
});

test.each([
  ["httpd:2.4", "httpd"],
  ["library/nginx", "nginx"],
  ["docker.io/library/nginx", "nginx"],
  ["public.ecr.aws/docker/library/busybox:1", "busybox"],
  ["public.ecr.aws/nginx/nginx", undefined],
  ["shop/nginx", undefined],
  ["464738291005.dkr.ecr.us-east-1.amazonaws.com/nginx", undefined],
])("the official name of %s is %s", (reference, name) => {
  expect(officialName(parseImage(reference))).toBe(name);
});

test.each([
  ["464738291005.dkr.ecr.us-east-1.amazonaws.com/app:1", { account: "464738291005", region: "us-east-1" }],
  ["464738291005.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app", { account: "464738291005", region: "us-gov-west-1" }],
  ["464738291005.dkr.ecr.cn-north-1.amazonaws.com.cn/app", { account: "464738291005", region: "cn-north-1" }],
  ["464738291005.dkr-ecr.us-east-1.on.aws/app", { account: "464738291005", region: "us-east-1" }],
  ["public.ecr.aws/shop/app", undefined],
  ["app", undefined],
])("the registry of %s is %j", (reference, registry) => {
  expect(ecrRegistryOf(parseImage(reference))).toEqual(registry);
});
