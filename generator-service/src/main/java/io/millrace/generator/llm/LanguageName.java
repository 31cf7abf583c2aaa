package io.millrace.generator.llm;

import io.millrace.schemas.Seed;
import java.util.Locale;

/** What English calls a language, for prompts. */
public final class LanguageName {

    private LanguageName() {}

    /** The language of a seed, for instance "German"; its tag where it has no name. */
    public static String of(Seed seed) {
        return Locale.forLanguageTag(seed.getLanguage()).getDisplayLanguage(Locale.ENGLISH);
    }

    /** The primary tag of a seed's language, for instance "de". */
    public static String tag(Seed seed) {
        return Locale.forLanguageTag(seed.getLanguage()).getLanguage();
    }
}
