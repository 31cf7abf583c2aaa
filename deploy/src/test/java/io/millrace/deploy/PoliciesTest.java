package io.millrace.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.evaluator.trigger.Policies;
import io.millrace.evaluator.trigger.Policy;
import io.millrace.evaluator.trigger.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    @Test
    void theSampleIsReadWhole() throws IOException {
        Policies policies =
                new PolicyReader(cron -> after -> after).read(Files.readString(Path.of("policies/sample.yaml")));

        assertThat(policies.all()).extracting(Policy::name).containsExactly("usual", "sums-move");
        assertThat(policies.all().getLast().conditions()).hasSize(5);
    }
}
