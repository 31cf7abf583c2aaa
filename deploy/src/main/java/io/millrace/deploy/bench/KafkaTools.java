package io.millrace.deploy.bench;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.factory.Home;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's own measuring programs on a topic of their own. */
final class KafkaTools {

    static final String TOPIC = "bench";

    private static final Pattern PRODUCED = Pattern.compile("records sent, ([0-9.]+) records/sec");
    private static final Pattern CONSUMED = Pattern.compile("(?m)^[0-9][^,]*,[^,]*,[^,]*,[^,]*,[^,]*, ([0-9.]+),");

    private final MeasuringProgram program;
    private final String bootstrap;

    KafkaTools(Home home, String bootstrap) {
        this.program = new MeasuringProgram(home);
        this.bootstrap = bootstrap;
    }

    /** Records a second, written and then read again, one after the other. */
    double writeAndRead(int records, int recordBytes) {
        double written = lastMatch(
                PRODUCED,
                program.run(
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--bootstrap-server",
                        bootstrap,
                        "--topic",
                        TOPIC,
                        "--num-records",
                        Integer.toString(records),
                        "--record-size",
                        Integer.toString(recordBytes),
                        "--throughput",
                        "-1",
                        "--command-property",
                        "acks=all",
                        "compression.type=lz4",
                        "batch.size=262144",
                        "linger.ms=5"));
        double read = lastMatch(
                CONSUMED,
                program.run(
                        "org.apache.kafka.tools.ConsumerPerformance",
                        "--bootstrap-server",
                        bootstrap,
                        "--topic",
                        TOPIC,
                        "--num-records",
                        Integer.toString(records)));
        return 1 / (1 / written + 1 / read);
    }

    private static double lastMatch(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        double last = Double.NaN;
        while (matcher.find()) {
            last = Double.parseDouble(matcher.group(1));
        }
        if (Double.isNaN(last)) {
            throw new OperatorException("Kafka's measuring program printed no rate: " + output);
        }
        return last;
    }
}
