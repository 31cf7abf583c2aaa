package io.millrace.generator.recipe;

import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;

/**
 * One seed to be made for a cell.
 *
 * @param item which of the supply's items, from 0
 * @param samples candidates to ask for, at least 1
 */
public record Order(RecipeCell cell, Supply supply, long item, int samples) {}
