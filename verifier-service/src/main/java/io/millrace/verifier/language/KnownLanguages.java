package io.millrace.verifier.language;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What comes with the program about each language; it is much to read, so it is read when the first text asks for it. */
final class KnownLanguages {

    static final LanguageDetector DETECTOR;

    /** Primary tags of BCP 47. */
    static final Set<String> TAGS;

    private static final long SEED = 1;

    static {
        List<LanguageProfile> profiles = profiles();
        DETECTOR = LanguageDetectorBuilder.create(NgramExtractors.standard())
                .seed(SEED)
                .minimalConfidence(LanguageDetection.MIN_CONFIDENCE)
                .withProfiles(profiles)
                .build();
        TAGS = profiles.stream()
                .map(profile -> LanguageDetection.primary(profile.getLocale().getLanguage()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private KnownLanguages() {}

    private static List<LanguageProfile> profiles() {
        try {
            return new LanguageProfileReader().readAllBuiltIn();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
