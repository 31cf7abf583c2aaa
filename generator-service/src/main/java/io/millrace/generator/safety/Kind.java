package io.millrace.generator.safety;

/** Where a request stands towards a policy, as prompts and answers call it in small letters. */
enum Kind {
    ALLOWED,
    BORDERLINE,
    DISALLOWED
}
