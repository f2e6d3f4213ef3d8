import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";

const table = new DynamoDBClient({});
const lists = new S3Client({});

/** Takes over a price list that a supplier has put into the bucket. */
export async function handler(event) {
  for (const { s3 } of event.Records) {
    const Key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    const { Body } = await lists.send(new GetObjectCommand({ Bucket: s3.bucket.name, Key }));
    for (const { article, price } of JSON.parse(await Body.transformToString())) {
      const Item = { article: { S: article }, price: { N: String(price) } };
      await table.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
    }
  }
}
