/** Which checks run for which tasks, and how they are set up: written down by people, hashed into every receipt. */
@NullMarked
package io.millrace.verifier.recipe;

import org.jspecify.annotations.NullMarked;
