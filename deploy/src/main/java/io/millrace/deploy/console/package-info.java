/** What an operator reads: sentences about failures, tables and JSON. */
@NullMarked
package io.millrace.deploy.console;

import org.jspecify.annotations.NullMarked;
