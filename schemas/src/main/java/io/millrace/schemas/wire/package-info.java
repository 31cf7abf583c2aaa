/** How records become bytes: Confluent's wire format and schema registry. */
@NullMarked
package io.millrace.schemas.wire;

import org.jspecify.annotations.NullMarked;
