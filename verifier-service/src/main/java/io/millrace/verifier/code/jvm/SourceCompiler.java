package io.millrace.verifier.code.jvm;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A process that compiles one source text after the other. It reads a length and a text, and writes a letter, a length and
 * class files or an error message. No code of a source text is run: annotation processors are off.
 */
public final class SourceCompiler {

    static final int COMPILED = 'K';
    static final int BROKEN = 'E';

    private static final int MAX_SOURCE = 4 << 20;
    private static final int REHEARSALS = 10;
    private static final String REHEARSAL = """
            import java.util.*;
            public class Solution {
                public static List<Integer> f(int[] values) {
                    List<Integer> found = new ArrayList<>();
                    for (int value : values) {
                        if (value > 0) found.add(value * value);
                    }
                    return found;
                }
                public static void main(String[] arguments) {
                    Scanner input = new Scanner(System.in);
                    System.out.println("sum " + input.nextInt());
                }
            }
            """;
    private static final List<String> OPTIONS = List.of(
            "-proc:none", "-nowarn", "-Xlint:none", "-implicit:none", "-XDstringConcat=inline", "-classpath", "/none");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager platform =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private SourceCompiler() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream sources = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream results = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        SourceCompiler own = new SourceCompiler();
        for (int round = 0; round < REHEARSALS; round++) {
            own.compile(REHEARSAL);
        }
        results.write(COMPILED);
        results.writeInt(0);
        while (true) {
            byte[] source = next(sources);
            if (source.length == 0) {
                return;
            }
            results.write(own.compile(new String(source, StandardCharsets.UTF_8)));
        }
    }

    /** The next source text; an empty one where there is none. */
    private static byte[] next(DataInputStream sources) throws IOException {
        try {
            int size = sources.readInt();
            if (size < 0 || size > MAX_SOURCE) {
                throw new IOException("a source text of " + size + " bytes");
            }
            byte[] source = new byte[size];
            sources.readFully(source);
            return source;
        } catch (EOFException over) {
            return new byte[0];
        }
    }

    private byte[] compile(String source) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        CompiledClasses classes = new CompiledClasses(platform);
        boolean compiled;
        try {
            compiled = compiler.getTask(null, classes, found, OPTIONS, null, List.of(new SourceText(source)))
                    .call();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError tooMuch) {
            return result(BROKEN, ("the compiler failed: " + tooMuch).getBytes(StandardCharsets.UTF_8));
        }
        return compiled
                ? result(COMPILED, classes.encoded())
                : result(BROKEN, firstError(found).getBytes(StandardCharsets.UTF_8));
    }

    private static String firstError(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .map(each -> "line " + each.getLineNumber() + ": "
                        + each.getMessage(Locale.ROOT).replaceAll("\\s+", " "))
                .orElse("the program cannot be compiled");
    }

    private static byte[] result(int kind, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 1 + Integer.BYTES);
        DataOutputStream result = new DataOutputStream(bytes);
        result.write(kind);
        result.writeInt(body.length);
        result.write(body);
        return bytes.toByteArray();
    }
}
