package io.millrace.generator.rule.family;

import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.space.Choices;
import io.millrace.generator.rule.tool.Storeroom;
import io.millrace.generator.rule.tool.StoreroomCall;
import io.millrace.schemas.Resource;
import io.millrace.schemas.Task;
import io.millrace.schemas.ToolCall;
import io.millrace.schemas.ToolTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parcels to bring to shelves by calling tools, where nothing else may change; any calls that do it are right. */
public final class ToolUse {

    private static final String TOOLS = Resource.text(Storeroom.class, "storeroom.tools.json");
    private static final List<String> SHELVES = List.of("A", "B", "C", "D", "E");
    private static final Pattern SEPARATOR = Pattern.compile("; ");
    private static final int FIRST_PARCEL = 100;
    private static final int PARCELS = 900;
    private static final int SPARE_CALLS = 2;
    private static final int MAX_LENGTH = 2_000;

    private ToolUse() {}

    public static Family family() {
        return new Family(
                "tool-use",
                1,
                List.of(
                        List.of((choices, chance) -> direct(Setting.of(choices, chance))),
                        List.of((choices, chance) -> intoLocked(Setting.of(choices, chance))),
                        List.of((choices, chance) -> swapped(Setting.of(choices, chance)))));
    }

    /**
     * What an item is about.
     *
     * @param shelves in any order: those of the two parcels, then free ones
     */
    private record Setting(String parcel, String other, List<String> shelves) {

        static Setting of(Choices choices, Choices chance) {
            int first = choices.below(PARCELS);
            int second = (first + choices.between(1, PARCELS - 1)) % PARCELS;
            return new Setting(
                    "P" + (FIRST_PARCEL + first),
                    "P" + (FIRST_PARCEL + second),
                    chance.distinct(SHELVES.size(), SHELVES));
        }

        String shelf(int number) {
            return shelves.get(number);
        }

        Storeroom room(String... locked) {
            return new Storeroom(SHELVES, Map.of(shelf(0), parcel, shelf(1), other), Set.of(locked));
        }
    }

    private static Item direct(Setting setting) {
        String wish = "Bring parcel %s to shelf %s.".formatted(setting.parcel(), setting.shelf(2));
        return item(
                setting,
                setting.room(setting.shelf(3)),
                wish,
                List.of(StoreroomCall.of("move", setting.parcel(), setting.shelf(0), setting.shelf(2))));
    }

    private static Item intoLocked(Setting setting) {
        String target = setting.shelf(2);
        String wish = "Bring parcel %s to shelf %s.".formatted(setting.parcel(), target);
        return item(
                setting,
                setting.room(target, setting.shelf(3)),
                wish,
                List.of(
                        StoreroomCall.of("unlock", target),
                        StoreroomCall.of("move", setting.parcel(), setting.shelf(0), target),
                        StoreroomCall.of("lock", target)));
    }

    private static Item swapped(Setting setting) {
        String first = setting.shelf(0);
        String second = setting.shelf(1);
        String spare = setting.shelf(2);
        String wish = "Let parcels %s and %s change places.".formatted(setting.parcel(), setting.other());
        return item(
                setting,
                setting.room(second, setting.shelf(3)),
                wish,
                List.of(
                        StoreroomCall.of("unlock", second),
                        StoreroomCall.of("move", setting.parcel(), first, spare),
                        StoreroomCall.of("move", setting.other(), second, first),
                        StoreroomCall.of("move", setting.parcel(), spare, second),
                        StoreroomCall.of("lock", second)));
    }

    private static Item item(Setting setting, Storeroom before, String wish, List<StoreroomCall> calls) {
        Storeroom wanted = after(before, calls).orElseThrow();
        int allowed = calls.size() + SPARE_CALLS;
        String prompt =
                ("%s %s Nothing else may be different afterwards, locks included, and no parcel may be discarded. Make at "
                                + "most %d calls.")
                        .formatted(before.text(), wish, allowed);
        String goal = "{\"conditions\":%s,\"forbiddenTools\":[\"discard\"],\"maxCalls\":%d}"
                .formatted(wanted.conditions(), allowed);
        Task task = Task.newBuilder()
                .setTool(new ToolTask(prompt, TOOLS, before.json(), goal))
                .build();
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        if (calls.size() > 1) {
            mistakes.add(() -> solution(before, calls.subList(0, calls.size() - 1)));
        }
        mistakes.add(() -> solution(before, List.of(elsewhere(setting))));
        mistakes.add(() -> {
            List<StoreroomCall> more = new ArrayList<>(calls);
            more.addFirst(StoreroomCall.of("discard", setting.other(), setting.shelf(1)));
            return solution(before, more);
        });
        return new Item(
                prompt, task, solution(before, calls), plan -> reaches(before, wanted, plan, allowed), mistakes);
    }

    private static StoreroomCall elsewhere(Setting setting) {
        return StoreroomCall.of("move", setting.parcel(), setting.shelf(0), setting.shelf(4));
    }

    /** The room after calls that are all carried out. */
    private static Optional<Storeroom> after(Storeroom before, List<StoreroomCall> calls) {
        Optional<Storeroom> room = Optional.of(before);
        for (StoreroomCall call : calls) {
            room = room.flatMap(now -> now.after(call));
        }
        return room;
    }

    /** Carries out a written plan; what is refused changes nothing. */
    private static boolean reaches(Storeroom before, Storeroom wanted, String plan, int allowed) {
        if (plan.length() > MAX_LENGTH) {
            return false;
        }
        List<Optional<StoreroomCall>> calls =
                SEPARATOR.splitAsStream(plan).map(StoreroomCall::read).toList();
        Storeroom room = before;
        for (Optional<StoreroomCall> call : calls) {
            if (call.isEmpty() || call.get().tool().equals("discard")) {
                return false;
            }
            room = room.after(call.get()).orElse(room);
        }
        return calls.size() <= allowed && room.equals(wanted);
    }

    private static Solution solution(Storeroom before, List<StoreroomCall> calls) {
        List<String> steps = new ArrayList<>();
        List<ToolCall> made = new ArrayList<>();
        Storeroom room = before;
        for (StoreroomCall call : calls) {
            room = room.after(call).orElse(room);
            steps.add("\"%s\" leaves parcels as follows: %s".formatted(call, parcels(room)));
            made.add(new ToolCall("call-" + (made.size() + 1), call.tool(), call.json()));
        }
        String plan = calls.stream().map(StoreroomCall::toString).collect(Collectors.joining("; "));
        return new Solution(steps, plan, "So these are the calls to make.", made);
    }

    private static String parcels(Storeroom room) {
        return room.shelves().stream()
                .filter(room.parcels()::containsKey)
                .map(shelf -> room.parcels().get(shelf) + " on " + shelf)
                .collect(Collectors.joining(", "));
    }
}
