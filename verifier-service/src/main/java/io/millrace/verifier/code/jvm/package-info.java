/** Our own part of the processes of Java programs, inside a slot: it needs nothing but the JDK, and nothing it says is believed. */
@NullMarked
package io.millrace.verifier.code.jvm;

import org.jspecify.annotations.NullMarked;
