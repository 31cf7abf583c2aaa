package io.millrace.verifier.code.jvm;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process of one Java program. It finds the program, and what it is to be called with, on its input, and answers on
 * its error output; what is expected of the program is never here. It avoids whatever makes the JVM start more slowly.
 */
public final class ProgramRunner {

    private static final int MAX_NAME = 1 << 10;

    private final CandidateClasses program;
    private final Answers answers;

    private ProgramRunner(CandidateClasses program, Answers answers) {
        this.program = program;
        this.answers = answers;
    }

    public static void main(String[] arguments) throws IOException {
        FileInputStream input = new FileInputStream(FileDescriptor.in);
        DataInputStream given = new DataInputStream(input);
        Answers answers = new Answers(new FileOutputStream(FileDescriptor.err));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        // The size of the classes, which say where they end.
        given.readInt();
        byte[] name = new byte[Math.min(given.readInt(), MAX_NAME)];
        ProgramRunner own = new ProgramRunner(new CandidateClasses(given), answers);
        given.readFully(name);
        boolean command = arguments[0].equals("command");
        String calls = command ? "" : new String(input.readAllBytes(), StandardCharsets.UTF_8);
        answers.say(Answers.STARTED, "");
        if (command) {
            own.runCommand();
        } else {
            own.answerCalls(new String(name, StandardCharsets.UTF_8), calls);
            Runtime.getRuntime().halt(0);
        }
    }

    private void runCommand() throws IOException {
        try {
            for (Method main : program.methods("main")) {
                Class<?>[] parameters = main.getParameterTypes();
                if (parameters.length == 0) {
                    CandidateClasses.invoke(main);
                    return;
                }
                if (parameters.length == 1 && parameters[0] == String[].class) {
                    CandidateClasses.invoke(main, (Object) new String[0]);
                    return;
                }
            }
            throw new NoSuchMethodException("the program has no main method");
        } catch (InvocationTargetException thrown) {
            answers.sayBroken(cause(thrown));
        } catch (ReflectiveOperationException | LinkageError unfit) {
            answers.sayBroken(unfit);
        }
    }

    private void answerCalls(String name, String calls) throws IOException {
        List<Method> methods;
        try {
            methods = program.methods(name);
            if (methods.isEmpty()) {
                throw new NoSuchMethodException("the program does not define ".concat(name));
            }
        } catch (ReflectiveOperationException | LinkageError unfit) {
            answers.sayBroken(unfit);
            return;
        }
        Object all = new JsonText(calls).value();
        answers.say(Answers.READY, "");
        for (Object each : all instanceof List<?> list ? list : List.of()) {
            if (!answer(methods, (List<?>) each)) {
                return;
            }
        }
    }

    /** Says what a call returned; tells whether further calls make sense. */
    private boolean answer(List<Method> methods, List<?> values) throws IOException {
        try {
            answers.say(Answers.RESULT, ValueText.of(call(methods, values)));
            return true;
        } catch (ValueText.NotPlainException foreign) {
            answers.say(Answers.NOT_PLAIN, "1".concat(String.valueOf(foreign.getMessage())));
            return true;
        } catch (ValueText.TooLargeException large) {
            answers.say(Answers.TOO_LARGE, "");
            return false;
        } catch (Throwable thrown) {
            return sayThrown(thrown);
        }
    }

    private boolean sayThrown(Throwable thrown) throws IOException {
        Throwable cause = cause(thrown);
        boolean outOfMemory = cause instanceof OutOfMemoryError;
        answers.say(outOfMemory ? Answers.OUT_OF_MEMORY : Answers.RAISED, outOfMemory ? "" : Answers.described(cause));
        return !outOfMemory;
    }

    /** What a called method threw. */
    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof InvocationTargetException && cause != null ? cause : thrown;
    }

    /** Calls the first method that takes the arguments. */
    private static @Nullable Object call(List<Method> methods, List<?> values) throws ReflectiveOperationException {
        RuntimeException unfit = new IllegalArgumentException("no method takes as many arguments");
        for (Method method : methods) {
            if (method.getParameterCount() == values.size()) {
                try {
                    return CandidateClasses.invoke(method, arguments(method, values));
                } catch (IllegalArgumentException | ArithmeticException refused) {
                    unfit = refused;
                }
            }
        }
        throw unfit;
    }

    private static @Nullable Object[] arguments(Method method, List<?> values) throws ReflectiveOperationException {
        @Nullable Object[] arguments = new @Nullable Object[values.size()];
        for (int at = 0; at < arguments.length; at++) {
            arguments[at] = Argument.of(values.get(at), method.getGenericParameterTypes()[at]);
        }
        return arguments;
    }
}
