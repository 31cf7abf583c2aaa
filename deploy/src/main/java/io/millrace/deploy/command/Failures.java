package io.millrace.deploy.command;

import io.millrace.deploy.console.OperatorException;
import io.millrace.schemas.wire.RegistryException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the operator what went wrong; only what nobody foresaw comes with its stack trace. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        switch (failure) {
            case OperatorException e -> err.println(e.getMessage());
            case RegistryException e -> err.println(e.getMessage());
            case KafkaException e -> err.println("The broker did not do what was asked of it: " + e.getMessage());
            case Exception e -> e.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }
}
