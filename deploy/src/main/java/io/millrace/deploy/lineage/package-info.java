/** One record's path and receipts, asked of a running factory and told in words. */
@NullMarked
package io.millrace.deploy.lineage;

import org.jspecify.annotations.NullMarked;
