/** How a language model is asked, by whatever stage asks one. */
@NullMarked
package io.millrace.schemas.model;

import org.jspecify.annotations.NullMarked;
