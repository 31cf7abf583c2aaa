package io.millrace.evaluator.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainsTest {

    @Test
    void findsAllWithOneKeyAndNoOthersHoweverManyThereAre() {
        var random = new Random(1);
        var chains = new Chains();
        Map<Integer, List<Integer>> expected = new HashMap<>();
        for (int number = 0; number < 5_000; number++) {
            // Keys that differ only above the lowest bits meet in one chain.
            int key = random.nextInt(1_000) << 12;
            chains.add(key);
            expected.computeIfAbsent(key, any -> new ArrayList<>()).addFirst(number);
        }

        assertThat(chains.size()).isEqualTo(5_000);
        expected.forEach((key, numbers) -> assertThat(found(chains, key)).isEqualTo(numbers));
        assertThat(found(chains, 1)).isEmpty();
    }

    private static List<Integer> found(Chains chains, int key) {
        List<Integer> found = new ArrayList<>();
        for (int entry = chains.last(key); entry != Chains.NONE; entry = chains.before(entry)) {
            found.add(entry);
        }
        return found;
    }
}
