package io.millrace.verifier.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** The work of running a job's tests. */
record Examining(Job job, Exam exam) implements Work<Run> {

    static Examining of(Job job) {
        return new Examining(job, Exam.of(job));
    }

    @Override
    public List<Errand> errands() {
        return exam.bodies().stream()
                .map(body -> new Errand(
                        exam.harness(),
                        ByteBuffer.wrap(body),
                        job.helpers(),
                        job.entryPoint(),
                        job.program(),
                        job.limits()))
                .toList();
    }

    @Override
    public boolean endsWith(Reply reply) {
        return reply.cpuLimit() || reply.wallLimit();
    }

    @Override
    public Run result(List<Reply> replies, String isolation, String interpreter) throws IOException {
        Finding finding = finding(replies);
        return new Run(
                finding.reason(),
                finding.text(),
                finding.marks(),
                exam.harness(),
                usage(replies),
                isolation,
                interpreter);
    }

    private Finding finding(List<Reply> replies) throws IOException {
        return switch (exam) {
            case Exam.DataDriven asked ->
                new AnswerMarker(job.limits(), asked.questions(), replies.getFirst()).finding();
            case Exam.Examples asked -> new AnswerMarker(job.limits(), asked.examples(), replies.getFirst()).finding();
            case Exam.Script script -> new ScriptMarker(job, replies.getFirst()).finding();
            case Exam.Streams streams -> new StreamMarker(job.limits(), streams.cases(), replies).finding();
        };
    }

    private static Run.Usage usage(List<Reply> replies) {
        long cpu = replies.stream().mapToLong(Reply::cpuMicros).sum();
        long wall = replies.stream().mapToLong(Reply::wallMicros).sum();
        long memory = replies.stream().mapToLong(Reply::maxRssKb).max().orElse(0);
        return new Run.Usage(Duration.ofNanos(cpu * 1000), Duration.ofNanos(wall * 1000), memory);
    }
}
