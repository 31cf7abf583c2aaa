/** What trainers report, as an operator sees it. */
@NullMarked
package io.millrace.deploy.result;

import org.jspecify.annotations.NullMarked;
