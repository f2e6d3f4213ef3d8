/** Asks the bucket for a folder's index.html, which S3 does not do by itself. */
export async function handler(event) {
  const { request } = event.Records[0].cf;
  if (request.uri.endsWith("/")) {
    request.uri += "index.html";
  }
  return request;
}
