package io.millrace.verifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a directory that looks like the kernel's; what the kernel makes of it is not tested. */
class ControlGroupsTest {

    private static final long SELF = 41;

    @TempDir
    private Path tree;

    private Path own;
    private Path membership;

    @BeforeEach
    void delegate() throws IOException {
        own = Files.createDirectories(tree.resolve("system.slice/millrace.service"));
        membership = Files.writeString(tree.resolve("membership"), "0::/system.slice/millrace.service\n");
        Files.writeString(own.resolve("cgroup.controllers"), "cpu io memory pids\n");
        Files.writeString(own.resolve("cgroup.subtree_control"), "");
        Files.writeString(own.resolve("cgroup.procs"), "41\n");
    }

    @Test
    void boundsTheMemoryAndTheProcessesOfWhatItAdopts() throws IOException {
        ControlGroups groups = groups().orElseThrow();

        assertThat(groups.adopt(99)).isTrue();

        Path slot = own.resolve("slot-99");
        assertThat(slot.resolve("cgroup.procs")).hasContent("99");
        assertThat(slot.resolve("pids.max")).hasContent("512");
        assertThat(Long.parseLong(Files.readString(slot.resolve("memory.max")))).isGreaterThan(2L << 30);
    }

    @Test
    void stepsAsideBeforeItHandsOnControllers() throws IOException {
        assertThat(groups()).isPresent();

        assertThat(own.resolve("service/cgroup.procs")).hasContent("41");
        assertThat(own.resolve("cgroup.subtree_control")).hasContent("+memory +pids");
    }

    @Test
    void leavesAGroupAloneThatOthersAreInToo() throws IOException {
        Files.writeString(own.resolve("cgroup.procs"), "1\n41\n");

        assertThat(groups()).isEmpty();
        assertThat(own.resolve("service")).doesNotExist();
    }

    @Test
    void needsBothControllers() throws IOException {
        Files.writeString(own.resolve("cgroup.controllers"), "cpu memory\n");

        assertThat(groups()).isEmpty();
    }

    @Test
    void findsNothingWhereOnlyTheFirstVersionIsMounted() throws IOException {
        Files.writeString(membership, "4:memory:/system.slice\n1:name=systemd:/\n");

        assertThat(groups()).isEmpty();
    }

    @Test
    void saysWhenAProcessCannotBeAdopted() throws IOException {
        ControlGroups groups = groups().orElseThrow();
        Files.createDirectories(own.resolve("slot-7/cgroup.procs"));

        assertThat(groups.adopt(7)).isFalse();
    }

    private Optional<ControlGroups> groups() {
        return ControlGroups.delegated(membership, tree, SELF);
    }
}
