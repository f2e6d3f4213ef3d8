import AWS from "aws-sdk";

const table = new AWS.DynamoDB();

/** Takes over single prices from the queue. */
export async function handler(event) {
  for (const { body } of event.Records) {
    const { article, price } = JSON.parse(body);
    const Item = { article: { S: article }, price: { N: String(price) } };
    await table.putItem({ TableName: process.env.TABLE, Item }).promise();
  }
}
