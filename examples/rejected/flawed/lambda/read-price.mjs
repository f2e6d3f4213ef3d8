import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

const table = new DynamoDBClient({});

/** Answers the tills of the stores. */
export async function handler({ queryStringParameters }) {
  const article = queryStringParameters?.article ?? "";
  const { Item } = await table.send(
    new GetItemCommand({ TableName: process.env.TABLE, Key: { article: { S: article } } }),
  );
  return Item
    ? { statusCode: 200, body: JSON.stringify({ price: Number(Item.price.N) }) }
    : { statusCode: 404, body: "" };
}
