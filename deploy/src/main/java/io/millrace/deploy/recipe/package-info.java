/** Recipes, in the form that people write: read with distrust, and worked out into cells and what feeds them. */
@NullMarked
package io.millrace.deploy.recipe;

import org.jspecify.annotations.NullMarked;
