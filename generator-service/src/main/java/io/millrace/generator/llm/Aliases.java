package io.millrace.generator.llm;

import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.rule.space.Mix;
import io.millrace.generator.strategy.UnusableSeedException;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Seed;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Models by name: the one that a seed's parameter {@code model} asks for, else one that is drawn by weight for each sample. */
public final class Aliases implements Teachers {

    /** The parameter of every strategy that names its teacher. */
    static final String PARAMETER = "model";

    private final Map<String, Alias> aliases = new TreeMap<>();
    private final int weight;

    /** The names and the weights' sum must be of use: no name twice, and not all weights 0. */
    public Aliases(Collection<Alias> aliases) {
        aliases.forEach(alias -> {
            if (this.aliases.put(alias.name(), alias) != null) {
                throw new IllegalArgumentException("Two models have the alias " + alias.name());
            }
        });
        this.weight = aliases.stream().mapToInt(Alias::weight).reduce(0, Math::addExact);
        if (weight == 0) {
            throw new IllegalArgumentException("At least one model must have a weight above 0");
        }
    }

    @Override
    public Teacher choose(Seed seed, int sampleIndex) {
        var chance = new Chance(Mix.key(Mix.key(Mix.key("teacher", seed.getId()), seed.getRngKey()), sampleIndex));
        int pick = chance.below(weight);
        String name = seed.getStrategy().getParameters().get(PARAMETER);
        Alias alias = name == null ? drawn(pick) : named(name);
        return new Teacher(alias.model(), alias.identity(), alias.sampling().draw(chance));
    }

    @Override
    public String fingerprint() {
        return Hash.of(aliases.values().stream().map(Alias::fingerprint).toList());
    }

    private Alias named(String name) {
        Alias alias = aliases.get(name);
        if (alias == null) {
            throw new UnusableSeedException("the seed asks for none of the models " + aliases.keySet());
        }
        return alias;
    }

    private Alias drawn(int pick) {
        int rest = pick;
        for (Alias alias : aliases.values()) {
            rest -= alias.weight();
            if (rest < 0) {
                return alias;
            }
        }
        throw new IllegalStateException("drawn beyond the sum of the weights");
    }
}
