package io.millrace.evaluator.result;

import io.millrace.schemas.Feedback;
import io.millrace.schemas.Hash;
import io.millrace.schemas.Increase;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Recipe;
import io.millrace.schemas.RecipeCell;
import io.millrace.schemas.Supply;
import io.millrace.schemas.TrainingResult;
import java.util.ArrayList;
import java.util.List;

/** What more a recipe should make, by a report on a model that was trained on its dataset. */
public final class Proposals {

    /** What is proposed where a recipe does not say: somebody has to approve it. */
    public static final Feedback USUAL = new Feedback(false, 0.8, 3, 100L);

    private Proposals() {}

    /** One for each of the weakest skills that the recipe makes something for. The same report and recipe give the same. */
    public static List<Proposal> of(TrainingResult result, Recipe recipe) {
        if (!recipe.getDataset().equals(result.getDataset())) {
            return List.of();
        }
        Feedback feedback = recipe.getFeedback() == null ? USUAL : recipe.getFeedback();
        List<Weakness> weak = Weakness.of(result, feedback.getBelow()).stream()
                .filter(weakness -> !feeding(recipe, weakness, 1).isEmpty())
                .limit(Math.max(0, feedback.getSkills()))
                .toList();
        List<Long> amounts = shares(feedback.getMost(), weak.size());
        List<Proposal> proposals = new ArrayList<>();
        for (int index = 0; index < weak.size(); index++) {
            if (amounts.get(index) > 0) {
                proposals.add(proposal(result, recipe, weak.get(index), amounts.get(index)));
            }
        }
        return proposals;
    }

    private static Proposal proposal(TrainingResult result, Recipe recipe, Weakness weakness, long amount) {
        String skill = weakness.metric().getSkill();
        return Proposal.newBuilder()
                .setId(Hash.of("proposal", result.getId(), skill, recipe.getName()))
                .setResult(result.getId())
                .setDataset(result.getDataset())
                .setRecipe(recipe.getName())
                .setSkill(skill)
                .setMetric(weakness.metric().getMetric())
                .setValue(weakness.metric().getValue())
                .setItems(weakness.metric().getItems())
                .setIncreases(feeding(recipe, weakness, amount))
                .setProposedAt(result.getReportedAt())
                .build();
    }

    /** The cells that make something for a skill, with the supplies that do, and an amount shared out among them. */
    private static List<Increase> feeding(Recipe recipe, Weakness weakness, long amount) {
        var skill = SkillName.of(weakness.metric().getSkill());
        List<RecipeCell> cells = recipe.getCells().stream()
                .filter(cell ->
                        cell.getTarget() > 0 && cell.getSupplies().stream().anyMatch(skill::isFedBy))
                .toList();
        List<Long> amounts = shares(amount, cells.size());
        List<Increase> increases = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            if (amounts.get(index) > 0) {
                List<String> supplies = cells.get(index).getSupplies().stream()
                        .filter(skill::isFedBy)
                        .map(Supply::getName)
                        .toList();
                increases.add(new Increase(cells.get(index).getName(), supplies, amounts.get(index)));
            }
        }
        return increases;
    }

    /** Equal parts of an amount, the first ones greater by 1 where it does not divide. */
    private static List<Long> shares(long amount, int parts) {
        List<Long> shares = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            shares.add(amount / parts + (part < amount % parts ? 1 : 0));
        }
        return shares;
    }
}
