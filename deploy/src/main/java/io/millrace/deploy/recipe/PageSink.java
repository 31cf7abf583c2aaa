package io.millrace.deploy.recipe;

import io.millrace.schemas.MaterialPage;
import io.millrace.schemas.MaterialPlace;
import java.util.concurrent.CompletableFuture;

/** Where pages of material go. */
interface PageSink {

    /** Keeps nothing; its places are as large in a recipe as any. */
    PageSink NOWHERE = (key, page) -> CompletableFuture.completedFuture(
            new MaterialPlace(Integer.MAX_VALUE, 1L << 40, page.getRows().size()));

    CompletableFuture<MaterialPlace> put(String key, MaterialPage page);
}
