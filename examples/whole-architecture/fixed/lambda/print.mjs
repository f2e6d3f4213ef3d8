import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";

const table = new DynamoDBClient();

export async function handler({ Records }) {
  for (const { body } of Records) {
    const { parcelId, receiver } = JSON.parse(body);
    await table.send(
      new UpdateItemCommand({
        TableName: process.env.TABLE,
        Key: { parcelId: { S: parcelId } },
        UpdateExpression: "SET label = :label",
        ExpressionAttributeValues: { ":label": { S: receiver.join("\n") } },
      }),
    );
  }
}
