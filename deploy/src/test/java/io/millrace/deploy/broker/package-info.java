/** End-to-end tests of delivery and wire format, and the broker and registry that they run against. */
@NullMarked
package io.millrace.deploy.broker;

import org.jspecify.annotations.NullMarked;
