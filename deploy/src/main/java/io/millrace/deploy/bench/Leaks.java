package io.millrace.deploy.bench;

import io.millrace.evaluator.contamination.BenchmarkIndex;
import io.millrace.evaluator.contamination.IndexBuilder;
import io.millrace.evaluator.contamination.LeakRule;
import io.millrace.evaluator.dedup.Words;
import io.millrace.schemas.BenchmarkHit;
import io.millrace.schemas.BenchmarkMatch;
import io.millrace.schemas.TrustedRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items that are planted in other texts, changed in ways that occur, and how many of them are flagged. */
final class Leaks {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final int ROUNDS = 5;
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final int AROUND = 5;
    private static final int RUN = LeakRule.USUAL.run();

    /** What is asked of the most telling hits. */
    private static final Map<String, Predicate<BenchmarkHit>> RULES = rules();

    private final List<String> items;
    private final List<String> clean;
    private final BenchmarkIndex index;
    private final Random random = new Random(3);

    Leaks(List<String> items, List<String> clean) {
        TrustedRecords.allow();
        this.items = items;
        this.clean = clean;
        var builder = new IndexBuilder(Integer.MAX_VALUE);
        for (int number = 0; number < items.size(); number++) {
            builder.add("bench", "1", Integer.toString(number), List.of(items.get(number)));
        }
        this.index = builder.build();
    }

    private static Map<String, Predicate<BenchmarkHit>> rules() {
        Map<String, Predicate<BenchmarkHit>> rules = new LinkedHashMap<>();
        rules.put("dropped", hit -> hit.getMatch() != BenchmarkMatch.SUSPECT);
        rules.put("any 13 words", hit -> hit.getRun() >= RUN);
        rules.put("coverage", hit -> hit.getCoverage() >= LeakRule.USUAL.coverage());
        rules.put("any 8 words", hit -> true);
        return rules;
    }

    ContaminationBench.Figures measure() {
        double words = clean.stream()
                .mapToInt(text -> Words.ofCopied(text).length)
                .average()
                .orElse(0);
        int shorter = (int)
                items.stream().filter(item -> Words.ofCopied(item).length < RUN).count();
        return new ContaminationBench.Figures(
                items.size(), shorter, clean.size(), words, rate(), (double) index.bytes() / items.size(), rows());
    }

    private List<ContaminationBench.Row> rows() {
        List<ContaminationBench.Row> rows = new ArrayList<>();
        rows.add(row("the item as it is", text -> text));
        rows.add(row("within ten times as much other text", this::wrapped));
        rows.add(row("case, punctuation and lines changed", Leaks::laidOut));
        rows.add(row("numbers changed", this::numbersChanged));
        rows.add(row("1 word in 10 replaced", text -> replaced(text, 10)));
        rows.add(row("1 word in 5 replaced", text -> replaced(text, 5)));
        rows.add(row("the first half only", Leaks::firstHalf));
        List<String> shorter =
                items.stream().filter(item -> Words.ofCopied(item).length < RUN).toList();
        rows.add(row("an item of fewer than 13 words, within other text", shorter, this::wrapped));
        rows.add(row("clean", clean, text -> text));
        return rows;
    }

    private ContaminationBench.Row row(String kind, UnaryOperator<String> change) {
        return row(kind, items, change);
    }

    private ContaminationBench.Row row(String kind, List<String> texts, UnaryOperator<String> change) {
        List<List<BenchmarkHit>> hits = texts.stream()
                .map(text -> index.in(Stream.of(change.apply(text)), LeakRule.USUAL))
                .toList();
        Map<String, Double> percent = new LinkedHashMap<>();
        RULES.forEach((rule, test) -> percent.put(
                rule,
                100.0
                        * hits.stream()
                                .filter(found -> found.stream().anyMatch(test))
                                .count()
                        / Math.max(1, hits.size())));
        return new ContaminationBench.Row(kind, texts.size(), percent);
    }

    private double rate() {
        long end = CpuTime.nanos() + WARM_UP_NANOS;
        while (CpuTime.nanos() < end) {
            clean.forEach(text -> index.in(Stream.of(text), LeakRule.USUAL));
        }
        long nanos = CpuTime.nanosOf(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                clean.forEach(text -> index.in(Stream.of(text), LeakRule.USUAL));
            }
        });
        return ROUNDS * clean.size() / (nanos / 1e9);
    }

    private String wrapped(String text) {
        return Stream.of(others(), Stream.of(text), others())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    private Stream<String> others() {
        return Stream.generate(() -> clean.get(random.nextInt(clean.size()))).limit(AROUND);
    }

    private static String laidOut(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[,.?]", " ").replace(" ", "\n");
    }

    private String numbersChanged(String text) {
        return NUMBER.matcher(text).replaceAll((MatchResult number) -> Integer.toString(11 + random.nextInt(80)));
    }

    private String replaced(String text, int oneIn) {
        return SPACE.splitAsStream(text)
                .map(word -> random.nextInt(oneIn) == 0 ? "word" + random.nextInt(999) : word)
                .collect(Collectors.joining(" "));
    }

    private static String firstHalf(String text) {
        List<String> words = SPACE.splitAsStream(text).toList();
        return String.join(" ", words.subList(0, words.size() / 2));
    }
}
