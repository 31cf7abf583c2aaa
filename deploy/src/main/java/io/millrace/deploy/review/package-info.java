/** What people say of records, as an operator looks at it. */
@NullMarked
package io.millrace.deploy.review;

import org.jspecify.annotations.NullMarked;
