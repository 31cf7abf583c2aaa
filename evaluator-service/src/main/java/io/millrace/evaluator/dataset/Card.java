package io.millrace.evaluator.dataset;

import static io.millrace.evaluator.dataset.Markdown.cells;
import static io.millrace.evaluator.dataset.Markdown.counts;
import static io.millrace.evaluator.dataset.Markdown.table;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A version's dataset card: a header for the Hugging Face Hub, then what an auditor asks. All of it is in the manifest. */
final class Card {

    static final String FILE_NAME = "README.md";

    private Card() {}

    static String of(Manifest manifest) {
        String beginning = String.join("\n", "---", CardHeader.of(manifest) + "---\n", head(manifest));
        Withdrawals.@Nullable Announcement announced = manifest.withdrawals().announced();
        return announced == null
                ? String.join("\n", beginning, answers(manifest))
                : String.join("\n", beginning, withdrawn(announced));
    }

    private static String answers(Manifest manifest) {
        return String.join(
                "\n",
                seeds(manifest),
                makers(manifest),
                filters(manifest),
                heldOut(manifest),
                labels(manifest),
                QualityAnswers.rareCases(manifest),
                QualityAnswers.variety(manifest),
                QualityAnswers.costs(manifest),
                changes(manifest.changes()));
    }

    private static String head(Manifest manifest) {
        return """
                # %s, version %d

                %d records, decided on at %s. Everything said here is in `manifest.json`, with the exact ranges of topic
                `%s` that the records were read from.
                """.formatted(
                        manifest.dataset(),
                        manifest.version(),
                        manifest.records(),
                        manifest.cutAt(),
                        manifest.origin().topic());
    }

    private static String seeds(Manifest manifest) {
        Ingredients made = manifest.ingredients();
        return section(
                "What are the seeds?",
                table(
                        List.of("source", "revision", "licence", "written by people", "records"),
                        made.sources(),
                        each -> cells(each.name(), each.revision(), each.licence(), each.real(), each.records())),
                table(
                        List.of("recipe", "submission", "SHA-256 of the recipe", "records"),
                        made.recipes(),
                        each -> cells(each.name(), each.submission(), each.hash(), each.records())),
                "The records themselves, and how many steps they are from real data:\n",
                counts("origin", manifest.counts().source()),
                counts("steps", manifest.counts().generationDepth()),
                counts("licence", manifest.counts().licence()));
    }

    private static String makers(Manifest manifest) {
        Ingredients made = manifest.ingredients();
        return section(
                "What made the records?",
                table(
                        List.of("strategy", "version", "records"),
                        made.strategies(),
                        each -> cells(each.name(), each.version(), each.records())),
                "Models, as they were asked for and as they answered:\n",
                table(
                        List.of("asked for", "answered as", "records"),
                        made.models(),
                        each -> cells(each.requested(), each.returned(), each.records())),
                "Prompt templates:\n",
                table(
                        List.of("template", "version", "SHA-256", "records"),
                        made.prompts(),
                        each -> cells(each.template(), each.version(), each.hash(), each.records())),
                "Programs:\n",
                table(
                        List.of("program", "version", "commit"),
                        manifest.producers(),
                        each -> cells(each.service(), each.version(), each.gitCommit())));
    }

    private static String filters(Manifest manifest) {
        Decisions decisions = manifest.decisions();
        return section(
                "What was left out, and why?",
                "%d records were decided on and %d kept; %d more were planted to try the checks, and are in no dataset.\n"
                        .formatted(decisions.decided(), decisions.kept(), decisions.planted()),
                table(
                        List.of("decision", "reason", "records", "share"),
                        decisions.reasons(),
                        each -> cells(each.decision(), each.reason(), each.records(), each.share())),
                "The checks, and how often each came to what:\n",
                table(
                        List.of("check", "version", "SHA-256 of its settings", "outcomes"),
                        decisions.checks(),
                        each -> cells(each.name(), each.version(), each.configHash(), outcomes(each.outcomes()))),
                "Kept at first, and withdrawn before this version:\n",
                table(List.of("candidate"), manifest.withdrawals().leftOut(), Markdown::cells));
    }

    /** All that a version without records has to say. */
    private static String withdrawn(Withdrawals.Announcement announced) {
        return section(
                "What is withdrawn, and why?",
                "The versions that hold these records stay as they are; whoever uses them should leave these out.\n",
                table(
                        List.of("candidate", "in version"),
                        announced.records(),
                        each -> cells(each.candidateId(), each.version())),
                table(
                        List.of("reason", "withdrawn by", "at"),
                        List.of(announced),
                        each -> cells(each.reason(), each.withdrawnBy(), each.withdrawnAt())));
    }

    private static String outcomes(SortedMap<String, Long> outcomes) {
        return outcomes.toString().replace("{", "").replace("}", "").replace("=", " ");
    }

    private static String heldOut(Manifest manifest) {
        return section(
                "Which records are held out?",
                counts("split", manifest.counts().split()),
                "A record is in the split that its seed asked for, and else in the one that its task always falls into.\n",
                table(
                        List.of("file", "split", "records", "bytes", "SHA-256"),
                        manifest.files(),
                        each -> cells(each.name(), each.split(), each.records(), each.bytes(), each.sha256())));
    }

    private static String labels(Manifest manifest) {
        Decisions.Reviews reviews = manifest.decisions().reviews();
        return section(
                "Where do the labels come from?",
                "An answer counts as right where the checks above accepted it. What they were asked:\n",
                counts("task", manifest.counts().task()),
                "People reviewed %d of the records that were decided on.\n".formatted(reviews.reviewed()),
                counts("review", reviews.outcomes()),
                agreement(reviews.agreement()),
                badShare(reviews),
                QualityAnswers.checks(manifest));
    }

    private static String agreement(Decisions.@Nullable Agreement agreement) {
        return agreement == null
                ? ""
                : "Of %d records that two of them rated, they agree on a share of %s; Cohen's kappa is %s, with a standard error of %s.\n"
                        .formatted(
                                agreement.records(), agreement.share(), agreement.kappa(), agreement.standardError());
    }

    private static String badShare(Decisions.Reviews reviews) {
        return reviews.badShareBound() == null
                ? ""
                : "Of %d kept records drawn at random %d were bad, and were withdrawn: with 95 %% confidence the share is under %s.\n"
                        .formatted(reviews.sample(), reviews.bad(), reviews.badShareBound());
    }

    private static String changes(@Nullable Changes changes) {
        String title = "What did the factory change since the version before?";
        if (changes == null) {
            return section(title, "There is no version to compare this one with.\n");
        }
        return section(
                title,
                "Version %d, whose manifest has SHA-256 `%s`, has %d records of its own; this one repeats none of them.\n"
                        .formatted(changes.since(), changes.sha256(), changes.recordsBefore()),
                differences("domain", changes.domain()),
                differences("strategy", changes.strategy()),
                differences("model", changes.model()),
                "New in this version:\n",
                ingredients(changes.appeared()),
                "No longer in use:\n",
                ingredients(changes.gone()));
    }

    private static String differences(String what, SortedMap<String, Changes.Difference> differences) {
        return table(
                List.of(what, "added", "before"),
                differences.entrySet(),
                each -> cells(
                        each.getKey(), each.getValue().added(), each.getValue().before()));
    }

    private static String ingredients(List<Ingredient> ingredients) {
        return table(List.of("kind", "name"), ingredients, each -> cells(each.kind(), each.name()));
    }

    static String section(String title, String... parts) {
        return "## " + title + "\n\n" + String.join("\n", parts);
    }
}
