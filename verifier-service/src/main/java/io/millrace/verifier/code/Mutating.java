package io.millrace.verifier.code;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The work of making mutants of a program; one that is no Python has none. */
record Mutating(String program, Limits limits) implements Work<List<String>> {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public List<Errand> errands() {
        return List.of(new Errand(Run.Harness.MUTANTS, ByteBuffer.allocate(0), "", "", program, limits));
    }

    @Override
    public List<String> result(List<Reply> replies, String isolation, String interpreter) throws IOException {
        Optional<Said.Frame> said = new Said(replies.getFirst().result()).next();
        return said.isPresent() && said.get().tag() == 'R' ? texts(said.get()) : List.of();
    }

    private static List<String> texts(Said.Frame frame) throws IOException {
        byte[] bytes = new byte[frame.body().remaining()];
        frame.body().get(bytes);
        List<String> texts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    texts.add(json.getText());
                }
            }
        }
        return texts;
    }
}
