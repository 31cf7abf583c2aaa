package io.millrace.deploy.recipe;

import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import io.millrace.schemas.Seed;
import java.util.concurrent.CompletableFuture;

/** Where pages of material go. */
interface PageSink {

    /** Keeps nothing; its places are as large in a recipe as any. */
    PageSink NOWHERE = (key, page) -> CompletableFuture.completedFuture(
            new MaterialPlace(Integer.MAX_VALUE, 1L << 40, page.getRows().size()));

    CompletableFuture<MaterialPlace> put(String key, MaterialPage page);

    /** Takes a row that is held out for testing. */
    default void hold(Seed row) {}
}
