package io.millrace.evaluator.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.net.URI;

/** Leads whoever wants to review to the page, which lies among the files of the dashboard. */
@Controller("/review")
final class ReviewPage {

    private static final URI FILE = URI.create("/review.html");

    @Get
    HttpResponse<?> page() {
        return HttpResponse.temporaryRedirect(FILE);
    }
}
