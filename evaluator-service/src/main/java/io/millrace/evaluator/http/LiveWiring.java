package io.millrace.evaluator.http;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.millrace.evaluator.http.Snapshot.Version;
import io.millrace.evaluator.monitor.Announcements;
import io.millrace.evaluator.monitor.Consumers;
import io.millrace.evaluator.monitor.GateBoard;
import io.millrace.evaluator.monitor.LagMonitor;
import io.millrace.evaluator.monitor.RateBoard;
import io.millrace.evaluator.monitor.RecipeBoard;
import io.millrace.evaluator.monitor.TopicTail;
import io.millrace.evaluator.stream.Formats;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.Topic;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Assembles the view of the running factory. */
@Factory
final class LiveWiring {

    private static final int LATEST = 20;
    private static final int VERSIONS = 5;

    @Singleton
    @Bean(preDestroy = "close")
    TopicTail<Evaluated> decisions(Consumers consumers, Formats formats) {
        return new TopicTail<>(consumers, Topic.EVALUATED.name(), LATEST, Formats.lenient(formats.evaluated()));
    }

    @Singleton
    @Bean(preDestroy = "close")
    TopicTail<Version> versions(Consumers consumers) {
        return new TopicTail<>(
                consumers,
                Topic.RETRAINING,
                VERSIONS,
                event -> Announcements.read(event).map(Version::of));
    }

    @Singleton
    SnapshotSource snapshots(
            RateBoard board,
            LagMonitor lags,
            GateBoard gates,
            RecipeBoard recipes,
            TopicTail<Evaluated> decisions,
            TopicTail<Version> versions) {
        return new LiveSnapshots(board, lags, gates, recipes, decisions, versions, InstantSource.system());
    }
}
