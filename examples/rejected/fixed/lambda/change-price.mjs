import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";

const table = new DynamoDBClient({});

/** Takes over single prices from the queue. */
export async function handler(event) {
  for (const { body } of event.Records) {
    const { article, price } = JSON.parse(body);
    const Item = { article: { S: article }, price: { N: String(price) } };
    await table.send(new PutItemCommand({ TableName: process.env.TABLE, Item }));
  }
}
