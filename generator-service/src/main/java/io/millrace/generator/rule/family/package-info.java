/**
 * The families, each in one file that numbers its items and says what is typically got wrong; everything else, such as shuffling,
 * splits, wording and refusal, is shared. A new one is modelled on the shortest here and listed in {@code Families}.
 */
@NullMarked
package io.millrace.generator.rule.family;

import org.jspecify.annotations.NullMarked;
