/** What is put around models that answer for money: counters, and a cache of their answers. */
@NullMarked
package io.millrace.generator.model;

import org.jspecify.annotations.NullMarked;
