/** The records that cross service boundaries, the topics they travel on, and the names operators see. */
@NullMarked
package io.millrace.schemas;

import org.jspecify.annotations.NullMarked;
