package io.millrace.deploy.result;

import io.millrace.deploy.console.OperatorException;
import io.millrace.deploy.recipe.Recipes;
import io.millrace.deploy.stream.Connection;
import io.millrace.deploy.stream.Feed;
import io.millrace.deploy.stream.Shelf;
import io.millrace.schemas.Feedback;
import io.millrace.schemas.Proposal;
import io.millrace.schemas.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was proposed to the recipes of a factory. */
public final class ProposalShelf {

    private final Connection connection;
    private final Recipes recipes;

    public ProposalShelf(Connection connection) {
        this.connection = connection;
        this.recipes = new Recipes(connection);
        connection.ensure(List.of(Topic.PROPOSALS));
    }

    /** All for the recipes of a dataset, the oldest first. */
    public List<KnownProposal> of(String dataset) {
        return proposals(dataset).stream()
                .map(proposal -> KnownProposal.of(proposal, submits(proposal)))
                .toList();
    }

    /**
     * Approves one, so that it is made.
     *
     * @throws OperatorException if there is none of that id
     */
    public void approve(String dataset, String id, String by) {
        Proposal proposal = proposals(dataset).stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new OperatorException("Nothing of this id was proposed for %s.".formatted(dataset)));
        try (var feed = new Feed<>(connection, Topic.PROPOSALS)) {
            feed.send(id, Proposal.newBuilder(proposal).setApprovedBy(by).build());
        }
    }

    private boolean submits(Proposal proposal) {
        return recipes.find(proposal.getRecipe()).stream().anyMatch(recipe -> {
            Feedback feedback = recipe.getFeedback();
            return feedback != null && feedback.getSubmit();
        });
    }

    private List<Proposal> proposals(String dataset) {
        Map<String, Proposal> found = new TreeMap<>();
        try (var shelf = new Shelf<>(connection, Topic.PROPOSALS)) {
            shelf.forEachRemaining(entry -> found.put(entry.value().getId(), entry.value()));
        }
        return found.values().stream()
                .filter(proposal -> proposal.getDataset().equals(dataset))
                .sorted(Comparator.comparing(Proposal::getProposedAt).thenComparing(Proposal::getSkill))
                .toList();
    }
}
