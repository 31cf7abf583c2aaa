package io.millrace.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.deploy.factory.Foundation;
import io.millrace.deploy.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerIT {

    @Test
    void leavesNoProcessPortOrFileBehind() {
        var broker = new Companion(Foundation::broker);
        long pid = broker.pid();
        Path state = broker.state();
        int port = URI.create("kafka://" + broker.address()).getPort();
        assertThat(ProcessHandle.of(pid)).isPresent();
        assertThat(Ports.taken(port)).isTrue();

        broker.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Ports.taken(port)).isFalse();
        assertThat(state).doesNotExist();
    }
}
