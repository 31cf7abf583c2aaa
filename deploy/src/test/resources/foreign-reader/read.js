// Prints the first record of a topic as JSON: node read.js BROKER REGISTRY TOPIC
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [broker, host, topic] = process.argv.slice(2);
const registry = new SchemaRegistry({ host });
const consumer = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR }).consumer({ groupId: 'foreign-reader' });

async function read() {
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const first = new Promise((resolve, reject) => {
    consumer.run({
      eachMessage: async ({ message }) => {
        const value = await registry.decode(message.value).catch(reject);
        resolve({ key: message.key.toString(), value });
      },
    });
  });
  console.log(JSON.stringify(await first));
  await consumer.disconnect();
}

read().catch((error) => {
  console.error(error);
  process.exit(1);
});
