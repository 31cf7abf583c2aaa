package io.millrace.deploy.recipe;

import io.millrace.schemas.MaterialPlace;
import java.util.List;

/** The rows that sources gave, and where they lie. */
interface Material {

    /** The pages of one source for one cell, in their order. */
    List<MaterialPlace> pages(String source, Mixture.Cell cell);
}
