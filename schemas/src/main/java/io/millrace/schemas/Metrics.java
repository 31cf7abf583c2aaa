package io.millrace.schemas;

/** The names of Millrace's own metrics. Labels hold only values from closed sets, never content or ids. */
public final class Metrics {

    /** Counter: records whose work was committed, by stage. */
    public static final String STAGE_INPUTS = "millrace.stage.inputs";

    /** Counter: records written and committed, by stage and topic. */
    public static final String STAGE_OUTPUTS = "millrace.stage.outputs";

    /** Counter: records that went to the dead letters, by stage. */
    public static final String STAGE_DEAD_LETTERS = "millrace.stage.dead.letters";

    /** Counter: transactions, by stage and outcome ("committed" or "aborted"). */
    public static final String STAGE_TRANSACTIONS = "millrace.stage.transactions";

    /** Gauge: records being worked on or waiting for it, by stage. */
    public static final String STAGE_IN_FLIGHT = "millrace.stage.in.flight";

    /** Timer: from reading a record to the end of its work, by stage. */
    public static final String STAGE_WORK = "millrace.stage.work";

    /** Counter: candidates judged, by verdict and reason; work that is done again counts again. */
    public static final String VERIFIER_VERDICTS = "millrace.verifier.verdicts";

    /** Timer: one run of one check, by check. */
    public static final String VERIFIER_CHECKS = "millrace.verifier.checks";

    /**
     * Counter: candidates that were planted to try the verifier, by the check they are meant for, the verdict that was expected
     * ("ACCEPTED", or "REJECTED" for any other) and the actual one; work that is done again counts again.
     */
    public static final String CANARY_VERDICTS = "millrace.canary.verdicts";

    /**
     * Gauge: a figure of the dataset in which it is worst, by figure: "distinct4", "selfBleu" and "wordVendi" of the last full windows of
     * kept records, and "drift.difficulty", "drift.length", "drift.domain" and "drift.teacher" since the first version.
     */
    public static final String DATASET_WORST = "millrace.dataset.worst";

    /** Gauge: items of benchmarks that records are held against. */
    public static final String BENCHMARK_ITEMS = "millrace.benchmark.items";

    /** Gauge: 1 while a benchmark has more words than there is room for, so that records are held against a part of it only. */
    public static final String BENCHMARKS_OVERFULL = "millrace.benchmarks.overfull";

    /** Gauge: 1 while retraining events may go out, 0 while a wrong record that was planted and accepted holds them back. */
    public static final String GATE_OPEN = "millrace.gate.open";

    /** Counter: attempts to tell an endpoint of an event, by endpoint and outcome ("taken", "gone" or "failed"). */
    public static final String WEBHOOK_ATTEMPTS = "millrace.webhook.attempts";

    /** Gauge: 1 while an endpoint is told of events, 0 once it answered that it wants no more, by endpoint. */
    public static final String WEBHOOK_ENABLED = "millrace.webhook.enabled";

    /** Gauge: records that a consumer group has not read, by topic and group. */
    public static final String LAG_RECORDS = "millrace.lag.records";

    /** Gauge: the age in seconds of the oldest record that a consumer group has not read, by topic and group. */
    public static final String LAG_SECONDS = "millrace.lag.seconds";

    /** Counter: samples of seeds, by strategy and outcome ("made" or "failed"); work that is done again counts again. */
    public static final String GENERATOR_SAMPLES = "millrace.generator.samples";

    /** Counter: seeds that nothing is made of because their problem is held out for testing; a second try counts again. */
    public static final String GENERATOR_HELD_OUT = "millrace.generator.held.out";

    /** Gauge: problems that are held out for testing, as far as a generator knows. */
    public static final String HOLDOUTS = "millrace.holdouts";

    /**
     * Counter: questions to models, by alias and outcome ("answered", "cached" or "failed"); attempts at one question count once, work
     * that is done again counts again.
     */
    public static final String MODEL_CALLS = "millrace.model.calls";

    /** Counter: tokens that models reported, by alias and direction ("input" or "output"); answers from the cache are free. */
    public static final String MODEL_TOKENS = "millrace.model.tokens";

    /** Counter: what answers cost in millionths of a US dollar, by alias, where prices are set; answers from the cache are free. */
    public static final String MODEL_COST = "millrace.model.cost.micros";

    /** Gauge: recipes by phase; 0 for each in a process that does not follow recipes, since another one does. */
    public static final String RECIPES = "millrace.recipes";

    /** Counter: reviews that people handed in over HTTP, by outcome ("ACCEPT", "REJECT" or "EDIT"). */
    public static final String REVIEWS = "millrace.reviews";

    /** Counter: reports that trainers handed in over HTTP; one that comes again counts once. */
    public static final String TRAINING_RESULTS = "millrace.training.results";

    private Metrics() {}
}
