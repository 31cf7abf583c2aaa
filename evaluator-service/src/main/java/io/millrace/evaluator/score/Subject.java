package io.millrace.evaluator.score;

import io.millrace.schemas.Verified;
import java.util.OptionalDouble;

/**
 * What is known of a record when it is graded.
 *
 * @param nearest how similar the nearest kept record of its dataset is, from 0 to 1; nothing where none is known to be near
 */
public record Subject(Verified verified, OptionalDouble nearest) {}
