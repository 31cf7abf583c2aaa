package io.millrace.verifier.code;

import io.millrace.verifier.code.value.Line;
import io.millrace.verifier.code.value.Marshal;
import io.millrace.verifier.code.value.NotDataException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tests of a job, in the shape that decides how they are run. */
sealed interface Exam {

    /** The shape that asks the least of the sandbox. */
    static Exam of(Job job) {
        if (!job.cases().isEmpty()) {
            return new Streams(job.cases());
        }
        if (job.language() != Language.PYTHON) {
            return Examples.read(job.language(), job.tests());
        }
        return DataDriven.read(job).<Exam>map(exam -> exam).orElseGet(() -> new Script(job.tests()));
    }

    Run.Harness harness();

    /** What the sandbox gets to see of it, in one run of the program or in several. */
    List<byte[]> bodies();

    /** Assertions about calls whose arguments and expected results are plain data: the results never enter the sandbox. */
    record DataDriven(List<Question> questions) implements Exam {

        private static final int MAX_LENGTH = 1 << 17;

        /** Names that mean something else here than the function under test. */
        private static final Set<String> TAKEN = Set.of(
                ("set float False None True and as assert async await break class continue def del elif else except "
                                + "finally for from global if import in is lambda nonlocal not or pass raise return try "
                                + "while with yield")
                        .split(" "));

        public DataDriven {
            questions = List.copyOf(questions);
        }

        private static Optional<DataDriven> read(Job job) {
            if (job.tests().length() > MAX_LENGTH || !job.helpers().isEmpty() || TAKEN.contains(job.entryPoint())) {
                return Optional.empty();
            }
            List<Question> questions = new ArrayList<>();
            List<String> lines = job.tests().lines().toList();
            try {
                for (int at = 0; at < lines.size(); at++) {
                    if (!idle(lines.get(at))) {
                        questions.add(Question.read(at + 1, lines.get(at), job.entryPoint()));
                    }
                }
            } catch (NotDataException script) {
                return Optional.empty();
            }
            return Optional.of(new DataDriven(questions)).filter(exam -> !questions.isEmpty());
        }

        /** Whether the line says nothing to Python, not even how the text is encoded. */
        private static boolean idle(String text) {
            return new Line(text).ended() && !text.contains("coding") && text.indexOf(0) < 0;
        }

        @Override
        public Run.Harness harness() {
            return Run.Harness.VALUES_OUT;
        }

        @Override
        public List<byte[]> bodies() {
            return List.of(
                    Marshal.calls(questions.stream().map(Question::arguments).toList()));
        }
    }

    /** Calls that are written as data, in whatever language: what they must return never enters the sandbox. */
    record Examples(List<Example> examples) implements Exam {

        static final int MAX_EXAMPLES = 1_000;

        public Examples {
            examples = List.copyOf(examples);
        }

        private static Examples read(Language language, String tests) {
            try {
                return of(language, tests);
            } catch (NotDataException unchecked) {
                throw new IllegalArgumentException("tests that nobody has looked at", unchecked);
            }
        }

        /**
         * Reads an example in each line that is not blank.
         *
         * @throws NotDataException if there are none, too many, or other lines
         */
        static Examples of(Language language, String tests) throws NotDataException {
            List<Example> examples = new ArrayList<>();
            List<String> lines = tests.lines().toList();
            for (int at = 0; at < lines.size(); at++) {
                if (!lines.get(at).isBlank()) {
                    examples.add(Example.read(at + 1, lines.get(at), language));
                }
            }
            if (examples.isEmpty() || examples.size() > MAX_EXAMPLES) {
                throw new NotDataException("no tests, or too many");
            }
            return new Examples(examples);
        }

        @Override
        public Run.Harness harness() {
            return Run.Harness.VALUES_OUT;
        }

        @Override
        public List<byte[]> bodies() {
            String calls = examples.stream().map(Example::arguments).collect(Collectors.joining(",", "[", "]"));
            return List.of(calls.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Tests that only Python understands. */
    record Script(String tests) implements Exam {

        @Override
        public Run.Harness harness() {
            return Run.Harness.SPLIT;
        }

        @Override
        public List<byte[]> bodies() {
            return List.of(tests.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Inputs for a program that is a command: what it must write never enters the sandbox. */
    record Streams(List<Case> cases) implements Exam {

        public Streams {
            cases = List.copyOf(cases);
        }

        @Override
        public Run.Harness harness() {
            return Run.Harness.STREAMS;
        }

        @Override
        public List<byte[]> bodies() {
            return cases.stream()
                    .map(each -> each.input().getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
