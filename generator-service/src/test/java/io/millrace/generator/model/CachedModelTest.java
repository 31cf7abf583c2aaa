package io.millrace.generator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.millrace.generator.llm.ScriptedModel;
import io.millrace.schemas.Message;
import io.millrace.schemas.Sampling;
import io.millrace.schemas.Seed;
import io.millrace.schemas.TestSeeds;
import io.millrace.schemas.model.AnswerForm;
import io.millrace.schemas.model.Completion;
import io.millrace.schemas.model.ModelException;
import io.millrace.schemas.model.ModelRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedModelTest {

    private static final Seed SEED = TestSeeds.seed(TestSeeds.math()).build();
    private static final Sampling SAMPLING = new Sampling(0.7, null, 100, null);

    @TempDir
    private Path directory;

    private final ScriptedModel endpoint = new ScriptedModel(request -> "42");
    private CachedModel model;

    @BeforeEach
    void open() {
        model = model("here large");
    }

    @Test
    void asksTheSameOnlyOnce() throws Exception {
        Completion first = model.complete(request(0, 0, "6 * 7?", SAMPLING, Optional.empty()));
        Completion second = model("here large").complete(request(0, 0, "6 * 7?", SAMPLING, Optional.empty()));

        assertThat(endpoint.requests()).hasSize(1);
        assertThat(first.cached()).isFalse();
        assertThat(second.cached()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(second.usage()).isEqualTo(first.usage());
    }

    @Test
    void asksWhateverDiffers() throws Exception {
        var form = Optional.of(new AnswerForm("number", "{}"));
        List<ModelRequest> requests = Stream.of(
                        request(0, 0, "6 * 7?", SAMPLING, Optional.empty()),
                        request(1, 0, "6 * 7?", SAMPLING, Optional.empty()),
                        request(0, 1, "6 * 7?", SAMPLING, Optional.empty()),
                        request(0, 0, "6 * 8?", SAMPLING, Optional.empty()),
                        request(0, 0, "6 * 7?", new Sampling(0.8, null, 100, null), Optional.empty()),
                        request(0, 0, "6 * 7?", SAMPLING, form))
                .toList();

        for (ModelRequest request : requests) {
            assertThat(model.complete(request).cached()).isFalse();
        }
        assertThat(model("there large").complete(requests.getFirst()).cached()).isFalse();
    }

    @Test
    void keepsNoFailure() {
        var refusing = new ScriptedModel(request -> {
            throw new ModelException("Timeout", "too late", 5, true);
        });
        var cached = new CachedModel(refusing, "here large", new AnswerCache(directory));

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> cached.complete(request(0, 0, "6 * 7?", SAMPLING, Optional.empty())));
        }
        assertThat(refusing.requests()).hasSize(2);
    }

    private CachedModel model(String identity) {
        return new CachedModel(endpoint, identity, new AnswerCache(directory));
    }

    private static ModelRequest request(
            int sample, int question, String text, Sampling sampling, Optional<AnswerForm> form) {
        Message message = Message.newBuilder().setRole("user").setContent(text).build();
        return new ModelRequest(SEED, sample, question, "answer", List.of(message), sampling, form);
    }
}
