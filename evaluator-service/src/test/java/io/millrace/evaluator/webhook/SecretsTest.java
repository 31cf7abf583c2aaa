package io.millrace.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    /** What the reference implementations of Standard Webhooks are tested with. */
    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void signsAsThePublishedExampleSays() {
        String signature = Secrets.of(PUBLISHED).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithBothWhileOneTakesThePlaceOfTheOther() {
        String other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

        String both = Secrets.of(other + "\n" + PUBLISHED + "\n").sign("id", AT, "{}");

        assertThat(both)
                .isEqualTo(Secrets.of(other).sign("id", AT, "{}") + " "
                        + Secrets.of(PUBLISHED).sign("id", AT, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!!!!"})
    void refusesWhatIsNoSecretWithoutQuotingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secrets.of(text))
                .withMessage("a secret is 'whsec_' and 24 to 64 bytes in Base64")
                .withNoCause();
    }

    @Test
    void isFoundNowhereElseThanWhereItIsSaidToBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.find(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.find("NO_SUCH_VARIABLE_IS_SET", null));
        assertThatIllegalArgumentException().isThrownBy(() -> Secrets.find(null, Path.of("no-such-file")));
    }

    @Test
    void printsAsNothing() {
        assertThat(Secrets.of(PUBLISHED)).hasToString("Secrets");
    }
}
