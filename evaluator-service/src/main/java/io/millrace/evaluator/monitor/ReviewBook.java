package io.millrace.evaluator.monitor;

import io.millrace.evaluator.review.Docket;
import io.millrace.schemas.Review;

/** What people are asked about, and what they say. */
public interface ReviewBook {

    /**
     * Everything that was asked, by everything that has been committed by now.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not answer in time
     */
    Docket look();

    /**
     * Writes down what somebody says; it is there at the next look.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers do not confirm it in time
     */
    void add(Review review);
}
