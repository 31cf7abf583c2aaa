package io.millrace.schemas.stage;

import io.millrace.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a stage reads, writes and does.
 *
 * @param name a metric label, for instance "verifier"; the consumer group is {@code millrace-<name>}
 * @param outputs the Avro topics that the work may write to, dead letters apart
 * @param texts the topics of texts that the work may write to
 */
public record StageDefinition<V extends SpecificRecord>(
        String name, Topic<V> input, List<Topic<?>> outputs, List<String> texts, Work<V> work) {

    public StageDefinition {
        outputs = List.copyOf(outputs);
        texts = List.copyOf(texts);
    }

    public String group() {
        return "millrace-" + name;
    }

    /** Every Avro topic that the stage touches. */
    public List<Topic<?>> records() {
        var all = new ArrayList<Topic<?>>(outputs);
        all.add(input);
        all.add(input.deadLetters());
        return all;
    }

    Stream<String> topicNames() {
        return Stream.concat(records().stream().map(Topic::name), texts.stream());
    }
}
