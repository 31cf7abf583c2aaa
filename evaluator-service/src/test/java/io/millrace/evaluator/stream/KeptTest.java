package io.millrace.evaluator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.dedup.Fingerprint;
import io.millrace.evaluator.policy.Traits;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptTest {

    private final Kept.Format format = new Kept.Format();

    @Test
    void whatIsReadIsWhatWasWritten() {
        Fingerprint fingerprint = Fingerprint.of("sums", "How much is it?", "naïve 42");
        var kept = new Kept(
                "sums", "c-1", new Traits(true, "arithmetic", "en", "3", List.of("nurse", "日本語")), fingerprint);

        byte[] bytes = format.serializer().serialize("any", kept);
        Kept read = format.deserializer().deserialize("any", bytes);

        assertThat(read).usingRecursiveComparison().isEqualTo(kept);
    }

    @Test
    void thereNeedNotBeTagsNorADifficulty() {
        var traits = new Traits(false, "", "en", "", List.of());
        var kept = new Kept("sums", "c-1", traits, Fingerprint.of("sums", "", ""));

        byte[] bytes = format.serializer().serialize("any", kept);

        assertThat(format.deserializer().deserialize("any", bytes).traits()).isEqualTo(traits);
    }
}
