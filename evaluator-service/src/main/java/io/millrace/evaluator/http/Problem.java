package io.millrace.evaluator.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;

/** Why a request was not answered, in the form of RFC 9457. */
@Serdeable
record Problem(String title, int status, String detail) {

    static MutableHttpResponse<Problem> of(HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .body(new Problem(status.getReason(), status.getCode(), detail))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }
}
