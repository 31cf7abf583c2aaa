package io.millrace.verifier.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.schemas.Candidate;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Planted;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Topic;
import io.millrace.schemas.Verified;
import io.millrace.schemas.stage.Input;
import io.millrace.schemas.stage.Lane;
import io.millrace.schemas.stage.Output;
import io.millrace.schemas.stage.UnprocessableException;
import io.millrace.schemas.stage.Work;
import io.millrace.verifier.check.Check;
import io.millrace.verifier.check.Conclusion;
import io.millrace.verifier.check.Examination;
import io.millrace.verifier.check.VerificationFailedException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Examines a candidate and writes the verdict with its receipts; now and then plants another candidate beside it. */
public final class CandidateWork implements Work<Candidate> {

    private final Panels panels;
    private final InstantSource clock;
    private final VerdictMeters meters;
    private final CanaryMeters canaries;

    public CandidateWork(Panels panels, InstantSource clock, MeterRegistry registry) {
        this.panels = panels;
        this.clock = clock;
        this.meters = new VerdictMeters(
                distinct(panel -> panel.examination().checks().stream().map(Check::name)), registry);
        this.canaries = new CanaryMeters(distinct(panel -> panel.planter().checks().stream()), registry);
    }

    private List<String> distinct(Function<Panel, Stream<String>> checks) {
        return panels.all().stream().flatMap(checks).distinct().toList();
    }

    @Override
    public List<Output> apply(Input<Candidate> input) throws UnprocessableException {
        Candidate candidate = input.value();
        Panel panel = panels.of(candidate);
        Conclusion conclusion = conclude(panel.examination(), candidate);
        Optional<Planted> planted = panel.planter().recognize(candidate);
        meters.count(conclusion);
        planted.ifPresent(plant -> canaries.count(plant, conclusion.verdict()));
        var verified = Verified.newBuilder()
                .setId(RecordIds.verified(candidate.getId()))
                .setProvenance(receipt(panel, input, conclusion.attempts()))
                .setCandidate(candidate)
                .setVerdict(conclusion.verdict())
                .setReason(conclusion.reason().name())
                .setChecks(conclusion.checks())
                .setExtraction(conclusion.extraction())
                .setPlanted(planted.orElse(null))
                .build();
        Output verdict = Output.of(Topic.VERIFIED, candidate.getSeed().getId(), verified);
        return Stream.concat(
                        Stream.of(verdict),
                        panel.planter().beside(candidate).stream().map(CandidateWork::plant))
                .toList();
    }

    @Override
    public Optional<Lane> lane(Candidate candidate) {
        return panels.find(candidate)
                .flatMap(panel -> panel.examination().bottleneck(candidate))
                .map(check -> new Lane(check.name(), check.places().orElseThrow()));
    }

    private static Output plant(Candidate candidate) {
        return Output.of(Topic.CANDIDATES, candidate.getSeed().getId(), candidate);
    }

    private static Conclusion conclude(Examination examination, Candidate candidate) throws UnprocessableException {
        try {
            return examination.of(candidate);
        } catch (VerificationFailedException e) {
            throw new UnprocessableException("SandboxError", String.valueOf(e.getMessage()), e.attempts(), true);
        }
    }

    private Provenance receipt(Panel panel, Input<Candidate> input, int attempts) {
        Candidate candidate = input.value();
        Provenance made = candidate.getProvenance();
        return Provenance.newBuilder()
                .setContentHash(ContentHash.of(candidate.getMessages()))
                .setParentIds(List.of(candidate.getId()))
                .setProducer(panel.producer())
                .setReadFrom(input.readFrom())
                .setAttempt(attempts)
                .setCreatedAt(clock.instant())
                .setTraceparent(made.getTraceparent())
                .setLicence(made.getLicence())
                .setSynthetic(made.getSynthetic())
                .setGenerationDepth(made.getGenerationDepth())
                .build();
    }
}
