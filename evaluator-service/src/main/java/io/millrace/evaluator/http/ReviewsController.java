package io.millrace.evaluator.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.millrace.evaluator.http.ReviewInput.UnfitException;
import io.millrace.evaluator.monitor.LineageSource;
import io.millrace.evaluator.monitor.LineageSource.Located;
import io.millrace.evaluator.monitor.ReviewBook;
import io.millrace.evaluator.review.Docket;
import io.millrace.evaluator.stream.NotRunningException;
import io.millrace.schemas.Metrics;
import io.millrace.schemas.Review;
import io.millrace.schemas.ReviewOutcome;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives people records to review, and takes in what they say. */
@Controller("/api/v1/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewsController extends Unavailable {

    private final ReviewBook book;
    private final LineageSource lineage;
    private final MeterRegistry meters;
    private final InstantSource clock = InstantSource.system();
    private final Leases leases = new Leases(clock);

    ReviewsController(ReviewBook book, LineageSource lineage, MeterRegistry meters) {
        this.book = book;
        this.lineage = lineage;
        this.meters = meters;
    }

    @Get
    ReviewFigures figures() {
        return ReviewFigures.of(book.look().statistics());
    }

    /**
     * The next record that a reviewer has said nothing of and nobody else looks at.
     *
     * @param after the one that was looked at before; those before it are not given
     */
    @Get("/next")
    HttpResponse<?> next(@Nullable @QueryValue String reviewer, @Nullable @QueryValue String after)
            throws NotRunningException, UnfitException {
        String name = ReviewInput.reviewer(reviewer);
        leases.giveBack(name);
        Docket docket = book.look();
        Optional<Docket.Item> last = Optional.ofNullable(after).flatMap(docket::find);
        while (true) {
            Optional<Docket.Item> next = docket.next(name, last, id -> leases.take(id, name));
            if (next.isEmpty()) {
                return HttpResponse.noContent();
            }
            var request = next.get().request();
            Optional<Located> located = lineage.find(request.getRecord());
            if (located.isPresent() && located.get().withdrawal() == null) {
                return HttpResponse.ok(ReviewTask.of(request, located.get(), docket.open()));
            }
            leases.giveBack(name);
            last = next;
        }
    }

    @Post
    HttpResponse<?> review(@Body ReviewInput input) throws NotRunningException, UnfitException {
        Review review = input.at(clock.instant());
        Optional<Docket.Item> asked = book.look().find(review.getRecord());
        if (asked.isEmpty()) {
            return Problem.of(HttpStatus.NOT_FOUND, "Nobody is asked about a record with this id.");
        }
        Docket.Item item = asked.get();
        if (item.opinions().include(review.getReviewer())) {
            return Problem.of(HttpStatus.CONFLICT, "You have reviewed this record already.");
        }
        if (!item.open()) {
            return Problem.of(HttpStatus.CONFLICT, "Others have decided on this record already.");
        }
        if (review.getOutcome() == ReviewOutcome.EDIT && !editable(item)) {
            return Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "This record cannot be edited: it is kept already, or its answer is a call of a tool.");
        }
        book.add(review);
        leases.giveBack(review.getReviewer());
        meters.counter(Metrics.REVIEWS, "outcome", review.getOutcome().name()).increment();
        return HttpResponse.created(ReviewFacts.of(review));
    }

    private boolean editable(Docket.Item item) throws NotRunningException {
        return lineage.find(item.request().getRecord())
                .filter(located -> ReviewTask.editable(item.request(), located))
                .isPresent();
    }

    @Error
    HttpResponse<Problem> unfit(UnfitException e) {
        return Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
    }
}
