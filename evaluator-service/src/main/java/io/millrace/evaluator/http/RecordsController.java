package io.millrace.evaluator.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.evaluator.monitor.LineageSource;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.RecordIds;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;

/** Tells where a record comes from and what became of it. */
@Controller("/api/v1/records")
final class RecordsController extends Unavailable {

    static final Pattern ID = Pattern.compile("[cve]-[0-9a-f]{32}");

    private final LineageSource source;

    RecordsController(LineageSource source) {
        this.source = source;
    }

    /** By the id of a candidate, or of what was said of it. */
    @Get("/{id}/lineage")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> lineage(String id) throws NotRunningException {
        if (!ID.matcher(id).matches()) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST, "An id is c-, v- or e- followed by 32 hexadecimal digits in lower case.");
        }
        var located = source.find(RecordIds.candidateOf(id));
        return located.<HttpResponse<?>>map(found -> HttpResponse.ok(Lineage.of(found)))
                .orElseGet(() -> Problem.of(
                        HttpStatus.NOT_FOUND, "No record with this id is known, or it has not been evaluated yet."));
    }

    @Error
    @Override
    HttpResponse<Problem> noBroker(KafkaException e) {
        return soon("Kafka did not deliver the record in time");
    }
}
