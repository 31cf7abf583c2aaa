package io.millrace.verifier.resource;

import io.millrace.schemas.Resource;
import java.util.List;

/** The lines of a text file beside a class, blank ones left out. */
public final class LineList {

    private LineList() {}

    public static List<String> of(Class<?> neighbour, String name) {
        return Resource.text(neighbour, name)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
