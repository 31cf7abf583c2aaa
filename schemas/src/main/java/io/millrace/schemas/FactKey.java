package io.millrace.schemas;

import java.text.Normalizer;
import java.util.Locale;

/** What a fact is kept under: subject and relation, whatever their case and their blanks, with a tab between them. */
public final class FactKey {

    private FactKey() {}

    public static String of(Fact fact) {
        return of(fact.getSubject(), fact.getRelation());
    }

    public static String of(String subject, String relation) {
        return about(subject) + plain(relation);
    }

    /** How the keys of every fact about a subject begin. */
    public static String about(String subject) {
        return plain(subject) + "\t";
    }

    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
