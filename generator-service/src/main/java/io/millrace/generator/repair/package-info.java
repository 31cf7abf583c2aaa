/** Programs with a fault to repair. */
@NullMarked
package io.millrace.generator.repair;

import org.jspecify.annotations.NullMarked;
