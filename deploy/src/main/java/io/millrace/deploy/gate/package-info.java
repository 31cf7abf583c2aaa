/** What holds retraining events back, and how somebody lets them out again. */
@NullMarked
package io.millrace.deploy.gate;

import org.jspecify.annotations.NullMarked;
