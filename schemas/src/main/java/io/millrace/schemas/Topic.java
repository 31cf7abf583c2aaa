package io.millrace.schemas;

import org.apache.avro.specific.SpecificRecord;

/** A topic name tied to the one record type that may be written to it. */
public record Topic<V extends SpecificRecord>(String name, Class<V> type) {

    public static final Topic<Seed> SEEDS = new Topic<>("seeds", Seed.class);
    public static final Topic<Candidate> CANDIDATES = new Topic<>("candidates", Candidate.class);
    public static final Topic<Verified> VERIFIED = new Topic<>("verified", Verified.class);
    public static final Topic<Evaluated> EVALUATED = new Topic<>("evaluated", Evaluated.class);

    /** How evaluated records come to the ledger of their dataset, keyed by it; inside the evaluator only. */
    public static final Topic<LedgerEntry> KEPT_BY_DATASET = new Topic<>("kept-by-dataset", LedgerEntry.class);

    /** Where a dataset's next version begins and ends; keyed by dataset. */
    public static final Topic<DatasetCut> CUTS = new Topic<>("dataset-cuts", DatasetCut.class);

    /** What is withdrawn from datasets, keyed by dataset. */
    public static final Topic<Withdrawal> WITHDRAWALS = new Topic<>("withdrawals", Withdrawal.class);

    /** What people are asked about, keyed by the candidate's id. */
    public static final Topic<ReviewRequest> REVIEW_REQUESTS = new Topic<>("review-requests", ReviewRequest.class);

    /** What people say of records, keyed by the candidate's id. */
    public static final Topic<Review> REVIEWS = new Topic<>("reviews", Review.class);

    /** How requests and reviews of one record come together, keyed by the candidate's id; inside the evaluator only. */
    public static final Topic<ReviewCase> REVIEW_CASES = new Topic<>("review-cases", ReviewCase.class);

    /** Counts by window, keyed by what is counted; compacted. */
    public static final Topic<Rate> RATES = new Topic<>("rates", Rate.class);

    /** Where a candidate's evaluated record lies, keyed by candidate id, and where its withdrawal and reviews do; compacted. */
    public static final Topic<Coordinates> LINEAGE = new Topic<>("lineage", Coordinates.class);

    /** How the candidates of a seed compare, keyed by seed id; compacted. */
    public static final Topic<SeedGroups> GROUPS = new Topic<>("groups", SeedGroups.class);

    /** Whether retraining events may go out, keyed by check; compacted. */
    public static final Topic<Gate> GATE = new Topic<>("gate", Gate.class);

    /** What claims are judged by, keyed by {@link FactKey}; compacted. */
    public static final Topic<Fact> FACTS = new Topic<>("facts", Fact.class);

    /** What models are measured by and must not learn, keyed by {@link BenchmarkKey}; compacted, one partition. */
    public static final Topic<BenchmarkPage> BENCHMARKS = new Topic<>("benchmarks", BenchmarkPage.class);

    /** Problems held out for testing, which nothing is made from, keyed by {@link HoldoutKey}; compacted. */
    public static final Topic<Seed> HOLDOUTS = new Topic<>("holdouts", Seed.class);

    /** What trainers report of models, keyed by dataset. */
    public static final Topic<TrainingResult> TRAINING_RESULTS = new Topic<>("training-results", TrainingResult.class);

    /** What is to be made in addition to recipes' targets, keyed by its id; compacted, one partition. */
    public static final Topic<Proposal> PROPOSALS = new Topic<>("proposals", Proposal.class);

    /** What is to be made, keyed by the recipe's name; compacted, one partition. */
    public static final Topic<Recipe> RECIPES = new Topic<>("recipes", Recipe.class);

    /** How far each recipe is, keyed by its name; compacted, one partition. */
    public static final Topic<RecipeProgress> RECIPE_PROGRESS = new Topic<>("recipe-progress", RecipeProgress.class);

    /** What recipes make seeds of, keyed by recipe, source, cell and page; compacted. */
    public static final Topic<MaterialPage> MATERIAL = new Topic<>("material", MaterialPage.class);

    /** What endpoints on the web are to be told, keyed by event. */
    public static final Topic<Delivery> WEBHOOKS = new Topic<>("webhooks", Delivery.class);

    /** Endpoints that want to be told nothing more, keyed by their names; compacted. */
    public static final Topic<DisabledEndpoint> WEBHOOKS_DISABLED =
            new Topic<>("webhooks-disabled", DisabledEndpoint.class);

    /** CloudEvents 1.0 in structured JSON, keyed by dataset; the only topic that is not Avro. */
    public static final String RETRAINING = "retraining";

    static {
        TrustedRecords.allow();
    }

    /** Where records of this topic go that cannot be processed. */
    public Topic<DeadLetter> deadLetters() {
        return new Topic<>(name + ".dlq", DeadLetter.class);
    }
}
