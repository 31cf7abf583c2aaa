package io.millrace.verifier.plant;

import io.millrace.schemas.Candidate;
import io.millrace.schemas.CodeTask;
import io.millrace.schemas.ContentHash;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Planted;
import io.millrace.schemas.Provenance;
import io.millrace.schemas.RecordIds;
import io.millrace.schemas.Seed;
import io.millrace.schemas.Task;
import io.millrace.verifier.check.Probe;
import io.millrace.verifier.check.ProbeSuite;
import io.millrace.verifier.check.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plants a probe beside every so manieth candidate, one that has a task of the same kind and language, and knows its plants again. Which
 * candidates, and which probe, follows from the candidate's id alone, so work that is done again plants the same again.
 */
public final class Planter {

    private static final int SEED_ID_LENGTH = 16;
    private static final int HEX_DIGITS = 15;

    private final Map<Kin, List<Bed>> beds;
    private final int oneIn;

    /**
     * A planter.
     *
     * @param suites what it plants, each suite as often as any other
     * @param oneIn candidates to each plant, on average; 0 for none
     */
    public Planter(List<ProbeSuite> suites, int oneIn) {
        this.beds = suites.stream()
                .flatMap(suite -> suite.probes().stream())
                .flatMap(probe -> Kin.of(probe.task()).stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), kin -> beds(suites, kin)));
        this.oneIn = oneIn;
    }

    /** What tasks have in common that look alike: their kind, and the language of programs. */
    private record Kin(TaskKind kind, String language) {

        static Optional<Kin> of(Task task) {
            CodeTask code = task.getCode();
            return TaskKind.of(task).map(kind -> new Kin(kind, code == null ? "" : code.getLanguage()));
        }
    }

    /** The probes of one suite whose tasks look alike. */
    private record Bed(String check, List<Probe> probes) {}

    private static List<Bed> beds(List<ProbeSuite> suites, Kin kin) {
        return suites.stream()
                .map(suite -> new Bed(
                        suite.check(),
                        suite.probes().stream()
                                .filter(probe -> Kin.of(probe.task()).equals(Optional.of(kin)))
                                .toList()))
                .filter(bed -> !bed.probes().isEmpty())
                .toList();
    }

    private List<Bed> beds(Task task) {
        return Kin.of(task).map(beds::get).orElse(List.of());
    }

    /** The names of the checks that are tried. */
    public List<String> checks() {
        return beds.values().stream()
                .flatMap(List::stream)
                .map(Bed::check)
                .distinct()
                .toList();
    }

    /** What is to be planted beside a candidate. Nothing is ever planted beside a plant. */
    public Optional<Candidate> beside(Candidate host) {
        boolean due = oneIn > 0 && number(host.getId(), "due", oneIn) == 0 && !RecordIds.isPlanted(host.getId());
        return due && !beds(host.getTask()).isEmpty() ? Optional.of(plant(host)) : Optional.empty();
    }

    /** What a candidate tries; nothing where it is not planted, or was planted by a version that had other probes. */
    public Optional<Planted> recognize(Candidate candidate) {
        List<Bed> kin = beds(candidate.getTask());
        if (kin.isEmpty() || !RecordIds.isPlanted(candidate.getId())) {
            return Optional.empty();
        }
        Bed bed = bed(kin, candidate.getId());
        Probe probe = probe(bed, candidate.getId());
        boolean same = probe.task().equals(candidate.getTask()) && probe.reply().equals(candidate.getMessages());
        return same ? Optional.of(new Planted(bed.check(), probe.name(), probe.right())) : Optional.empty();
    }

    private Candidate plant(Candidate host) {
        String id = RecordIds.planted(host.getId());
        Probe probe = probe(bed(beds(host.getTask()), id), id);
        Seed seed = Seed.newBuilder(host.getSeed())
                .setId(Hash.of("seed", id).substring(0, SEED_ID_LENGTH))
                .setTask(probe.task())
                .setSamples(1)
                .build();
        Provenance provenance = Provenance.newBuilder(host.getProvenance())
                .setContentHash(ContentHash.of(probe.reply()))
                .setParentIds(List.of(seed.getId()))
                .build();
        return Candidate.newBuilder(host)
                .setId(id)
                .setSeed(seed)
                .setProvenance(provenance)
                .setTask(probe.task())
                .setSampleIndex(0)
                .setMessages(probe.reply())
                .setPrompt(null)
                .build();
    }

    private static Bed bed(List<Bed> kin, String plantedId) {
        return kin.get(number(plantedId, "bed", kin.size()));
    }

    private static Probe probe(Bed bed, String plantedId) {
        return bed.probes().get(number(plantedId, "probe", bed.probes().size()));
    }

    /** A number below a bound that follows from an id. */
    private static int number(String id, String purpose, int bound) {
        return (int) (Long.parseUnsignedLong(Hash.of(purpose, id).substring(0, HEX_DIGITS), 16) % bound);
    }
}
