/** How candidates of one seed compare: how hard it was, which is the best, and which is preferred to which. */
@NullMarked
package io.millrace.evaluator.group;

import org.jspecify.annotations.NullMarked;
