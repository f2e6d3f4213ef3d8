/** What API Gateway accepts as the format of access logs: one line, with the id of the request. */
export const ACCESS_LOG_FORMAT = /^(?=[^\r\n]*\$context\.(?:requestId|extendedRequestId)\b)[^\r\n]*[\r\n]*$/;
