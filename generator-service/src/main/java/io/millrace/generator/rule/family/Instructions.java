package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.reply.Demand;
import io.millrace.generator.rule.reply.Sketch;
import io.millrace.generator.rule.space.Choices;
import io.millrace.schemas.ChatTask;
import io.millrace.schemas.Message;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Replies of a prescribed form: counts, words that must or must not occur, beginnings, endings and letters. */
public final class Instructions {

    private static final List<String> OPENINGS = List.of(
            "Dear reader",
            "Hello again",
            "Good morning",
            "Here is a picture",
            "This is the place",
            "Look around",
            "Come and see",
            "From my window",
            "On a clear day",
            "Before the rain",
            "At the crossing",
            "Near the coast");
    private static final List<String> CLOSINGS = List.of(
            "That is all",
            "Until next time",
            "With kind regards",
            "Nothing else matters",
            "Come soon",
            "So it stays",
            "Tell the others",
            "Thanks for reading",
            "More to follow",
            "Rest now",
            "Take care",
            "And that was it");
    private static final int FEWEST_BULLETS = 4;
    private static final int MOST_BULLETS = 8;
    private static final int MOST_TIMES = 3;

    private Instructions() {}

    public static Family family() {
        return new Family(
                "instructions",
                1,
                List.of(
                        List.of((choices, chance) -> plain(Wish.of(choices), choices, chance)),
                        List.of((choices, chance) -> framed(Wish.of(choices), choices, chance)),
                        List.of((choices, chance) -> counted(Wish.of(choices), choices, chance))));
    }

    /** What every reply is asked for: bullets, a word in some of them, another in one, and a third in none. */
    private record Wish(int bullets, String often, int times, String once, String never) {

        static Wish of(Choices choices) {
            int bullets = choices.between(FEWEST_BULLETS, MOST_BULLETS);
            int times = choices.between(1, MOST_TIMES);
            int often = choices.below(Sketch.NOUNS.size());
            int once = often + choices.between(1, Sketch.NOUNS.size() / 2 - 1);
            int never = often + choices.between(Sketch.NOUNS.size() / 2, Sketch.NOUNS.size() - 1);
            return new Wish(bullets, noun(often), times, noun(once), noun(never));
        }

        private static String noun(int number) {
            return Sketch.NOUNS.get(number % Sketch.NOUNS.size());
        }

        List<Demand> demands() {
            return List.of(
                    Demand.bullets(bullets),
                    Demand.contains(often, times),
                    Demand.contains(once, 1),
                    Demand.excludes(never));
        }

        List<String> lines(Choices chance) {
            List<String> subjects = new ArrayList<>(List.of(once));
            for (int added = 0; added < times; added++) {
                subjects.add(often);
            }
            return Sketch.bullets(bullets, subjects, chance);
        }
    }

    private static Item plain(Wish wish, Choices choices, Choices chance) {
        String closing = choices.of(CLOSINGS);
        List<Demand> demands = new ArrayList<>(wish.demands());
        demands.add(Demand.endsWith(closing));
        return item(wish, demands, String.join("\n", wish.lines(chance)) + "\n" + closing);
    }

    private static Item framed(Wish wish, Choices choices, Choices chance) {
        String opening = choices.of(OPENINGS);
        String closing = choices.of(CLOSINGS);
        List<Demand> demands = new ArrayList<>(wish.demands());
        demands.addAll(List.of(Demand.startsWith(opening), Demand.endsWith(closing), Demand.noCommas()));
        return item(wish, demands, framed(opening, wish.lines(chance), closing));
    }

    private static Item counted(Wish wish, Choices choices, Choices chance) {
        String opening = choices.of(OPENINGS).toLowerCase(Locale.ROOT);
        String closing = choices.of(CLOSINGS).toLowerCase(Locale.ROOT);
        String reply = framed(opening, wish.lines(chance), closing).toLowerCase(Locale.ROOT);
        List<Demand> demands = new ArrayList<>(wish.demands());
        demands.addAll(List.of(
                Demand.startsWith(opening),
                Demand.endsWith(closing),
                Demand.lowerCase(),
                Demand.words(Demand.words(reply))));
        return item(wish, demands, reply);
    }

    private static String framed(String opening, List<String> lines, String closing) {
        return opening + "\n" + String.join("\n", lines) + "\n" + closing;
    }

    private static Item item(Wish wish, List<Demand> demands, String reply) {
        String prompt = "Describe a place in a few words. The reply must "
                + demands.stream().map(Demand::wish).collect(Collectors.joining(", must ")) + ".";
        ChatTask chat = ChatTask.newBuilder()
                .setMessages(List.of(new Message("user", prompt, null, List.of(), null)))
                .setConstraints(demands.stream().map(Demand::constraint).toList())
                .build();
        Task task = Task.newBuilder().setChat(chat).build();
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        mistakes.add(() -> solution(reply + "\n- The " + wish.never() + " is near."));
        mistakes.add(() -> solution(reply.substring(0, reply.lastIndexOf("- "))));
        mistakes.add(() -> solution(reply.replaceFirst("\\b" + wish.once() + "\\b", wish.often())));
        mistakes.add(() -> solution(reply.replace("\n- ", "\n")));
        return new Item(
                prompt,
                task,
                solution(reply),
                attempt -> demands.stream().allMatch(demand -> demand.met().test(attempt)),
                mistakes);
    }

    /** The reply is all that is said. */
    private static Solution solution(String reply) {
        return new Solution(List.of(), reply, reply);
    }
}
