package io.millrace.generator.rule.reply;

import io.millrace.generator.rule.space.Choices;
import java.util.ArrayList;
import java.util.List;

/** A few lines about a place, composed of words. */
public final class Sketch {

    /** What a line may be about. No two of them begin alike, so none is part of another. */
    public static final List<String> NOUNS = List.of(
            "mill", "river", "garden", "bridge", "market", "lantern", "boat", "field", "tower", "path", "orchard",
            "well");

    private static final List<String> OTHER_NOUNS =
            List.of("house", "wall", "gate", "square", "yard", "hill", "forest", "barn", "shop", "roof");
    private static final List<String> ADJECTIVES = List.of(
            "quiet", "old", "small", "bright", "cold", "green", "busy", "round", "wooden", "narrow", "empty", "famous");
    private static final List<String> VERBS = List.of(
            "faces", "crosses", "follows", "shades", "guards", "touches", "borders", "hides", "overlooks", "surrounds");

    private Sketch() {}

    /** As many bullets as asked for, with each subject in as many of them as there are of it, and no other of the nouns. */
    public static List<String> bullets(int count, List<String> subjects, Choices chance) {
        List<String> nouns = new ArrayList<>(subjects);
        while (nouns.size() < count) {
            nouns.add(chance.of(OTHER_NOUNS));
        }
        return chance.distinct(count, nouns).stream()
                .map(noun -> bullet(noun, chance))
                .toList();
    }

    private static String bullet(String noun, Choices chance) {
        return "- The %s %s %s the %s %s."
                .formatted(
                        chance.of(ADJECTIVES), noun, chance.of(VERBS), chance.of(ADJECTIVES), chance.of(OTHER_NOUNS));
    }
}
