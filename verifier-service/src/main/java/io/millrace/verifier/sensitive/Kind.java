package io.millrace.verifier.sensitive;

import java.util.Locale;

/** What is looked for. */
public enum Kind {
    CARD_NUMBER,
    IBAN,
    EMAIL,
    PHONE,
    US_SOCIAL_SECURITY_NUMBER,
    API_KEY,
    PRIVATE_KEY;

    /** As evidence names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
