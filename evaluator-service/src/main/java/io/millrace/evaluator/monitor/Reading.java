package io.millrace.evaluator.monitor;

import io.millrace.schemas.Topic;
import java.util.List;

/** A consumer group that reads a topic. */
public record Reading(String topic, String group) {

    /** Who reads what in the factory, in the order in which records pass. */
    public static final List<Reading> ALL = List.of(
            new Reading(Topic.SEEDS.name(), "millrace-generator"),
            new Reading(Topic.CANDIDATES.name(), "millrace-verifier"),
            new Reading(Topic.VERIFIED.name(), "millrace-evaluator"),
            new Reading(Topic.EVALUATED.name(), "millrace-evaluator"),
            new Reading(Topic.CUTS.name(), "millrace-datasets"));
}
