/** The audit of all checks, on their own probes and on items of every rule family. */
@NullMarked
package io.millrace.deploy.audit;

import org.jspecify.annotations.NullMarked;
