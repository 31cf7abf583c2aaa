/** Files in YAML that people write. */
@NullMarked
package io.millrace.deploy.yaml;

import org.jspecify.annotations.NullMarked;
