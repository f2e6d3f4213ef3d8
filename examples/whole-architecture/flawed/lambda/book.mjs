import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { addressLines } from "addresses";
import { randomUUID } from "node:crypto";

const table = new DynamoDBClient();
const topic = new SNSClient();

export async function handler({ body }) {
  const { receiver, grams } = JSON.parse(body);
  const parcel = { parcelId: randomUUID(), receiver: addressLines(receiver), grams };
  await table.send(
    new PutItemCommand({
      TableName: process.env.TABLE,
      Item: {
        parcelId: { S: parcel.parcelId },
        receiver: { SS: parcel.receiver },
        grams: { N: String(parcel.grams) },
        state: { S: "booked" },
      },
    }),
  );
  await topic.send(new PublishCommand({ TopicArn: process.env.TOPIC, Message: JSON.stringify(parcel) }));
  return { statusCode: 201, body: JSON.stringify({ parcelId: parcel.parcelId }) };
}
