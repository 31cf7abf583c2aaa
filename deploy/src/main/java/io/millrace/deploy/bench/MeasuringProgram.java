package io.millrace.deploy.bench;

import io.millrace.deploy.factory.Home;
import io.millrace.deploy.process.Jvm;
import java.util.List;

/** Runs programs that measure something, each in a JVM of its own. */
record MeasuringProgram(Home home) {

    /** What a program printed. */
    String run(String mainClass, String... arguments) {
        var jvm = new Jvm(
                home.classPath("deploy"),
                List.of(
                        "-Xmx512m",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Dlogback.configurationFile=io/millrace/deploy/command-log.xml",
                        "--enable-native-access=ALL-UNNAMED"),
                mainClass,
                List.of(arguments));
        return jvm.program("measure", home.root()).output();
    }
}
