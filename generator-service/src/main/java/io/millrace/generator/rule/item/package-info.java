/** What families are made of: numbered items with their worked solutions, typical mistakes, splits and wordings. */
@NullMarked
package io.millrace.generator.rule.item;

import org.jspecify.annotations.NullMarked;
