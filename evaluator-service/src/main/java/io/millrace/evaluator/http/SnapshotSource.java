package io.millrace.evaluator.http;

/** Looks at the whole factory. */
interface SnapshotSource {

    /**
     * The factory now.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
     */
    Snapshot look();
}
