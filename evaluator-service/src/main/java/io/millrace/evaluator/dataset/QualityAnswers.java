package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.Card.section;
import static io.millrace.evaluator.dataset.Markdown.cells;
import static io.millrace.evaluator.dataset.Markdown.counts;
import static io.millrace.evaluator.dataset.Markdown.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a card answers of a version's records as a whole. */
final class QualityAnswers {

    private QualityAnswers() {}

    static String rareCases(Manifest manifest) {
        Manifest.Counts counts = manifest.counts();
        @Nullable DatasetQuality quality = manifest.quality();
        return section(
                "What is rare, and is it protected?",
                "%d records are protected: they are not dropped for being unusual.\n"
                        .formatted(counts.protectedCases()),
                quality == null ? "" : tail(quality.tail()),
                counts("domain", counts.domain()),
                counts("difficulty", counts.difficulty()),
                counts("language", counts.language()));
    }

    private static String tail(DatasetQuality.Tail tail) {
        return "Of %d rare records that were decided on, of protected cases and of %d rare domains, %d were kept%s.\n"
                .formatted(
                        tail.decided(),
                        tail.domains(),
                        tail.kept(),
                        tail.keptShare() == null
                                ? ""
                                : ", a share of %s; of all others %s"
                                        .formatted(plain(tail.keptShare()), plain(tail.keptShareOfOthers())));
    }

    /** How far the checks agree. */
    static String checks(Manifest manifest) {
        @Nullable DatasetQuality quality = manifest.quality();
        if (quality == null) {
            return "";
        }
        DatasetQuality.CheckAgreement checks = quality.checks();
        return String.join(
                "\n",
                "Of %d records at least two checks could speak%s. Two of them on the same records, with Cohen's kappa:\n"
                        .formatted(
                                checks.records(),
                                checks.share() == null
                                        ? ""
                                        : ", and all said the same on a share of " + plain(checks.share())),
                table(
                        List.of("check", "and", "records", "share", "kappa"),
                        checks.pairs(),
                        each -> cells(each.first(), each.second(), each.records(), each.share(), each.kappa())));
    }

    static String variety(Manifest manifest) {
        @Nullable DatasetQuality quality = manifest.quality();
        DatasetQuality.@Nullable Windows windows = quality == null ? null : quality.windows();
        String title = "How varied are the records?";
        return windows == null
                ? section(title, "Nothing was noted of it.\n")
                : section(
                        title,
                        "In the last full windows of kept records when the version was decided on; empty before the first:\n",
                        table(
                                List.of("distinct share of word 4-grams", "self-BLEU", "Vendi score of their words"),
                                List.of(windows),
                                each -> cells(each.distinct4(), each.selfBleu(), each.wordVendi())),
                        "How far they have moved from those of the first version (Population Stability Index):\n",
                        drift(windows.drift()));
    }

    private static String drift(SortedMap<String, Double> drift) {
        return table(List.of("by", "index"), drift.entrySet(), each -> cells(each.getKey(), each.getValue()));
    }

    static String costs(Manifest manifest) {
        @Nullable DatasetQuality quality = manifest.quality();
        return section(
                "What did they cost?",
                "What models were asked for all records that were decided on; prices are in millionths of a US dollar, where known:\n",
                table(
                        List.of(
                                "calls",
                                "without usage",
                                "without price",
                                "tokens in",
                                "tokens out",
                                "tokens for each kept record",
                                "cost",
                                "cost of each kept record"),
                        quality == null ? List.<DatasetQuality.Cost>of() : List.of(quality.cost()),
                        each -> cells(
                                each.calls(),
                                each.unmetered(),
                                each.unpriced(),
                                each.inputTokens(),
                                each.outputTokens(),
                                each.tokensPerKept(),
                                each.costMicros(),
                                each.microsPerKept())));
    }

    private static String plain(@Nullable Double share) {
        return share == null ? "none" : BigDecimal.valueOf(share).toPlainString();
    }
}
