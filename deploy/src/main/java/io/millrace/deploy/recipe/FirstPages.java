package io.millrace.deploy.recipe;

import io.millrace.generator.recipe.RowPlace;
import io.millrace.generator.recipe.SeedMaker;
import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps the first page of each source and cell in memory. */
final class FirstPages implements PageSink, SeedMaker.Rows {

    private static final long NOT_KEPT = -1;

    private final List<MaterialPage> kept = new ArrayList<>();

    @Override
    public CompletableFuture<MaterialPlace> put(String key, MaterialPage page) {
        long offset = NOT_KEPT;
        if (key.endsWith("/0")) {
            offset = kept.size();
            kept.add(page);
        }
        return CompletableFuture.completedFuture(
                new MaterialPlace(0, offset, page.getRows().size()));
    }

    @Override
    public Optional<Seed> row(String recipe, RowPlace place) {
        long offset = place.page().getOffset();
        return offset == NOT_KEPT
                ? Optional.empty()
                : Optional.of(kept.get((int) offset).getRows().get(place.row()));
    }
}
