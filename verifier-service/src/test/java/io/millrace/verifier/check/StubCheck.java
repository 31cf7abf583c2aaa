package io.millrace.verifier.check;

import io.millrace.schemas.Candidate;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** A check whose verdict is given. */
public record StubCheck(String name, boolean applies, boolean decides, OptionalInt places, Supplier<Verdict> verdict)
        implements Check {

    public StubCheck(String name, boolean applies, Supplier<Verdict> verdict) {
        this(name, applies, true, verdict);
    }

    StubCheck(String name, boolean applies, boolean decides, Supplier<Verdict> verdict) {
        this(name, applies, decides, OptionalInt.empty(), verdict);
    }

    /** A check that applies and passes, so many candidates at once. */
    public static StubCheck scarce(String name, int places) {
        Verdict pass = new Verdict.Pass(Evidence.of("because"));
        return new StubCheck(name, true, true, OptionalInt.of(places), () -> pass);
    }

    public static StubCheck giving(String name, Verdict verdict) {
        return new StubCheck(name, true, () -> verdict);
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String configHash() {
        return "0";
    }

    @Override
    public boolean appliesTo(Candidate candidate) {
        return applies;
    }

    @Override
    public boolean decides(Candidate candidate) {
        return decides;
    }

    @Override
    public Verdict apply(Candidate candidate) {
        return verdict.get();
    }
}
