package io.millrace.evaluator.http;

import io.millrace.evaluator.http.Snapshot.ClosedGate;
import io.millrace.evaluator.http.Snapshot.Latest;
import io.millrace.evaluator.http.Snapshot.Planted;
import io.millrace.evaluator.http.Snapshot.ReasonCount;
import io.millrace.evaluator.http.Snapshot.Stage;
import io.millrace.evaluator.http.Snapshot.Version;
import io.millrace.evaluator.monitor.GateBoard;
import io.millrace.evaluator.monitor.Lag;
import io.millrace.evaluator.monitor.LagMonitor;
import io.millrace.evaluator.monitor.RateBoard;
import io.millrace.evaluator.monitor.Reading;
import io.millrace.evaluator.monitor.RecipeBoard;
import io.millrace.evaluator.monitor.Tally;
import io.millrace.evaluator.monitor.TopicTail;
import io.millrace.evaluator.policy.Canary;
import io.millrace.schemas.Evaluated;
import io.millrace.schemas.FalseAccept;
import io.millrace.schemas.Gate;
import io.millrace.schemas.Topic;
import io.millrace.schemas.VerdictKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the monitors know. */
final class LiveSnapshots implements SnapshotSource {

    private static final Set<String> STAGES =
            Set.of(Topic.SEEDS.name(), Topic.CANDIDATES.name(), Topic.VERIFIED.name(), Topic.EVALUATED.name());
    private static final int MAX_RECIPES = 8;
    private static final Tally NOTHING = new Tally(Map.of(), Map.of(), Map.of(), 0, 0, Map.of());

    private final RateBoard board;
    private final LagMonitor lags;
    private final GateBoard gates;
    private final RecipeBoard recipes;
    private final TopicTail<Evaluated> decisions;
    private final TopicTail<Version> versions;
    private final InstantSource clock;

    LiveSnapshots(
            RateBoard board,
            LagMonitor lags,
            GateBoard gates,
            RecipeBoard recipes,
            TopicTail<Evaluated> decisions,
            TopicTail<Version> versions,
            InstantSource clock) {
        this.board = board;
        this.lags = lags;
        this.gates = gates;
        this.recipes = recipes;
        this.decisions = decisions;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public Snapshot look() {
        Tally tally = board.tally().orElse(NOTHING);
        return new Snapshot(
                clock.instant().toString(),
                stages(tally),
                tally.verdicts(VerdictKind.ACCEPTED),
                tally.verdicts(VerdictKind.REJECTED),
                tally.verdicts(VerdictKind.UNDECIDED),
                tally.deadLettered(),
                tally.kept(),
                tally.duplicates(),
                acceptRate(),
                planted(tally),
                gates.known()
                        .map(closed ->
                                closed.stream().map(LiveSnapshots::closedGate).toList())
                        .orElse(null),
                reasons(tally),
                decisions.newest().stream().map(LiveSnapshots::latest).toList(),
                versions.newest(),
                recipes.known().stream().limit(MAX_RECIPES).map(RecipeState::of).toList());
    }

    private List<Stage> stages(Tally tally) {
        return Reading.ALL.stream()
                .filter(reading -> STAGES.contains(reading.topic()))
                .map(reading -> stage(reading, tally))
                .toList();
    }

    private Stage stage(Reading reading, Tally tally) {
        Optional<Lag> lag = lags.of(reading);
        String name = reading.topic();
        return new Stage(
                name,
                board.rate(name),
                lag.map(Lag::records).orElse(null),
                lag.map(Lag::seconds).orElse(null),
                tally.stage(name));
    }

    private @Nullable Double acceptRate() {
        OptionalDouble rate = board.acceptRate();
        return rate.isPresent() ? rate.getAsDouble() : null;
    }

    private static Planted planted(Tally tally) {
        return new Planted(
                tally.planted().values().stream().mapToLong(Long::longValue).sum(),
                tally.planted().getOrDefault(Canary.FALSE_ACCEPT.name(), 0L),
                tally.planted().getOrDefault(Canary.FALSE_REJECT.name(), 0L));
    }

    private static ClosedGate closedGate(Gate gate) {
        Optional<FalseAccept> falseAccept = Optional.ofNullable(gate.getFalseAccept());
        return new ClosedGate(
                gate.getCheck(),
                gate.getSince().toString(),
                falseAccept.map(FalseAccept::getProbe).orElse(null),
                falseAccept.map(FalseAccept::getCandidateId).orElse(null),
                falseAccept
                        .map(FalseAccept::getLastRejectedAt)
                        .map(Instant::toString)
                        .orElse(null));
    }

    private static List<ReasonCount> reasons(Tally tally) {
        return tally.notKept().entrySet().stream()
                .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ReasonCount::count).reversed())
                .toList();
    }

    private static Latest latest(Evaluated evaluated) {
        var verified = evaluated.getVerified();
        var candidate = verified.getCandidate();
        return new Latest(
                candidate.getId(),
                candidate.getSeed().getId(),
                candidate.getStrategy().getName(),
                candidate.getSeed().getDomain(),
                verified.getVerdict().name(),
                evaluated.getReason(),
                evaluated.getDecision().name(),
                evaluated.getProvenance().getCreatedAt().toString());
    }
}
