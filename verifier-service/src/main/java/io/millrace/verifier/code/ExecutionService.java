package io.millrace.verifier.code;

import java.io.IOException;
import java.util.List;

/** Some other machine that runs a Python program and tells what it wrote; how well it protects itself is its own affair. */
public interface ExecutionService {

    /**
     * What is to be run.
     *
     * @param files the first one is the program, the others are beside it
     */
    record Submission(List<SourceFile> files, String input, Limits limits) {

        public Submission {
            files = List.copyOf(files);
        }
    }

    /** A file of a submission. */
    record SourceFile(String name, String content) {}

    /**
     * What became of it.
     *
     * @param signal what ended the process, 0 for an ordinary exit
     * @param cpuMillis CPU time, 0 where the service does not tell
     */
    record Execution(String output, End end, int signal, long cpuMillis, long memoryBytes) {}

    /** How a process ended. */
    enum End {
        BY_ITSELF,
        OUT_OF_CPU_TIME,
        OUT_OF_TIME,
        OUT_OF_OUTPUT
    }

    /** The interpreter that runs the programs, for instance "python 3.10.0". */
    String interpreter();

    /** How many programs it may be asked to run at once. */
    int places();

    /**
     * Runs a program.
     *
     * @throws IOException if the service failed, however often it was asked, which says nothing about the program
     */
    Execution execute(Submission submission) throws IOException, InterruptedException;
}
