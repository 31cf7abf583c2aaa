// Prints so many records that one submission asked for, each as a line of JSON: node read.js BROKER REGISTRY TOPIC SUBMISSION COUNT
// Fails where any record of the topic cannot be decoded, or where they are fewer.
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [broker, host, topic, submission, count] = process.argv.slice(2);
const registry = new SchemaRegistry({ host });
const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR }).consumer({ groupId: `foreign-${submission}` });
const patience = 30_000;

async function read() {
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  // A client that has to join its group again is handed records again.
  const found = new Set();
  await new Promise((resolve, reject) => {
    let silence = setTimeout(reject, patience, new Error('no records at all'));
    const take = async ({ partition, message }) => {
      const value = await registry.decode(message.value);
      const seed = value.verified ? value.verified.candidate.seed : value;
      // What the verifier plants beside a candidate bears the candidate's submission.
      const asked = seed.submission === submission && !value.verified?.planted;
      const place = `${partition}-${message.offset}`;
      if (asked && !found.has(place)) {
        console.log(JSON.stringify({ key: message.key.toString(), value }));
        found.add(place);
      }
      clearTimeout(silence);
      silence = found.size >= count
        ? setTimeout(resolve, 1_000)
        : setTimeout(reject, patience, new Error(`only ${found.size} records`));
    };
    consumer.run({ eachMessage: (record) => take(record).catch(reject) });
  });
  await consumer.disconnect();
}

read().catch((error) => {
  console.error(error);
  process.exit(1);
});
