/** What is held out for testing before anything is made from it. */
@NullMarked
package io.millrace.deploy.holdout;

import org.jspecify.annotations.NullMarked;
