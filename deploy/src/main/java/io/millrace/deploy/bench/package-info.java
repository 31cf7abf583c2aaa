/** Measures the factory against what the machine can do without it. */
@NullMarked
package io.millrace.deploy.bench;

import org.jspecify.annotations.NullMarked;
