package io.millrace.generator.rule.item;

import io.millrace.generator.rule.space.Choices;

/** Makes items of one kind. */
@FunctionalInterface
public interface Template {

    /**
     * Makes the item that the choices describe.
     *
     * @param choices decide what the item is: different choices must give different prompts, and no bound may depend on an earlier
     *     choice, because the product of the bounds is how many items there are
     * @param chance decides whatever need not differ between items
     */
    Item make(Choices choices, Choices chance);
}
