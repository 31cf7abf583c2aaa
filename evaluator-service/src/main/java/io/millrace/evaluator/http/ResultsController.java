package io.millrace.evaluator.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.evaluator.http.ResultInput.UnfitException;
import io.millrace.evaluator.monitor.ResultLedger;
import io.millrace.evaluator.result.Progress;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.TrainingResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes in what trainers report, and tells what each version of a dataset changed. */
@Controller("/api/v1/training-results")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultsController extends Unavailable {

    private final ResultLedger ledger;
    private final MeterRegistry meters;
    private final InstantSource clock = InstantSource.system();

    ResultsController(ResultLedger ledger, MeterRegistry meters) {
        this.ledger = ledger;
        this.meters = meters;
    }

    @Get("/{dataset}")
    HttpResponse<?> progress(@PathVariable String dataset) {
        List<ResultLedger.Version> versions = ledger.versions(dataset);
        return versions.isEmpty()
                ? Problem.of(HttpStatus.NOT_FOUND, "No version of a dataset of this name was announced.")
                : HttpResponse.ok(ProgressFacts.of(dataset, versions, new Progress(ledger.results(dataset))));
    }

    /** One at a time, so that a report that is sent twice at once is written once. */
    @Post
    synchronized HttpResponse<?> report(@Body ResultInput input) throws UnfitException {
        TrainingResult result = input.at(clock.instant());
        boolean announced = ledger.versions(result.getDataset()).stream()
                .anyMatch(version -> version.number() == result.getVersion());
        if (!announced) {
            return Problem.of(HttpStatus.NOT_FOUND, "No such version of a dataset of this name was announced.");
        }
        var progress = new Progress(ledger.results(result.getDataset()));
        Optional<TrainingResult> before = progress.results().stream()
                .filter(other -> other.getId().equals(result.getId()))
                .findFirst();
        if (before.isPresent()) {
            return same(before.get(), result)
                    ? HttpResponse.ok(ResultFacts.of(before.get(), progress))
                    : Problem.of(HttpStatus.CONFLICT, "There is another report with this id.");
        }
        ledger.add(result);
        meters.counter(Metrics.TRAINING_RESULTS).increment();
        return HttpResponse.created(ResultFacts.of(result, progress));
    }

    private static boolean same(TrainingResult before, TrainingResult again) {
        return TrainingResult.newBuilder(again)
                .setReportedAt(before.getReportedAt())
                .build()
                .equals(before);
    }

    @Error
    HttpResponse<Problem> unfit(UnfitException e) {
        return Problem.of(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
}
