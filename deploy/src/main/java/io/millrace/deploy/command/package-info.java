/** The subcommands: options in, a result for people or as JSON out, and an exit status. */
@NullMarked
package io.millrace.deploy.command;

import org.jspecify.annotations.NullMarked;
