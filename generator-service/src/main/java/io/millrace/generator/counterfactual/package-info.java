/** Tasks with a known answer, changed so that the answer stays known. */
@NullMarked
package io.millrace.generator.counterfactual;

import org.jspecify.annotations.NullMarked;
