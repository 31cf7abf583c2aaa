package io.millrace.evaluator.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Error;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.wire.RegistryException;
import org.apache.kafka.common.KafkaException;

/** What controllers answer while something that they ask does not. */
abstract class Unavailable {

    @Error
    HttpResponse<Problem> notRunning(NotRunningException e) {
        return soon("The evaluator is not running yet");
    }

    @Error
    HttpResponse<Problem> noBroker(KafkaException e) {
        return soon("Kafka did not answer in time");
    }

    @Error
    HttpResponse<Problem> noRegistry(RegistryException e) {
        return soon("The schema registry did not answer");
    }

    static HttpResponse<Problem> soon(String reason) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, reason + "; try again soon.");
    }
}
