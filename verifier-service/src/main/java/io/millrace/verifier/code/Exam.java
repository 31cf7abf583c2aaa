package io.millrace.verifier.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tests of a job, in the shape that decides how they are run. */
sealed interface Exam {

    /** The shape that asks the least of the sandbox. */
    static Exam of(Job job) {
        return DataDriven.read(job).<Exam>map(exam -> exam).orElseGet(() -> new Script(job.tests()));
    }

    Run.Harness harness();

    /** What the sandbox gets to see of it. */
    byte[] body();

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
        public byte[] body() {
            return Marshal.calls(questions.stream().map(Question::arguments).toList());
        }
    }

    /** Tests that only Python understands. */
    record Script(String tests) implements Exam {

        @Override
        public Run.Harness harness() {
            return Run.Harness.SPLIT;
        }

        @Override
        public byte[] body() {
            return tests.getBytes(StandardCharsets.UTF_8);
        }
    }
}
