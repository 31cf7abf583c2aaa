package io.millrace.verifier.puzzle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves with jugs, in order. */
record JugPlan(List<Move> moves) {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern MOVE =
            Pattern.compile(" *(?:(fill|empty) ([1-9])|pour ([1-9]) ([1-9])) *(;|$)", Pattern.CASE_INSENSITIVE);

    JugPlan {
        moves = List.copyOf(moves);
    }

    /** One move; jugs count from 0. */
    sealed interface Move {}

    record Fill(int jug) implements Move {}

    record Empty(int jug) implements Move {}

    record Pour(int from, int into) implements Move {}

    /** Reads "fill 1; pour 1 2; empty 2", which may end with a semicolon; empty where it is anything else. */
    static Optional<JugPlan> read(String text, int jugs) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<Move> moves = new ArrayList<>();
        Matcher move = MOVE.matcher(text);
        while (move.lookingAt()) {
            moves.add(move(move));
            move.region(move.end(), text.length());
            if (move.regionStart() == text.length()) {
                return moves.stream().allMatch(each -> possible(each, jugs))
                        ? Optional.of(new JugPlan(moves))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What the jugs hold at the end, if they were empty before. */
    List<Integer> carriedOut(List<Integer> capacities) {
        List<Integer> amounts = new ArrayList<>(Collections.nCopies(capacities.size(), 0));
        for (Move move : moves) {
            switch (move) {
                case Fill fill -> amounts.set(fill.jug, capacities.get(fill.jug));
                case Empty empty -> amounts.set(empty.jug, 0);
                case Pour pour -> {
                    int room = capacities.get(pour.into) - amounts.get(pour.into);
                    int poured = Math.min(amounts.get(pour.from), room);
                    amounts.set(pour.from, amounts.get(pour.from) - poured);
                    amounts.set(pour.into, amounts.get(pour.into) + poured);
                }
            }
        }
        return amounts;
    }

    private static Move move(Matcher move) {
        if (move.group(1) == null) {
            return new Pour(Integer.parseInt(move.group(3)) - 1, Integer.parseInt(move.group(4)) - 1);
        }
        int jug = Integer.parseInt(move.group(2)) - 1;
        return move.group(1).equalsIgnoreCase("fill") ? new Fill(jug) : new Empty(jug);
    }

    private static boolean possible(Move move, int jugs) {
        return switch (move) {
            case Fill fill -> fill.jug < jugs;
            case Empty empty -> empty.jug < jugs;
            case Pour pour -> pour.from < jugs && pour.into < jugs && pour.from != pour.into;
        };
    }
}
