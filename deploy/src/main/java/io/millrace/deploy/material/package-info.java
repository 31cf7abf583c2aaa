/** What recipes make seeds of: files, documents and datasets, read row by row with distrust. */
@NullMarked
package io.millrace.deploy.material;

import org.jspecify.annotations.NullMarked;
