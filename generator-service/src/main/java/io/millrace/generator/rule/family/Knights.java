package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Template;
import io.millrace.generator.rule.logic.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Knights who always tell the truth and knaves who always lie; what they say leaves exactly one possibility. */
public final class Knights {

    private static final List<String> NAMES = List.of(
            "Ada", "Bruno", "Clara", "David", "Emma", "Felix", "Greta", "Hugo", "Iris", "Jakob", "Klara", "Leo");
    private static final int MAX_CLAIMS = 40;

    private Knights() {}

    public static Family family() {
        return new Family("knights", 1, List.of(List.of(island(3)), List.of(island(4)), List.of(island(5))));
    }

    /** A world is a number whose bits say who is a knight. */
    private static Template island(int people) {
        return (choices, chance) -> {
            List<String> names = choices.distinct(people, NAMES);
            int truth = choices.below(1 << people);
            List<Claim> claims = new ArrayList<>();
            for (int speaker = 0; speaker < people; speaker++) {
                claims.add(Claim.by(speaker, people, truth, choices));
            }
            while (worlds(claims, people).size() > 1) {
                if (claims.size() == MAX_CLAIMS) {
                    throw new IllegalStateException("the claims leave several possibilities");
                }
                claims.add(Claim.by(chance.below(people), people, truth, chance));
            }
            return item(names, claims, truth);
        };
    }

    private static Item item(List<String> names, List<Claim> claims, int truth) {
        int everyone = (1 << names.size()) - 1;
        String said = claims.stream().map(claim -> claim.text(names)).collect(Collectors.joining("\n"));
        String prompt = ("On an island live knights, who always tell the truth, and knaves, who always lie. "
                        + "You meet %s.\n%s\nWho of them are knights? Answer with their names in the order above, "
                        + "separated by commas, or with \"nobody\".")
                .formatted(String.join(", ", names), said);
        List<String> steps = new ArrayList<>();
        claims.forEach(claim -> steps.add("%s is a %s, so it is %s that %s"
                .formatted(
                        names.get(claim.speaker()),
                        claim.saidByKnight(truth) ? "knight" : "knave",
                        claim.saidByKnight(truth) ? "true" : "false",
                        claim.content(names))));
        return Item.text(
                prompt,
                steps,
                knights(names, truth),
                knights(names, worlds(claims, names.size()).getFirst()),
                knights(names, truth ^ 1),
                knights(names, truth ^ everyone),
                knights(names, truth ^ 2));
    }

    private static List<Integer> worlds(List<Claim> claims, int people) {
        return IntStream.range(0, 1 << people)
                .filter(world -> claims.stream().allMatch(claim -> claim.fits(world)))
                .boxed()
                .toList();
    }

    private static String knights(List<String> names, int world) {
        String list = IntStream.range(0, names.size())
                .filter(person -> ((world >> person) & 1) == 1)
                .mapToObj(names::get)
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "nobody" : list;
    }
}
