package io.millrace.generator.rule.item;

import io.millrace.generator.rule.space.Chance;
import io.millrace.generator.rule.space.Digits;
import io.millrace.generator.rule.space.Mix;
import io.millrace.generator.rule.space.Permutation;
import java.util.List;

/** All items of one difficulty, in shuffled order: no two positions have the same item, and every template has as many. */
final class Level {

    private final List<Template> templates;
    private final long[] spans;
    private final long size;
    private final long key;
    private final Permutation order;

    Level(long key, List<Template> templates) {
        this.key = key;
        this.templates = List.copyOf(templates);
        spans = this.templates.stream().mapToLong(Level::span).toArray();
        long smallest = Long.MAX_VALUE;
        for (long span : spans) {
            smallest = Math.min(smallest, span);
        }
        size = Math.multiplyExact(smallest, (long) spans.length);
        order = new Permutation(size, key);
    }

    long size() {
        return size;
    }

    Item at(long position) {
        long number = order.at(position);
        int template = (int) (number % spans.length);
        Digits digits = new Digits(number / spans.length);
        Item item = templates.get(template).make(digits, new Chance(Mix.key(key, number)));
        if (digits.span() != spans[template]) {
            throw new IllegalStateException("the bounds of a template depend on its choices");
        }
        return item;
    }

    private static long span(Template template) {
        Digits digits = new Digits(0);
        template.make(digits, new Chance(0));
        return digits.span();
    }
}
