package io.millrace.deploy.broker;

import io.millrace.deploy.process.Jvm;
import io.millrace.deploy.process.Program;
import io.millrace.schemas.Coordinates;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Output;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** A trial's stage in a JVM of its own, to be killed. */
final class StageProcess {

    private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

    private StageProcess() {}

    static Program program(String bootstrap, String trial, String instance, Path directory) {
        var jvm = new Jvm(
                SEPARATOR
                        .splitAsStream(System.getProperty("java.class.path"))
                        .map(Path::of)
                        .toList(),
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")),
                StageProcess.class.getName(),
                List.of(bootstrap, trial, instance));
        return jvm.program(trial + "-" + instance, directory);
    }

    /** Runs until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        String instance = args[2];
        Trial.stage(args[0], args[1], instance, input -> toil(instance, input)).start();
        new CountDownLatch(1).await();
    }

    /** Mixed work, the same for the same input every time: mostly short, at times long, at times impossible. */
    static List<Output> toil(String instance, Input<Coordinates> input) throws InterruptedException {
        int kind = Math.floorMod(input.readFrom().hashCode(), 100);
        Thread.sleep(kind == 0 ? 1_500 : kind);
        if (kind % 10 == 3) {
            throw new IllegalStateException("no such luck");
        }
        return List.of(Output.of(Trial.output(input.readFrom().getTopic()), instance, input.readFrom()));
    }
}
