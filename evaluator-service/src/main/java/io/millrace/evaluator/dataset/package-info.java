/** Datasets as files: versions that are whole or not there, and exports in the formats that training tools read. */
@NullMarked
package io.millrace.evaluator.dataset;

import org.jspecify.annotations.NullMarked;
