/** What people hand in: JSON lines and recipes, read with distrust and turned into seeds and candidates. */
@NullMarked
package io.millrace.deploy.intake;

import org.jspecify.annotations.NullMarked;
