package io.millrace.deploy.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.process.Child;
import io.millrace.deploy.process.Children;
import io.millrace.deploy.process.Deadline;
import io.millrace.deploy.process.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {

    @TempDir
    private Path directory;

    private final Queue<Child> started = new ConcurrentLinkedQueue<>();
    private final Queue<String> announced = new ConcurrentLinkedQueue<>();
    private final Supervision supervision = new Supervision(this::start, announced::add);
    private Children children;

    @BeforeEach
    void open() {
        children = Children.leashed(directory, directory);
    }

    @AfterEach
    void stop() {
        supervision.close();
        children.close();
    }

    @Test
    void startsAgainWhatWasKilledAndSaysSo() {
        Member member = member("sleep", "60");
        Child first = start(member);
        supervision.watch(member, first);

        first.kill();

        await(() -> announced.size() == 1);
        assertThat(announced).containsExactly("The member has ended and was started again.");
        assertThat(started).hasSize(2).last().matches(Child::alive);
        assertThatCode(supervision::requireSuccess).doesNotThrowAnyException();
    }

    @Test
    void watchesWhatItStartedAgain() {
        Member member = member("sleep", "60");
        supervision.watch(member, start(member));

        for (int kills = 1; kills <= 3; kills++) {
            int announcements = kills;
            started.stream().filter(Child::alive).forEach(Child::kill);

            await(() -> announced.size() == announcements);
        }

        assertThat(started).hasSize(4);
    }

    @Test
    void givesUpOnAProcessThatKeepsEndingAndNamesItsLog() throws InterruptedException {
        Member member = member("true");
        supervision.watch(member, start(member));

        assertThat(supervision.awaitDefeat())
                .hasMessageStartingWith("The member ended ")
                .hasMessageEndingWith("see %s.", directory.resolve("member.log"));

        assertThatThrownBy(supervision::requireSuccess).isInstanceOf(OperatorException.class);
        assertThat(started).hasSize(announced.size() + 1);
    }

    @Test
    void letsProcessesEndOnceItIsClosed() {
        Member member = member("sleep", "60");
        Child child = start(member);
        supervision.watch(member, child);

        supervision.close();
        child.kill();

        assertThat(Deadline.after(Duration.ofMillis(500)).await(() -> started.size() > 1))
                .isFalse();
    }

    private Child start(Member member) {
        Child child = children.start(member.program());
        started.add(child);
        return child;
    }

    private Member member(String... command) {
        return new Member(new Program("member", List.of(command), directory, Map.of()), List.of(), () -> true);
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Deadline.after(Duration.ofSeconds(20)).await(condition)).isTrue();
    }
}
