package io.millrace.verifier.structured;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.verifier.json.JsonValues;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts how far two documents agree, leaf by leaf; an empty object or array is a leaf too. */
final class Leaves {

    private int all;
    private int equal;
    private @Nullable String firstDifference;

    private Leaves() {}

    static Leaves compare(JsonNode expected, JsonNode given) {
        var leaves = new Leaves();
        leaves.visit("", expected, given);
        return leaves;
    }

    int all() {
        return all;
    }

    int equal() {
        return equal;
    }

    /** Where the documents differ first, as a JSON pointer; null where they do not. */
    @Nullable
    String firstDifference() {
        return firstDifference;
    }

    private void visit(String path, JsonNode expected, JsonNode given) {
        if (expected.isObject() && given.isObject() && expected.size() + given.size() > 0) {
            fields(path, expected, given);
        } else if (expected.isArray() && given.isArray() && expected.size() + given.size() > 0) {
            for (int i = 0; i < Math.max(expected.size(), given.size()); i++) {
                visit(path + "/" + i, expected.path(i), given.path(i));
            }
        } else if (JsonValues.same(expected, given)) {
            all++;
            equal++;
        } else {
            all += Math.max(count(expected), count(given));
            firstDifference = firstDifference == null ? path : firstDifference;
        }
    }

    private void fields(String path, JsonNode expected, JsonNode given) {
        Set<String> names = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        given.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String step = name.replace("~", "~0").replace("/", "~1");
            visit(path + "/" + step, expected.path(name), given.path(name));
        }
    }

    private static int count(JsonNode node) {
        if (node.isEmpty()) {
            return node.isMissingNode() ? 0 : 1;
        }
        int sum = 0;
        for (JsonNode child : node) {
            sum += count(child);
        }
        return sum;
    }

    /** The leaves that are equal among all that either document has. */
    double share() {
        return all == 0 ? 1 : (double) equal / all;
    }
}
