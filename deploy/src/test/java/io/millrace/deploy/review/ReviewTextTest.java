package io.millrace.deploy.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ReviewTextTest {

    private static final URI EVALUATOR = URI.create("http://127.0.0.1:8103/");

    @Test
    void tellsWhatTheReviewsShow() throws IOException {
        assertThat(text("""
                {"asked":412,"done":318,"open":94,"outcomes":{"ACCEPT":299,"REJECT":19},
                 "agreement":{"records":61,"share":0.934,"kappa":0.81,"standardError":0.09,"low":0.63,"high":0.99},
                 "sample":301,"bad":1,"badShareBound":0.01566}""")).isEqualTo("""
                412 asked about, 94 open, 318 done: 299 accept, 19 reject
                61 rated by two, who agree on 93.4 %: kappa 0.81, between 0.63 and 0.99 with 95 % confidence
                1 of 301 kept records drawn at random were bad: under 1.57 % of all that is kept, with 95 % confidence
                Review at http://127.0.0.1:8103/review""");
    }

    @Test
    void saysWhatIsNotKnownYet() throws IOException {
        assertThat(text("""
                {"asked":2,"done":0,"open":2,"outcomes":{},"agreement":null,"sample":0,"bad":0,"badShareBound":null}""")).contains("2 asked about, 2 open, 0 done\n", "No kappa yet", "Nothing is known yet");
    }

    private static String text(String figures) throws IOException {
        return ReviewText.of(new ObjectMapper().readTree(figures), EVALUATOR);
    }
}
