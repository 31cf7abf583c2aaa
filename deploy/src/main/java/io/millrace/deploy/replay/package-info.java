/** Candidates that have a verdict, judged again by another recipe, and how the verdicts compare. */
@NullMarked
package io.millrace.deploy.replay;

import org.jspecify.annotations.NullMarked;
