/** A whole factory on this machine: a broker, a registry and the three services, each a process of its own. */
@NullMarked
package io.millrace.deploy.factory;

import org.jspecify.annotations.NullMarked;
