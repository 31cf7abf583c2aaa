/** The books of one submission: every candidate that was asked for has exactly one outcome. */
@NullMarked
package io.millrace.deploy.account;

import org.jspecify.annotations.NullMarked;
